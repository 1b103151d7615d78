"""Category settings of ActivityWatch as a rule file of ours; never guesses that something is personal."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec

from core.category import Kind
from core.errors import UserError

KIND_OF: dict[str, Kind] = {
    **dict.fromkeys(
        ("work", "job", "office", "business", "company", "arbeit", "büro", "travail", "trabajo"), Kind.WORK
    ),
    **dict.fromkeys(("programming", "development", "coding", "clients", "projects", "meetings"), Kind.WORK),
    **dict.fromkeys(("knowledge", "learning", "education", "research", "study", "reference", "lernen"), Kind.KNOWLEDGE),
    **dict.fromkeys(("personal", "private", "privat", "privé"), Kind.PERSONAL),
}
"""Of the first name of a category, in lower case; every other one comes below Unclassified, for its owner to sort."""
_KINDS_THEMSELVES = frozenset({"work", "knowledge", "personal"})
_NOTHING = "uncategorized"
_ENDS_OF_APPS = re.compile(r"\\?\.exe\b", re.IGNORECASE)


class _Rule(msgspec.Struct, frozen=True):
    type: str | None = None
    regex: str | None = None
    ignore_case: bool | None = None


class _Category(msgspec.Struct, frozen=True):
    name: tuple[str, ...]
    rule: _Rule | None = None


class _Export(msgspec.Struct, frozen=True):
    categories: tuple[_Category, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A category that was not taken over, and why."""

    name: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOver:
    """A rule file, and what came of each category."""

    text: str
    categories: int
    """So many have rules now."""
    to_sort: tuple[str, ...]
    """Those below Unclassified, because only their owner knows what they are."""
    left_out: tuple[LeftOut, ...]
    case_sensitive: tuple[str, ...]
    """Those that told upper from lower case; in the names of programs that makes no difference any more."""


def take_over(text: str) -> TakenOver:
    """The export of ActivityWatch's category settings as a rule file.

    There the deepest category that matches wins, and the first of equals; here the first rule does: the deepest
    come first. A pattern there is found in the program or in the title, so each becomes two rules. Raises UserError
    where `text` is no such export.
    """
    found = sorted(_read(text), key=lambda category: -len(category.name))
    blocks: list[str] = []
    left_out: list[LeftOut] = []
    taken: list[_Category] = []
    for category in found:
        if category.rule is None or not category.rule.regex or category.rule.type != "regex":
            continue  # a heading for what stands below it
        try:
            blocks += _blocks(category, category.rule, len(taken) + 1)
        except ValueError as error:
            left_out.append(LeftOut(name=_shown(category), why=str(error)))
        else:
            taken.append(category)
    return TakenOver(
        text="\n".join(["# Taken over from the category settings of ActivityWatch.\n", *blocks]),
        categories=len(taken),
        to_sort=tuple(_shown(category) for category in taken if _path(category).startswith(Kind.UNCLASSIFIED)),
        left_out=tuple(left_out),
        case_sensitive=tuple(_shown(category) for category in taken if _tells_case(category.rule)),
    )


def _read(text: str) -> Sequence[_Category]:
    """Of an export, or of the bare list that older releases keep."""
    try:
        read = json.loads(text)
        return msgspec.convert({"categories": read} if isinstance(read, list) else read, _Export).categories
    except (ValueError, RecursionError) as error:
        raise UserError(
            f"This is not an export of ActivityWatch's categories: {error}",
            "in ActivityWatch open Settings, and below Categorization choose Export",
        ) from error


def _blocks(category: _Category, rule: _Rule, number: int) -> Iterator[str]:
    if not category.name or category.name[0].casefold() == _NOTHING:
        raise ValueError("what has no category is Unclassified here by itself")
    written = rule.regex or ""
    title = f"(?-i:{written})" if _tells_case(rule) else written
    _compile(title)
    app = _ENDS_OF_APPS.sub("", written)
    _compile(app)
    path, comment = _path(category), f"ActivityWatch: {_shown(category)}"
    for key, pattern in (("title_regex", title), ("app_regex", app)):
        yield "\n".join(
            [
                "[[rule]]",
                f"id = {_toml(_id(number, key))}",
                f"{key} = {_toml(pattern)}",
                f"category = {_toml(path)}",
                f"comment = {_toml(comment)}",
                "",
            ]
        )


def _id(number: int, key: str) -> str:
    return f"activitywatch-{number}-{key.partition('_')[0]}"


def _compile(pattern: str) -> None:
    try:
        found = re.compile(pattern, re.IGNORECASE)
    except (re.error, OverflowError, RecursionError) as error:
        raise ValueError(f"its pattern {pattern!r} does not compile here: {error}") from error
    if found.search(""):
        raise ValueError(f"its pattern {pattern!r} would match everything")


def _path(category: _Category) -> str:
    first, *rest = (name.strip().replace("/", "-") for name in category.name)
    kind = KIND_OF.get(first.casefold(), Kind.UNCLASSIFIED)
    names = rest if first.casefold() in _KINDS_THEMSELVES else [first, *rest]
    return "/".join([kind, " - ".join(filter(None, names))]).rstrip("/")


def _tells_case(rule: _Rule | None) -> bool:
    return rule is not None and not rule.ignore_case and (rule.regex or "").lower() != (rule.regex or "").upper()


def _shown(category: _Category) -> str:
    return " > ".join(category.name)


def _toml(text: str) -> str:
    """As a TOML string, in single quotes where nothing in it needs an escape: patterns stay readable."""
    if text.isprintable() and "'" not in text:
        return f"'{text}'" if "\\" in text else json.dumps(text, ensure_ascii=False)
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
