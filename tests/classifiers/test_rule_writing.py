"""A rule file is edited rule by rule, and what its person wrote by hand stays."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifiers.rule_writing import RuleText
from core.errors import UserError

FILE = Path("rules.toml")
MINE = """# My rules, since March

[apps]
ledger = ["ledger", "ledger pro"]  # both of them

# --- Mail ---

# the shared box too
[[rule]]
id = "mail"   # by program
app = ["mail",
  "webmail"]
category = "Work/Mail" # not Phone
# see the wiki

# second
[[rule]]
id = "reports"
title_contains = "report"
not = { title = "weather report" }
category = "Knowledge"
[[rule]]
id = "quoted"
title = \"\"\"
[[rule]]
# no comment
\"\"\"
category = "Work"

[[activity]]
category = "Work/Mail"
"""
PORTAL = {"id": "portal", "title_contains": "appraiser", "not": {"app": "mail"}, "category": "Knowledge/Look-up"}


def mine() -> RuleText:
    return RuleText.of(MINE, FILE)


def data(text: RuleText) -> object:
    return tomllib.loads(text.text)


def test_a_file_is_the_same_again() -> None:
    """Line by line, and each rule with the comments that touch it."""
    assert mine().text == MINE
    assert [rule["id"] for rule in mine().rules] == ["mail", "reports", "quoted"]
    assert mine().source(0).startswith("# the shared box too\n[[rule]]\n")
    assert mine().source(0).endswith("# see the wiki\n")


def test_one_value_is_changed_and_nothing_else() -> None:
    """The line of the category differs; comments and layout around it stay."""
    changed = mine().replaced(0, {**mine().rules[0], "category": "Personal"})

    assert changed.text == MINE.replace('"Work/Mail" # not Phone', '"Personal" # not Phone')


def test_keys_come_and_go() -> None:
    """A condition is taken away, another one added on a line of its own."""
    changed = mine().replaced(1, {"id": "reports", "title_word": ["one", "two"], "category": "Knowledge"})

    assert changed.rules[1] == {"id": "reports", "title_word": ["one", "two"], "category": "Knowledge"}
    assert changed.source(1) == (
        '# second\n[[rule]]\nid = "reports"\ncategory = "Knowledge"\ntitle_word = ["one", "two"]\n'
    )


def test_a_rule_moves_with_its_comments() -> None:
    """What stands between rules, such as a heading, stays where it was; there and back is the same text."""
    moved = mine().moved(1, 0)

    assert moved.text.index("# --- Mail ---\n\n# second\n[[rule]]") < moved.text.index("# the shared box too\n[[rule]]")
    assert data(moved) == {**tomllib.loads(MINE), "rule": [mine().rules[at] for at in (1, 0, 2)]}
    assert moved.moved(0, 1).text == MINE.replace('category = "Knowledge"\n[[', 'category = "Knowledge"\n\n[[')


def test_a_rule_is_removed_with_its_comments() -> None:
    """And leaves no hole of blank lines."""
    assert mine().removed(0).text == MINE.replace(mine().source(0) + "\n", "")


@pytest.mark.parametrize("at", [0, 1, 2, None])
def test_a_rule_is_added_where_it_is_wanted(at: int | None) -> None:
    """Behind the other rules where no place is named, and before what stands behind them."""
    added = mine().added(PORTAL, at)

    assert added.rules[3 if at is None else at] == PORTAL
    assert added.removed(3 if at is None else at).rules == mine().rules
    assert "\n\n[[rule]]\n" + 'id = "portal"\n' in added.text
    assert "not = {" in added.text
    assert data(added) == {**tomllib.loads(MINE), "rule": list(added.rules)}


def test_the_first_rule_of_all() -> None:
    """A file begins with it."""
    added = RuleText.of("", FILE).added({"id": "a", "app": 'say "x"', "category": "Work"})

    assert added.text == '[[rule]]\nid = "a"\napp = "say \\"x\\""\ncategory = "Work"\n'


def test_a_rule_is_edited_as_text() -> None:
    """Its new comments come along; two rules, or something else, are refused."""
    written = mine().rewritten(1, '# new\n[[rule]]\nid = "r"\nkeep_active = "5m"\napp = "x"', FILE)

    assert written.source(1) == '# new\n[[rule]]\nid = "r"\nkeep_active = "5m"\napp = "x"\n'
    assert written.rules[2] == mine().rules[2]
    for refused in ("[[rule]]\n[[rule]]\n", "[words]\na = []\n", "x = 1\n[[rule]]\n", ""):
        with pytest.raises(UserError, match="not one"):
            mine().rewritten(1, refused, FILE)


def test_broken_text_is_refused_with_its_line() -> None:
    """As everywhere else."""
    with pytest.raises(UserError, match=r"rules\.toml, line 3"):
        RuleText.of('[[rule]]\nid = "a"\napp = \n', FILE)


def test_rules_in_another_notation_are_left_alone() -> None:
    """A list of inline tables has no lines of its own to move."""
    with pytest.raises(UserError, match="not written as"):
        RuleText.of('rule = [{ id = "a" }, { id = "b" }]\n', FILE)


WORDS = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\r"), max_size=12)
TABLES: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {"id": WORDS}, optional={"title_contains": WORDS | st.lists(WORDS, min_size=1), "not": st.fixed_dictionaries({})}
)
EDITS = st.lists(
    st.tuples(st.sampled_from(["add", "replace", "move", "remove"]), st.integers(0, 9), TABLES), max_size=8
)


@given(EDITS)
def test_whatever_is_edited_says_what_was_meant(edits: list[tuple[str, int, dict[str, object]]]) -> None:
    """The text read anew has the rules that a plain list would have, and all the rest of the file."""
    text, wanted = mine(), list(mine().rules)
    for what, number, table in edits:
        at = number % (len(wanted) or 1)
        if what == "add" or not wanted:
            text = text.added(table, at)
            wanted.insert(at, table)
        elif what == "replace":
            text, wanted[at] = text.replaced(at, table), table
        elif what == "move":
            to = (number + 1) % len(wanted)
            text = text.moved(at, to)
            wanted.insert(to, wanted.pop(at))
        else:
            text = text.removed(at)
            wanted.pop(at)

    read = RuleText.of(text.text, FILE)
    rest = {key: value for key, value in tomllib.loads(MINE).items() if key != "rule"}
    assert list(read.rules) == wanted
    assert {key: value for key, value in tomllib.loads(text.text).items() if key != "rule"} == rest
    assert "# --- Mail ---" in text.text
