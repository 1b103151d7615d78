import pytest

from agent.platforms.x11_compound_text import from_compound_text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("plain", b"plain"),
        ("Müller – Angebot", b"M\xfcller \x1b%G\xe2\x80\x93\x1b%@ Angebot"),
        ("Żółć", b"\x1b-B\xaf\x1b-A\xf3\x1b-B\xb3\xe6"),
        ("Привет мир", b"\x1b-L\xbf\xe0\xd8\xd2\xd5\xe2 \xdc\xd8\xe0"),
        ("日本語テスト", b"\x1b$(BF|K\\8l%F%9%H"),
        ("한국어", b"\x1b$(CGQ19>n"),
        ("中文标题", b"\x1b$(BCfJ8\x1b$(A1jLb"),
        ("ελληνικά", b"\x1b-F\xe5\xeb\xeb\xe7\xed\xe9\xea\xdc"),
        ("a€b", b"a\x1b-b\xa4b"),
        ("ｱｲｳ", b"\x1b)I\xb1\xb2\xb3"),
        ("mix é Ж 日 end", b"mix \xe9 \x1b-L\xb6 \x1b$(BF|\x1b(B end"),
    ],
)
def test_it_reads_what_libx11_writes(text: str, value: bytes) -> None:
    """The bytes are those of Xutf8TextListToTextProperty of libX11 1.8."""
    assert text == from_compound_text(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Отчёт.", b"\x1b%/1\x80\x8ckoi8-r\x02\xef\xd4\xde\xa3\xd4."),
        ("x��", b"x\x1b%/1\x80\x89secret\x02\xff\xfe"),
        ("a�", b"a\x1b%/1\x80\x8bundefined\x02\xff"),
        ("", b"\x1b%/1\x80"),
        ("cut ", b"cut \x1b"),
        ("rtl", b"\x9b2]rtl\x9b]"),
        ("�", b"\x1b%G\xff"),
        ("", b""),
    ],
)
def test_odd_and_hostile_values_are_read_as_far_as_possible(text: str, value: bytes) -> None:
    """A named character set, a made-up one, one of Python's that raises, and everything cut off."""
    assert text == from_compound_text(value)
