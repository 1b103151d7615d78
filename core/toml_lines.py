"""On which line each key of a TOML text stands; never interprets a value and expects text that parses."""

import re
import tomllib
from collections.abc import Iterator

Place = tuple[str | int, ...]
"""The names of tables and keys, and the numbers of tables in a list, from the top of the file."""

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY = re.compile(r"""[ \t]*("(?:[^"\\]|\\.)*"|'[^']*'|[A-Za-z0-9_-]+)[ \t]*(\.?)""")
_VALUE_PART = re.compile(
    r'"""(?:\\.|[^\\])*?""""{0,2}'
    r"|'''.*?''''{0,2}"
    r'|"(?:\\.|[^"\\])*"'
    r"|'[^']*'"
    r"|\#[^\n]*"
    r"|.",
    re.DOTALL,
)
_DEPTH = {"[": 1, "{": 1, "]": -1, "}": -1}


def lines_of(text: str) -> dict[Place, int]:
    """The line, from 1, of every table header and every key of a table; keys in inline tables are left out."""
    lines: dict[Place, int] = {}
    entries: dict[Place, int] = {}
    table: Place = ()
    at = _behind_blank(text, 0)
    while at < len(text):
        line = text.count("\n", 0, at) + 1
        if text[at] == "[":
            names, end = _names(text, at + (2 if text[at + 1] == "[" else 1))
            table = _table(names, entries, is_list=text[at + 1] == "[")
            place, end = table, end + 1
        else:
            names, end = _names(text, at)
            place = (*table, *names)
        for length in range(1, len(place) + 1):
            lines.setdefault(place[:length], line)
        at = _behind_blank(text, _behind_statement(text, end))
    return lines


def _behind_blank(text: str, at: int) -> int:
    blank = _BLANK.match(text, at)
    return blank.end() if blank else at


def _behind_statement(text: str, at: int) -> int:
    """The end of the line on which the value ends that begins at or behind `at`."""
    depth = 0
    for part in _VALUE_PART.finditer(text, at):
        depth += _DEPTH.get(part[0], 0)
        if part[0] == "\n" and depth <= 0:
            return part.end()
    return len(text)


def _names(text: str, at: int) -> tuple[list[str], int]:
    """The parts of the dotted key at `at`, and where it ends."""
    names = []
    for key in _keys(text, at):
        quoted = key[1][0] in "\"'"
        names.append(next(iter(tomllib.loads(f"{key[1]} = 0"))) if quoted else key[1])
        at = key.end()
    return names, at


def _keys(text: str, at: int) -> Iterator[re.Match[str]]:
    while key := _KEY.match(text, at):
        yield key
        if not key[2]:
            return
        at = key.end()


def _table(names: list[str], entries: dict[Place, int], *, is_list: bool) -> Place:
    """The place of a header; `entries` counts the tables of each list so far."""
    place: Place = ()
    for number, name in enumerate(names, start=1):
        place = (*place, name)
        if is_list and number == len(names):
            entries[place] = entries.get(place, -1) + 1
        if place in entries:
            place = (*place, entries[place])
    return place
