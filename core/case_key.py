"""The key that makes tokens of identifiers: the policy's, or one made for this person alone; never tells it."""

import binascii
import os
import re
import tempfile
from contextlib import suppress
from pathlib import Path

from core.errors import MachineError, UserError
from core.paths import make_private

SHORTEST_KEY = 16
"""Bytes; fewer could be guessed."""
OWN_KEY = 32
_HEX = re.compile(r"(?:[0-9a-fA-F]{2})+")


def parse_case_key(text: str) -> bytes:
    """The key that stands in a file as hex digits or base64; raises ValueError with the reason, without the key."""
    text = text.strip()
    try:
        key = bytes.fromhex(text) if _HEX.fullmatch(text) else binascii.a2b_base64(text, strict_mode=True)
    except ValueError as error:
        raise ValueError("the key of the cases is neither hex digits nor base64") from error
    if len(key) < SHORTEST_KEY:
        raise ValueError(f"the key of the cases has {len(key)} bytes, which is less than {SHORTEST_KEY}")
    return key


def own_case_key(file: Path) -> bytes:
    """The key in `file`, made at random the first time; whoever comes first makes it.

    Raises UserError where something else stands there, and MachineError where the disk refuses.
    """
    try:
        if not file.exists():
            _make(file)
        return parse_case_key(file.read_text(encoding="ascii"))
    except OSError as error:
        raise MachineError(f"{file} cannot be used: {error.strerror}", "make it and its folder yours") from error
    except ValueError as error:
        raise UserError(
            f"{file}: this is no key", "delete it; cases then have other tokens from the next one on"
        ) from error


def _make(file: Path) -> None:
    """Write a key under another name, for this user alone, and give it its name unless there is one by now."""
    make_private(file.parent)
    descriptor, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}-")
    draft = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as made:
            made.write(os.urandom(OWN_KEY).hex() + "\n")
            made.flush()
            os.fsync(made.fileno())
        with suppress(FileExistsError):
            file.hardlink_to(draft)
    finally:
        draft.unlink(missing_ok=True)
