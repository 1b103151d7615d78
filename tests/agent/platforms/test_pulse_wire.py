"""Packets of the sound server, byte by byte, as its own documentation and programs write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.platforms.pulse_wire import CONTROL, HEADER, packed, taken, values_of


def a_packet(body: bytes, channel: int = CONTROL) -> bytes:
    return HEADER.pack(len(body), channel, 0, 0, 0) + body


def test_a_command_is_packed_as_the_server_reads_it() -> None:
    """Five numbers before the body; each value behind its letter, and properties as name, length and data."""
    expected = (
        "0000002a ffffffff 00000000 00000000 00000000"
        "4c 00000009  4c 00000001"  # SET_CLIENT_NAME, tag 1
        "50 74 6e616d65 00  4c 00000003  78 00000003 686900  4e"  # name=hi
        "78 00000002 0102  74 7700  4e"
    )
    assert packed(9, 1, {"name": "hi"}, b"\x01\x02", "w", None) == bytes.fromhex(expected)


def test_every_kind_of_value_is_told_apart() -> None:
    """Those that nobody needs are passed over by their length."""
    body = bytes.fromhex(
        "4c 00000020  56 00010000  42 07  55 0000000000000005  52 0000000000000006  72 ffffffffffffffff"
        "54 0000000100000002  31 30  61 030200 00ac44  6d 02 0102  76 02 00010000 00010000"
        "66 42 01 50 4e  74 6100  4e"
    )
    assert values_of(body) == [
        32, 65536, 7, 5, 6, -1, bytes.fromhex("0000000100000002"), True, False, bytes.fromhex("03020000ac44"),
        b"\x01\x02", bytes.fromhex("0001000000010000"), None, "a", None,
    ]  # fmt: skip


@given(st.dictionaries(st.from_regex("[a-z.]{1,8}", fullmatch=True), st.text(st.characters(exclude_characters="\0"))))
def test_properties_come_back_as_they_were_packed(properties: dict[str, str]) -> None:
    """Whatever text they hold."""
    (body,) = taken(bytearray(packed(1, 2, {k: v.encode("utf-8", "replace").decode() for k, v in properties.items()})))
    command, tag, found = values_of(body)

    assert (command, tag) == (1, 2)
    assert found == {k: v.encode("utf-8", "replace").decode() for k, v in properties.items()}


def test_packets_are_taken_when_they_are_whole() -> None:
    """However the bytes arrive; sound is passed over."""
    stream = a_packet(b"10") + a_packet(b"noise", channel=3) + a_packet(b"01")
    buffer = bytearray()
    found: list[bytes] = []
    for byte in stream:
        buffer.append(byte)
        found += taken(buffer)

    assert found == [b"10", b"01"]
    assert not buffer


@pytest.mark.parametrize("body", [b"?", b"L\0\0", b"tno end", b"x\0\0\0\x05abc", b"U1234"])
def test_what_is_cut_off_or_unknown_is_said(body: bytes) -> None:
    """Nothing is guessed from a server that speaks otherwise."""
    with pytest.raises(ValueError, match=r"unknown kind|cut off"):
        values_of(body)


def test_a_packet_that_no_server_sends_is_refused() -> None:
    """It would fill the memory."""
    with pytest.raises(ValueError, match="a packet of 4294967295 bytes"):
        list(taken(bytearray(HEADER.pack(0xFFFFFFFF, CONTROL, 0, 0, 0))))
