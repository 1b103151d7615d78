"""Edits the text of a rule file rule by rule, and keeps whatever a person wrote there by hand; never writes a file."""

import itertools
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import tomlkit
from tomlkit.items import AoT

from core.errors import BugError, UserError
from core.toml_file import toml_of
from core.toml_lines import lines_of

RuleTable = Mapping[str, Any]
"""What stands below one `[[rule]]`: keys and plain values."""


class Part(NamedTuple):
    """Whole lines of a rule file: one rule with the comments that touch it, or what stands between rules."""

    text: str
    table: RuleTable | None
    """What the rule says; None for what stands between rules."""


@dataclass(frozen=True, slots=True)
class RuleText:
    """A rule file as its person wrote it; every edit gives another one and leaves this as it is."""

    parts: tuple[Part, ...]

    @classmethod
    def of(cls, text: str, path: Path) -> "RuleText":
        """Raises UserError with the line where `text`, what stands in `path`, is no TOML."""
        text = text.replace("\r\n", "\n")
        file = toml_of(path, text)
        tables = file.data.get("rule", [])
        headers = {place[1]: line for place, line in lines_of(text).items() if len(place) == 2 and place[0] == "rule"}
        if not _are_tables(tables) or len(headers) != len(tables):
            raise file.fault("rule", "the rules are not written as [[rule]] tables", "write each as a table of its own")
        return cls(tuple(_parts(text, tables)))

    @property
    def text(self) -> str:
        return "".join(part.text for part in self.parts)

    @property
    def rules(self) -> tuple[RuleTable, ...]:
        """In the order in which they are asked."""
        return tuple(part.table for part in self.parts if part.table is not None)

    def source(self, at: int) -> str:
        """The text of the rule at this place, with its comments."""
        return self.parts[self._places[at]].text

    def added(self, rule: RuleTable, at: int | None = None) -> "RuleText":
        """With `rule` at this place among the rules, or behind them all."""
        return _inserted(self.parts, _part(_rewritten("[[rule]]\n", rule), rule), at)

    def replaced(self, at: int, rule: RuleTable) -> "RuleText":
        """With `rule` in the place of the one there; comments, order and layout of the keys that stay are kept."""
        place = self._places[at]
        return self._with(place, _part(_rewritten(self.parts[place].text, rule), rule))

    def rewritten(self, at: int, source: str, path: Path) -> "RuleText":
        """With `source` in the place of the text of the rule there; raises UserError where that is not one rule."""
        written = RuleText.of(_ended(source), path)
        if len(written.rules) != 1 or any(part.table is None and part.text.strip() for part in written.parts):
            raise UserError("This is not one [[rule]]", "write one rule here, and the rest in the file")
        return self._with(self._places[at], next(part for part in written.parts if part.table is not None))

    def moved(self, at: int, to: int) -> "RuleText":
        """With the rule there at the place `to`, its comments beside it; what stands between rules stays."""
        if at == to:
            return self
        return _inserted(self.removed(at).parts, self.parts[self._places[at]], to)

    def removed(self, at: int) -> "RuleText":
        place = self._places[at]
        before, behind = self.parts[:place], self.parts[place + 1 :]
        if behind and behind[0].table is None and (not before or _ends_blank(before[-1])):
            behind = (Part(behind[0].text.removeprefix("\n"), None), *behind[1:])
        return RuleText(_tidy((*before, *behind)))

    @property
    def _places(self) -> Sequence[int]:
        return _places(self.parts)

    def _with(self, place: int, part: Part) -> "RuleText":
        return RuleText((*self.parts[:place], part, *self.parts[place + 1 :]))


def _places(parts: Sequence[Part]) -> Sequence[int]:
    """Where among the parts each rule stands."""
    return [place for place, part in enumerate(parts) if part.table is not None]


def _inserted(parts: Sequence[Part], part: Part, at: int | None) -> RuleText:
    places = _places(parts)
    if at is not None and at < len(places):
        before, behind = parts[: places[at]], parts[places[at] :]
        return RuleText((*before, *_blank_behind(before), part, Part("\n", None), *behind))
    cut = places[-1] + 1 if places else len(parts)
    before, behind = parts[:cut], parts[cut:]
    if behind and not behind[0].text.startswith("\n"):
        behind = (Part("\n", None), *behind)
    return RuleText(_tidy((*before, *_blank_behind(before), part, *behind)))


def _parts(text: str, tables: Sequence[RuleTable]) -> Iterator[Part]:
    """`text` cut before and behind each rule."""
    lines = [f"{line}\n" for line in text.removesuffix("\n").split("\n")] if text else []
    ours = [(place, line - 1) for place, line in sorted(lines_of(text).items(), key=lambda item: item[1])]
    end = 0
    for number, table in enumerate(tables):
        header = next(line for place, line in ours if place == ("rule", number))
        limit = next((line for place, line in ours if line > header and place[:2] != ("rule", number)), len(lines))
        first = header - _touching(reversed(lines[end:header]))
        last = limit - sum(1 for _line in itertools.takewhile(_says_nothing, reversed(lines[header:limit])))
        last += _touching(lines[last:limit], stop_before_header=limit < len(lines))
        yield from [Part("".join(lines[end:first]), None)] if first > end else []
        yield Part(_ended("".join(lines[first:last])), table)
        end = last
    if end < len(lines):
        yield Part("".join(lines[end:]), None)


def _touching(lines: Iterable[str], *, stop_before_header: bool = False) -> int:
    """How many comments stand one upon the other at the beginning of `lines`."""
    found = list(lines)
    count = sum(1 for _line in itertools.takewhile(lambda line: line.strip().startswith("#"), found))
    return 0 if stop_before_header and count == len(found) else count  # they belong to the header that they touch


def _says_nothing(line: str) -> bool:
    return not line.strip() or line.strip().startswith("#")


def _rewritten(source: str, rule: RuleTable) -> str:
    document = tomlkit.parse(source)
    tables = document["rule"]
    assert isinstance(tables, AoT)
    table = tables[0]
    held = table.unwrap()
    for key in held.keys() - rule.keys():
        del table[key]
    for key, value in rule.items():
        if key not in held or held[key] != value:
            table[key] = _value(value)
    return tomlkit.dumps(document)


def _value(value: object) -> Any:
    """A table within a rule stands on one line."""
    if isinstance(value, Mapping):
        inline = tomlkit.inline_table()
        inline.update(value)
        return inline
    return value


def _part(source: str, rule: RuleTable) -> Part:
    """Proven to say what is meant, whatever stood around it."""
    if tomllib.loads(source).get("rule") != [dict(rule)]:
        raise BugError("A rule came out other than it was meant")
    return Part(_ended(source.strip("\n")), rule)


def _are_tables(tables: object) -> bool:
    return isinstance(tables, list) and all(isinstance(table, dict) for table in tables)


def _ended(text: str) -> str:
    return text if text.endswith("\n") else text + "\n"


def _ends_blank(part: Part) -> bool:
    return part.table is None and (part.text == "\n" or part.text.endswith("\n\n"))


def _blank_behind(before: Sequence[Part]) -> list[Part]:
    return [] if not before or _ends_blank(before[-1]) else [Part("\n", None)]


def _tidy(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Without a blank line at the end."""
    kept = [part for part in parts if part.text]
    while kept and kept[-1].table is None and not kept[-1].text.strip():
        kept.pop()
    return tuple(kept)
