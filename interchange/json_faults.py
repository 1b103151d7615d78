"""What is wrong with JSON that could not be read, in words without any text out of the file; never reads one."""

import re

import msgspec

_ESCAPE = re.compile(rb"\\(?:u[dD][89abAB]..\\u[dD][c-fC-F]..|(u[dD][89a-fA-F]..)|.)", re.DOTALL)


def shape_in_words(error: msgspec.ValidationError) -> str:
    """Such as `expected float, got str at duration`."""
    reason, _at, place = str(error).partition(" - at `$")
    plain = re.sub(r" '.*'", "", reason, flags=re.DOTALL).replace("`", "")
    return plain[:1].lower() + plain[1:] + (f" at {place.strip('.`')}" if place.strip(".`") else "")


def line_of(error: msgspec.DecodeError, text: bytes) -> int:
    """The line of `text`, from 1, on which it stops being JSON; the last where it is cut off."""
    byte = re.search(r"\(byte (\d+)\)", str(error))
    return text.count(b"\n", 0, int(byte[1]) if byte else len(text.rstrip())) + 1


def without_halves(text: bytes) -> bytes:
    """`text` with a mark for each half of a character: where Windows cut a title, other programs hand such on."""
    return _ESCAPE.sub(lambda escape: rb"\ufffd" if escape[1] else escape[0], text)
