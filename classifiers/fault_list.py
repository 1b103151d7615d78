"""Collects every fault of one rule file with file, line and key; never stops at the first."""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeVar

import msgspec

from classifiers.lengths import length_ms
from classifiers.rule_shape import Word
from core.category import Category, category_for_rules
from core.converting import converted
from core.errors import UserError
from core.toml_file import TomlFile, convert

ShapeT = TypeVar("ShapeT", bound=msgspec.Struct)
T = TypeVar("T")


class PlacedPattern(NamedTuple):
    """A pattern, and where in its file it stands."""

    place: str
    pattern: re.Pattern[str]


class FaultList:
    """Reads values out of one file; what cannot be read is noted and left out."""

    def __init__(self, file: TomlFile) -> None:
        self._file = file
        self.found: list[UserError] = []
        self.patterns: list[PlacedPattern] = []
        """Every pattern that compiles."""

    def note(self, place: str, reason: str, remedy: str) -> None:
        self.found.append(self._file.fault(place, reason, remedy))

    def line_of(self, place: str) -> int:
        return self._file.line_of(place)

    def shaped(self, data: Mapping[str, Any], shape: type[ShapeT], place: str = "") -> ShapeT:
        """`data` as `shape`, key by key, without the keys that are wrong."""
        right: dict[str, Any] = {}
        for key, value in data.items():
            try:
                convert(self._file, {key: value}, shape, prefix=place)
            except UserError as fault:
                self.found.append(fault)
            else:
                right[key] = value
        return converted(right, shape)

    def sets(self, table: Mapping[str, Any], place: str) -> dict[str, tuple[str, ...]]:
        """The named sets below `place`, without those that are wrong."""
        right: dict[str, tuple[str, ...]] = {}
        for name, members in table.items():
            try:
                right[name] = convert(self._file, members, tuple[Word, ...], prefix=f"{place}.{name}")
            except UserError as fault:
                self.found.append(fault)
        return right

    def read(self, place: str, remedy: str, reading: Callable[[], T]) -> T | None:
        """What `reading` returns; the ValueError that it raises is a fault of `place`."""
        try:
            return reading()
        except ValueError as error:
            self.note(place, str(error), remedy)
            return None

    def category(self, place: str, written: str) -> Category | None:
        return self.read(place, "write it as Work/Mail or Personal", lambda: category_for_rules(written))

    def length(self, place: str, written: str, at_most_ms: int | None = None) -> int | None:
        """Milliseconds; a length over `at_most_ms` is a fault."""
        ms = self.read(place, "write it as 90s, 10m or 1h30m", lambda: length_ms(written))
        if ms is not None and at_most_ms is not None and ms > at_most_ms:
            self.note(place, f"{written} is longer than {at_most_ms // 60_000} minutes", "choose a shorter time")
            return None
        return ms

    def pattern(self, place: str, written: str) -> re.Pattern[str] | None:
        try:
            pattern = re.compile(written, re.IGNORECASE)
        except (re.error, OverflowError, RecursionError) as error:
            self.note(place, f"the pattern {written!r} does not compile: {error}", "correct the pattern")
            return None
        self.patterns.append(PlacedPattern(place, pattern))
        return pattern
