"""Turns properties of X11 windows into numbers and text; never asks the server."""

import codecs
from collections.abc import Mapping, Sequence
from typing import Any

from agent.platforms.x11_compound_text import from_compound_text

UTF8 = "UTF8_STRING"
COMPOUND = "COMPOUND_TEXT"
BITS_OF_TEXT = 8
BITS_OF_NUMBERS = 32


def numbers(answer: Any) -> Sequence[int]:
    """The numbers that a property holds; none where it is missing or holds something else."""
    items = _items(answer, BITS_OF_NUMBERS)
    return () if items is None else tuple(items)


def first_number(answer: Any) -> int:
    """The first of the numbers, which xfwm4 lets others follow; 0 where there is none."""
    return next(iter(numbers(answer)), 0)


def text(answer: Any, kinds: Mapping[int, str]) -> str:
    """The text that a property holds; empty where it is missing or holds something else.

    `kinds`: names of the types that the server gave numbers to.
    """
    items = _items(answer, BITS_OF_TEXT)
    if items is None:
        return ""
    return decode(bytes(items), kinds.get(answer.property_type, ""), whole=answer.bytes_after == 0)


def decode(value: bytes, kind: str, *, whole: bool = True) -> str:
    """`value` of a property of type `kind` as text; what cannot be read becomes the replacement character.

    `whole`: False where it was cut off, perhaps inside a character. Programs write UTF-8 into properties of type
    STRING although that means Latin-1: it is taken for UTF-8 where it is valid as such.
    """
    if kind == COMPOUND:
        return from_compound_text(value)
    if kind == UTF8:
        return _from_utf8(value, "replace", whole=whole)
    try:
        return _from_utf8(value, "strict", whole=whole)
    except UnicodeDecodeError:
        return value.decode("latin-1")


def program_class(wm_class: str) -> str:
    """The class part of WM_CLASS, which holds `instance NUL class NUL`; empty where there is none."""
    parts = wm_class.split("\0")
    return parts[1] if len(parts) > 1 else ""


def _items(answer: Any, bits: int) -> Any:
    if answer is None or answer.value is None or answer.value[0] != bits:
        return None
    return answer.value[1]


def _from_utf8(value: bytes, errors: str, *, whole: bool) -> str:
    return codecs.getincrementaldecoder("utf-8")(errors).decode(value, final=whole)
