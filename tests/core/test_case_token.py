"""Tokens of cases: one for one identifier and key however it is written, and nothing without the key."""

import base64
import hashlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.case_token import case_token, is_case_token, occurrences, written_alike

KEY = bytes(range(16))
KEYS = st.binary(min_size=16, max_size=32)
IDENTIFIERS = st.text(min_size=1, max_size=12).filter(written_alike)


def test_a_token_is_a_keyed_hash_as_anybody_may_work_it_out() -> None:
    """RFC 2104 written out: two rounds of SHA-256 around the key, the first ten bytes in base32."""
    block = KEY.ljust(64, b"\0")
    inner = hashlib.sha256(bytes(byte ^ 0x36 for byte in block) + b"c4711").digest()
    outer = hashlib.sha256(bytes(byte ^ 0x5C for byte in block) + inner).digest()

    assert case_token(KEY, "C-4711") == base64.b32encode(outer[:10]).decode().lower()


@pytest.mark.parametrize("written", ["C-4711", "c-4711", "C 4711", "C4711", " C.47/11 "])
def test_one_case_is_one_token_however_it_is_written(written: str) -> None:
    """Case, spaces and punctuation make no difference, on every desk with the key."""
    assert case_token(KEY, written) == case_token(KEY, "C-4711")


@given(IDENTIFIERS, KEYS, KEYS)
def test_a_token_tells_nothing_without_its_key(identifier: str, key: bytes, other: bytes) -> None:
    """It has one shape whatever it stands for, and under another key it is another token."""
    token = case_token(key, identifier)

    assert is_case_token(token)
    assert (token == case_token(other, identifier)) is (key.ljust(64, b"\0") == other.ljust(64, b"\0"))


@given(IDENTIFIERS, IDENTIFIERS)
def test_two_cases_are_two_tokens(one: str, other: str) -> None:
    """Unless only their writing differs."""
    assert (case_token(KEY, one) == case_token(KEY, other)) is (written_alike(one) == written_alike(other))


@pytest.mark.parametrize("text", ["", "C-4711", "abcdefghabcdefg", "ABCDEFGHABCDEFGH", "abcdefghabcdefg1", "a" * 17])
def test_what_has_another_shape_is_no_token(text: str) -> None:
    """Sixteen letters and digits of base32, in lower case."""
    assert not is_case_token(text)


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Claim C-4711 - Claims", ["C-4711"]),
        ("C4711.pdf - claim c 4711", ["C4711", "c 4711"]),
        ("C-47-11, C4-711", ["C-47-11", "C4-711"]),
        ("Claim C-4712", []),
    ],
)
def test_every_writing_of_an_identifier_is_found(title: str, found: list[str]) -> None:
    """Whatever would have its token, and none of what stands around it."""
    assert [title[start:end] for start, end in occurrences(title, "C-4711")] == found


@given(st.text(max_size=10), IDENTIFIERS, st.text(max_size=10))
@example("", "ß", "")
@example("", "İ", "")
def test_a_title_without_its_occurrences_does_not_hold_the_identifier(before: str, identifier: str, after: str) -> None:
    """Neither as it was written nor otherwise."""
    title = before + identifier + after
    places = list(occurrences(title, identifier))
    left = title
    for start, end in reversed(places):
        left = f"{left[:start]}|{left[end:]}"

    assert places
    assert not any(written_alike(identifier) in written_alike(part) for part in left.split("|"))
