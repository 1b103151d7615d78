"""Ids that mean the same everywhere."""

import hashlib
import platform
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.identity import device_name, stable_id


def test_an_id_is_the_same_on_every_machine() -> None:
    """A known name has a known id: changing how ids are made would part every desk from its team."""
    assert stable_id("Work/Claims") == 0x296E7003653D4997 >> 1  # by sha256sum


@given(st.text())
def test_an_id_is_the_first_63_bits_of_the_hash(name: str) -> None:
    """It fits a signed 64-bit column."""
    bits = "".join(f"{byte:08b}" for byte in hashlib.sha256(name.encode()).digest())

    assert stable_id(name) == int(bits[:63], 2)


def test_a_computer_has_a_short_name_that_is_not_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same each time, another for another computer, and without the host's name in it."""
    names = []
    for host in ("cafe", "cafe", "face"):
        monkeypatch.setattr(platform, "node", lambda host=host: host)
        names.append(device_name())

    assert names[0] == names[1] != names[2]
    assert all(re.fullmatch("desk-[0-9a-f]{6}", name) for name in names)
    assert "cafe" not in names[0]
