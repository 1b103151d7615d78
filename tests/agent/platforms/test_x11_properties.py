from hypothesis import given
from hypothesis import strategies as st

from agent.platforms.x11_properties import COMPOUND, UTF8, decode, program_class


def test_a_title_in_utf8_that_is_not_keeps_its_readable_part() -> None:
    """What cannot be read is marked, and nothing raises."""
    assert decode(b"caf\xe9 \xff", UTF8) == "caf\ufffd \ufffd"


def test_a_cut_inside_a_character_leaves_no_trace() -> None:
    """A long title ends with its last whole character."""
    whole = "Prüfung".encode()

    assert decode(whole[:3], UTF8, whole=False) == "Pr"
    assert decode(whole[:3], UTF8) == "Pr\ufffd"


def test_an_old_title_is_latin_1_unless_it_is_utf8() -> None:
    """Old programs write what the standard says, others what they have."""
    assert decode(b"M\xfcller", "STRING") == "Müller"
    assert decode("Müller".encode(), "STRING") == "Müller"


def test_an_old_title_beyond_latin_1_is_compound_text() -> None:
    assert decode(b"\x1b-L\xb6", COMPOUND) == "Ж"


def test_the_program_is_the_class_and_not_the_instance() -> None:
    """The second of two strings that end with NUL; windows without it are named otherwise."""
    assert program_class("libreoffice\0Libreoffice-Calc\0") == "Libreoffice-Calc"
    assert program_class("xterm") == program_class("xterm\0") == program_class("") == ""


@given(value=st.binary(max_size=64), kind=st.sampled_from([UTF8, COMPOUND, "STRING", ""]), whole=st.booleans())
def test_no_bytes_of_a_stranger_raise(value: bytes, kind: str, whole: bool) -> None:
    """Any window may hold anything in any property."""
    assert isinstance(decode(value, kind, whole=whole), str)
