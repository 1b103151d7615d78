"""The lines on which keys stand, in every way that TOML can be written."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.toml_lines import Place, lines_of

EVERYTHING = '''\
# [not.a.table]
top = 1
dotted . key = """
[no]
key = "no" """  # trailing
"a.b" = 'x # y = [ "z'
[plain] # a comment ]
list = [
  "one", # two = 2
  ["]"],
  { inline = 3 },
]
after = {x = [1, 2], "y" = "}"}
[[rule]]
id = "first"
[rule.deep.er]
key = """a\\" """"
[[rule]]
[[rule.sub]]
[[rule.sub]]
id = \'\'\'a
[rule]
\'\'\'\'
  [ "quoted . name" . x ]
last = 1979-05-27'''

PLACES: dict[Place, int] = {
    ("top",): 2,
    ("dotted",): 3,
    ("dotted", "key"): 3,
    ("a.b",): 6,
    ("plain",): 7,
    ("plain", "list"): 8,
    ("plain", "after"): 13,
    ("rule",): 14,
    ("rule", 0): 14,
    ("rule", 0, "id"): 15,
    ("rule", 0, "deep"): 16,
    ("rule", 0, "deep", "er"): 16,
    ("rule", 0, "deep", "er", "key"): 17,
    ("rule", 1): 18,
    ("rule", 1, "sub"): 19,
    ("rule", 1, "sub", 0): 19,
    ("rule", 1, "sub", 1): 20,
    ("rule", 1, "sub", 1, "id"): 21,
    ("quoted . name",): 24,
    ("quoted . name", "x"): 24,
    ("quoted . name", "x", "last"): 25,
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_every_key_has_its_line(newline: str) -> None:
    """Strings, comments and lists that look like headers or keys do not lead astray."""
    tomllib.loads(EVERYTHING)

    assert lines_of(EVERYTHING.replace("\n", newline)) == PLACES


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing", "   "])
def test_a_file_without_keys_has_no_places(text: str) -> None:
    """Nothing is found where nothing stands."""
    assert lines_of(text) == {}


VALUES = st.sampled_from([
    "1", '"x = 1"', "'[y]'", '"""\nk = 1\n"""', "'''\n[z]\n'''", '[\n  1, # a\n  "]",\n]', "{ a = 1, b = [2] }", "true",
    '"\\""', '""', '""""""',
])  # fmt: skip


@given(st.lists(st.tuples(st.sampled_from(["a", '"b c"', "'d.e'", "f-1"]), VALUES), max_size=8))
def test_the_nth_table_of_a_list_is_found(entries: list[tuple[str, str]]) -> None:
    """Each table's header and key are where they were written, whatever their values look like."""
    text, expected = "", []
    for key, value in entries:
        text += "[[t]]\n"
        expected.append((text.count("\n"), text.count("\n") + 1))
        text += f"{key} = {value}  # c\n\n"
    names = [next(iter(table)) for table in tomllib.loads(text).get("t", [])]

    lines = lines_of(text)

    assert [(lines["t", n], lines["t", n, name]) for n, name in enumerate(names)] == expected
