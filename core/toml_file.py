"""TOML files whose faults name file, line and key; never knows what the keys mean."""

import difflib
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec import inspect

from core.converting import converted
from core.errors import UserError
from core.toml_lines import Place, lines_of

T = TypeVar("T")
_STEP = re.compile(r"\.?([^.\[\]]+)|\[(\d+|\.\.\.)\]")
_UNKNOWN = re.compile(r"Object contains unknown field `([^`]+)`")
_MISSING = re.compile(r"Object missing required field `([^`]+)`")
_NOT_AMONG = re.compile(r"Invalid enum value (.+)")
_TYPE = re.compile(r"`([^`]+)`")
_IN_WORDS = {
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list",
    "object": "a table",
}


@dataclass(frozen=True, slots=True)
class TomlFile:
    """One file that was read, with what it takes to point at a line of it."""

    path: Path
    text: str
    data: dict[str, Any]

    def line_of(self, place: str) -> int:
        """The line, from 1, of a place such as `rule[2].title`, or of the nearest place around it that is written."""
        steps: Place = tuple(int(index) if index.isdigit() else name or index for name, index in _STEP.findall(place))
        lines = lines_of(self.text)
        return next((lines[steps[:n]] for n in range(len(steps), 0, -1) if steps[:n] in lines), 1)

    def fault(self, place: str, reason: str, remedy: str) -> UserError:
        """The error to raise about `place`, naming file, line and key."""
        where = f"{self.path}, line {self.line_of(place)}" + (f", {place}" if place else "")
        return UserError(f"{where}: {reason}", remedy)


def read_toml(path: Path) -> TomlFile:
    """Read `path`; raises UserError with its line when it is not TOML or cannot be read."""
    try:
        return toml_of(path, path.read_text(encoding="utf-8").removeprefix("\ufeff"))
    except UnicodeDecodeError as error:
        line = str(error.object[: error.start].count(b"\n") + 1)
        raise UserError(f"{path}, line {line}: this is not UTF-8", "save the file as UTF-8") from error
    except OSError as error:
        raise UserError(f"{path} cannot be read: {error.strerror}", "check its permissions") from error


def toml_of(path: Path, text: str) -> TomlFile:
    """`text` as what stands, or is to stand, in `path`; raises UserError with its line when it is not TOML."""
    try:
        return TomlFile(path, text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        line = place[1] if place else str(text.rstrip().count("\n") + 1)
        reason = str(error).split(" (at ")[0]
        raise UserError(f"{path}, line {line}: {reason}", "correct that line, or move the file away") from error


def read_toml_if_there(path: Path) -> TomlFile | None:
    """As `read_toml`, or None where there is no such file; one that may not be looked at is an error."""
    try:
        path.stat()
    except FileNotFoundError:
        return None
    except OSError:
        pass  # reading it says what is wrong
    return read_toml(path)


def convert(file: TomlFile, data: object, shape: type[T], prefix: str = "") -> T:
    """`data` out of `file` as `shape`; raises UserError with file, line, key and the nearest valid word.

    `prefix` is the place that `data` was taken from.
    """
    try:
        return converted(data, shape)
    except msgspec.ValidationError as error:
        reason, _at, inner = str(error).partition(" - at `$")
        inner = inner.rstrip("`")
        raise _fault(file, (prefix + inner).lstrip("."), reason, list(_types_at(shape, inner))) from error


def nearest(word: str, known: Iterable[str]) -> str:
    """`, did you mean …?` for a word that is nearly one of `known`, else nothing."""
    close = difflib.get_close_matches(word, list(known), n=1)
    return f", did you mean {close[0]!r}?" if close else ""


def _fault(file: TomlFile, place: str, reason: str, types: list[inspect.Type]) -> UserError:
    """The reason that msgspec gives, in words that a person who never met it understands."""
    if unknown := _UNKNOWN.fullmatch(reason):
        structs = (type_ for type_ in types if isinstance(type_, inspect.StructType))
        known = sorted(field.encode_name for struct in structs for field in struct.fields)
        return file.fault(
            f"{place}.{unknown[1]}".lstrip("."),
            f"there is no key {unknown[1]!r}{nearest(unknown[1], known)}",
            f"use one of {', '.join(known)}",
        )
    if missing := _MISSING.fullmatch(reason):
        return file.fault(place, f"the key {missing[1]!r} is missing", "add it")
    if wrong := _NOT_AMONG.fullmatch(reason):
        choices = sorted({str(value) for type_ in types for value in _choices(type_)})
        hint = nearest(wrong[1].strip("'"), choices)
        return file.fault(place, f"{wrong[1]} is not a value for this key{hint}", f"use one of {', '.join(choices)}")
    in_words = _TYPE.sub(_type_in_words, reason)
    return file.fault(place, in_words[0].lower() + in_words[1:].replace(", got ", ", not "), "correct the value")


def _type_in_words(types: re.Match[str]) -> str:
    return " or ".join(_IN_WORDS.get(name, name) for name in types[1].split(" | "))


def _types_at(shape: Any, inner: str) -> Iterator[inspect.Type]:
    """What may stand at the path `inner` below `shape`, with what lists there may hold."""
    types = [inspect.type_info(shape)]
    for name in (name for name, _index in _STEP.findall(inner) if name):
        types = [
            field.type
            for type_ in types
            for struct in _unfolded(type_)
            if isinstance(struct, inspect.StructType)
            for field in struct.fields
            if field.encode_name == name
        ]
    for type_ in types:
        yield from _unfolded(type_)


def _unfolded(type_: inspect.Type) -> Iterator[inspect.Type]:
    """A type, its alternatives, and the types of what its lists and free tables hold."""
    yield type_
    match type_:
        case inspect.UnionType():
            for alternative in type_.types:
                yield from _unfolded(alternative)
        case inspect.ListType() | inspect.VarTupleType():
            yield from _unfolded(type_.item_type)
        case inspect.DictType():
            yield from _unfolded(type_.value_type)
        case _:
            pass


def _choices(type_: inspect.Type) -> Iterable[object]:
    match type_:
        case inspect.EnumType():
            return [member.value for member in type_.cls]
        case inspect.LiteralType():
            return type_.values
        case _:
            return ()
