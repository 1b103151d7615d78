"""The tables in shipped/: windows that each shipped rule must and must not decide; never judges one."""

import tomllib
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

TABLES = Path(__file__).parent / "shipped"
PROGRAMS = "programs.toml"
Window = tuple[str, str]
"""Program and title."""
Windows = Annotated[tuple[Window, ...], Meta(min_length=1)]


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Of one rule: it gives a category or keeps active, decides these windows and leaves those alone."""

    category: str | None = None
    keep_active: str | None = None
    decides: Windows
    leaves: Windows


class Programs(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Of one set: names on each system, the category without a title, and the set of the kind."""

    windows: tuple[str, ...]
    macos: tuple[str, ...]
    linux: tuple[str, ...]
    category: str
    kind: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        return (*self.windows, *self.macos, *self.linux)


def examples_of(name: str) -> dict[str, Example]:
    """By rule, in the order of the table that is named like the file of the rules."""
    return msgspec.convert(_table(name), dict[str, Example])


def all_examples() -> dict[str, Example]:
    """Of every table, in the order of their names."""
    tables = sorted(path.name for path in TABLES.glob("*.toml") if path.name != PROGRAMS)
    return {rule: example for name in tables for rule, example in examples_of(name).items()}


def all_programs() -> dict[str, Programs]:
    return msgspec.convert(_table(PROGRAMS), dict[str, Programs])


def _table(name: str) -> object:
    return tomllib.loads((TABLES / name).read_text(encoding="utf-8"))
