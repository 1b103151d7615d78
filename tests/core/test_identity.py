"""Ids that mean the same everywhere."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from core.identity import stable_id


def test_an_id_is_the_same_on_every_machine() -> None:
    """A known name has a known id: changing how ids are made would part every desk from its team."""
    assert stable_id("Work/Claims") == 0x296E7003653D4997 >> 1  # by sha256sum


@given(st.text())
def test_an_id_is_the_first_63_bits_of_the_hash(name: str) -> None:
    """It fits a signed 64-bit column."""
    bits = "".join(f"{byte:08b}" for byte in hashlib.sha256(name.encode()).digest())

    assert stable_id(name) == int(bits[:63], 2)
