"""Identifiers of work items into tokens that tell nothing without the key; never stores either of them."""

import base64
import hmac
import re
from collections.abc import Iterator

TOKEN_BYTES = 10
"""80 bits: two of a million cases share a token once in two million desks."""
_TOKEN = re.compile(r"[a-z2-7]{16}")


def case_token(key: bytes, identifier: str) -> str:
    """HMAC-SHA-256 of the identifier, cut to 80 bits, in the letters of base32; however the identifier is written."""
    digest = hmac.digest(key, written_alike(identifier).encode(), "sha256")
    return base64.b32encode(digest[:TOKEN_BYTES]).decode().lower()


def written_alike(identifier: str) -> str:
    """Upper and lower case, spaces and punctuation make no difference: `C-12 34` and `c1234` are one case."""
    return "".join(char for char in identifier.casefold() if char.isalnum())


def occurrences(title: str, identifier: str) -> Iterator[tuple[int, int]]:
    """[start, end) of each place in `title` that would have the token of `identifier`, however it is written there."""
    letters = [(part, at) for at, char in enumerate(title) for part in char.casefold() if part.isalnum()]
    text, wanted = "".join(part for part, _at in letters), written_alike(identifier)
    found = text.find(wanted) if wanted else -1
    while found >= 0:
        yield letters[found][1], letters[found + len(wanted) - 1][1] + 1
        found = text.find(wanted, found + len(wanted))


def is_case_token(text: str) -> bool:
    """Whether `text` looks like a token, and so cannot be an identifier by mistake."""
    return _TOKEN.fullmatch(text) is not None
