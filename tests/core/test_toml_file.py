"""Faults in TOML files, as a person reads them."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import msgspec
import pytest
from msgspec import Meta

from core.errors import UserError
from core.toml_file import TomlFile, convert, nearest, read_toml, read_toml_if_there
from tests.plain_user import as_plain_user


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"


class Leg(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    name: str
    length: Annotated[int, Meta(ge=3)] = 3
    colour: Colour = Colour.RED
    feet: tuple[Literal["left", "right"], ...] = ()


class Table(msgspec.Struct, forbid_unknown_fields=True):
    leg: list[Leg] = []
    spare: Leg | None = None
    prices: dict[str, float] = {}
    words: str | list[str] = ""


AMONG = " — use one of"
COLOURS = f"{AMONG} green, red"
FEET = f"{AMONG} left, right"
LEG_KEYS = f"{AMONG} colour, feet, length, name"
TABLE_KEYS = f"{AMONG} leg, prices, spare, words"


def fault_of(tmp_path: Path, text: str) -> str:
    path = tmp_path / "t.toml"
    path.write_text(text, encoding="utf-8")

    def convert_all() -> Table:
        file = read_toml(path)
        return convert(file, file.data, Table)

    with pytest.raises(UserError) as caught:
        convert_all()
    return str(caught.value).replace(str(path), "t.toml")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            'leg = [{name = "a", lenght = 4}]',
            f"t.toml, line 1, leg[0].lenght: there is no key 'lenght', did you mean 'length'?{LEG_KEYS}",
        ),
        (
            '[[leg]]\nname = "a"\n[[leg]]\nname = "b"\nlenght = 4\n',
            f"t.toml, line 5, leg[1].lenght: there is no key 'lenght', did you mean 'length'?{LEG_KEYS}",
        ),
        (
            '\n[spare]\nname = "a"\nx = 4\n',
            f"t.toml, line 4, spare.x: there is no key 'x'{LEG_KEYS}",
        ),
        (
            "legs = 1",
            f"t.toml, line 1, legs: there is no key 'legs', did you mean 'leg'?{TABLE_KEYS}",
        ),
        ("[[leg]]\nlength = 4", "t.toml, line 1, leg[0]: the key 'name' is missing — add it"),
        (
            "[[leg]]\nname = 4",
            "t.toml, line 2, leg[0].name: expected text, not a whole number — correct the value",
        ),
        (
            '[[leg]]\nname = "a"\nlength = 2',
            "t.toml, line 3, leg[0].length: expected a whole number >= 3 — correct the value",
        ),
        (
            '[[leg]]\nname = "a"\n\ncolour = "gran"',
            f"t.toml, line 4, leg[0].colour: 'gran' is not a value for this key, did you mean 'green'?{COLOURS}",
        ),
        (
            '[[leg]]\nname = "a"\nfeet = [\n  "left",\n  "lift",\n]',
            f"t.toml, line 3, leg[0].feet[1]: 'lift' is not a value for this key, did you mean 'left'?{FEET}",
        ),
        (
            '[prices]\nx = 1\ny = "2"',
            "t.toml, line 1, prices[...]: expected a number, not text — correct the value",
        ),
        ("\nwords = 1", "t.toml, line 2, words: expected text or a list, not a whole number — correct the value"),
        ("words = true", "t.toml, line 1, words: expected text or a list, not true or false — correct the value"),
        ("leg = 1", "t.toml, line 1, leg: expected a list, not a whole number — correct the value"),
        ("a = 1\n\nb = = 2", "t.toml, line 3: Invalid value — correct that line, or move the file away"),
        ("a = 1\na = 2", "t.toml, line 2: Cannot overwrite a value — correct that line, or move the file away"),
        ("a = 1\nb = [1,\n\n", "t.toml, line 2: Invalid value — correct that line, or move the file away"),
    ],
)  # fmt: skip
def test_a_fault_names_file_line_key_and_the_way_out(tmp_path: Path, text: str, fault: str) -> None:
    """In words that need no knowledge of the program, with the nearest valid word where there is one."""
    assert fault_of(tmp_path, text) == fault


def test_a_place_that_is_not_written_is_pointed_at_by_what_surrounds_it() -> None:
    """A missing key by its table, a missing table by the first line."""
    text = "top = 1\n[a.b]\nc = 1\n[[d]]\n[[d]]\nkeys = {x = 1}\n"
    file = TomlFile(Path("f.toml"), text, {})

    assert [file.line_of(place) for place in ("", "top", "a.b.c", "a.b.x", "d[1]", "d[1].keys.x", "d[7].y", "no")] == [
        1, 1, 3, 2, 5, 6, 4, 1,
    ]  # fmt: skip


def test_a_fault_in_a_table_that_was_taken_out_names_the_whole_place(tmp_path: Path) -> None:
    """The prefix says where the table stood."""
    path = tmp_path / "f.toml"
    path.write_text('[a]\n[[a.leg]]\nname = "x"\n[[a.leg]]\nname = 3\n', encoding="utf-8")
    file = read_toml(path)

    with pytest.raises(UserError, match=r"f\.toml, line 5, a\.leg\[1\]\.name: expected text"):
        convert(file, file.data["a"]["leg"][1], Leg, prefix="a.leg[1]")


def test_a_good_file_is_converted(tmp_path: Path) -> None:
    """Into the shape that was asked for."""
    path = tmp_path / "f.toml"
    path.write_text('[[leg]]\nname = "a"\ncolour = "green"\nfeet = ["left"]\n', encoding="utf-8")
    file = read_toml(path)

    assert convert(file, file.data, Table) == Table(leg=[Leg(name="a", colour=Colour.GREEN, feet=("left",))])


@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_a_byte_order_mark_is_no_fault(tmp_path: Path, start: str) -> None:
    """Windows editors write one."""
    path = tmp_path / "f.toml"
    path.write_bytes((start + "a = 1\r\nb = 2\r\n").encode())

    assert read_toml(path).data == {"a": 1, "b": 2}


def test_a_file_in_another_encoding_is_told_with_its_line(tmp_path: Path) -> None:
    """Latin-1 comes out of old editors."""
    path = tmp_path / "f.toml"
    path.write_bytes(b'a = 1\nb = "M\xfcller"\n')

    with pytest.raises(UserError, match=r"f\.toml, line 2: this is not UTF-8 — save the file as UTF-8"):
        read_toml(path)


def test_a_missing_file_is_none_only_where_it_may_be_missing(tmp_path: Path) -> None:
    """Asked for without doubt, it is a fault."""
    assert read_toml_if_there(tmp_path / "f.toml") is None
    with pytest.raises(UserError, match=r"f\.toml cannot be read: No such file or directory"):
        read_toml(tmp_path / "f.toml")


def test_a_file_or_folder_that_may_not_be_read_is_a_fault_and_not_a_missing_file(tmp_path: Path) -> None:
    """A policy that cannot be read must not count as none."""
    closed, inside = tmp_path / "closed.toml", tmp_path / "closed" / "f.toml"
    closed.touch()
    inside.parent.mkdir()
    inside.touch()

    def check() -> None:
        closed.chmod(0)
        inside.parent.chmod(0)
        for path in (closed, inside):
            with pytest.raises(UserError, match="cannot be read: Permission denied — check its permissions"):
                read_toml_if_there(path)
        inside.parent.chmod(0o700)

    as_plain_user(check, tmp_path)


def test_the_nearest_word_is_offered_only_where_it_is_near() -> None:
    """A wrong guess helps nobody."""
    assert nearest("colur", ["colour", "length"]) == ", did you mean 'colour'?"
    assert nearest("zzz", ["colour", "length"]) == ""
