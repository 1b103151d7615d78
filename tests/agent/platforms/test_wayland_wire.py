import pytest

from agent.platforms.wayland_wire import Arguments, Message, packed, taken

BIND = bytes.fromhex("0200000000001c000500000004000000616263000100000003000000")
"""By the specification, little-endian: object 2, opcode 0, 28 bytes; 5, "abc" of 4 bytes with its NUL, 1, 3."""


def test_a_message_is_packed_as_the_specification_says() -> None:
    """Numbers of 32 bits; texts with their length and a NUL, filled up to whole numbers."""
    assert packed(2, 0, 5, "abc", 1, 3) == BIND


def test_messages_are_taken_when_they_are_whole() -> None:
    """However the socket cuts them."""
    buffer = bytearray()
    messages: list[Message] = []
    for byte in BIND * 2:
        buffer.append(byte)
        messages += taken(buffer)

    assert messages == [Message(2, 0, BIND[8:])] * 2
    assert buffer == b""


def test_arguments_are_read_in_their_order() -> None:
    """Text, array and number, each with its filling."""
    body = packed(1, 0, 7, "Ärger")[8:] + bytes.fromhex("080000000200000003000000")
    arguments = Arguments(body)

    assert (arguments.number(), arguments.text(), arguments.numbers()) == (7, "Ärger", (2, 3))


def test_a_text_that_is_none_and_one_that_is_broken_are_read() -> None:
    """A null text has no bytes at all; a broken character becomes the replacement character."""
    assert Arguments(bytes(4)).text() == ""
    assert Arguments(bytes.fromhex("0300000061ff0000")).text() == "a\N{REPLACEMENT CHARACTER}"


@pytest.mark.parametrize("body", [b"", b"\1\0", bytes.fromhex("ff00000061626300")])
def test_arguments_that_end_too_soon_are_nonsense(body: bytes) -> None:
    """Nothing is read beyond the end of a message."""
    with pytest.raises(ValueError, match="argument"):
        Arguments(body).text()


@pytest.mark.parametrize("size", [0, 4, 13])
def test_a_message_of_an_impossible_size_is_nonsense(size: int) -> None:
    """Whoever listens there does not speak Wayland."""
    with pytest.raises(ValueError, match=f"{size} bytes"):
        list(taken(bytearray([1, 0, 0, 0, 0, 0, size, 0])))
