"""A rule as rows of a form, and back."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifiers.rule_writing import RuleTable
from core.category import Kind
from gui.presenters.rule_conditions import (
    WAYS,
    Condition,
    RuleForm,
    Way,
    example,
    form_of,
    has_condition,
    in_words,
    subject_name,
    table_of,
    way_name,
)

PORTAL = """
id = "portal"
app = "@browsers"
title_contains = ["appraiser", "estimate"]
title_all = ["a", "b"]
weekday = "Mon-Fri"
idle_over = "5m"
not = { title_contains = "draft" }
category = "Knowledge/Look-up"
"""


def table(text: str) -> RuleTable:
    return tomllib.loads(text)


def test_a_rule_becomes_rows() -> None:
    """Several words stand in one field; what must not be has a row of its own."""
    form = form_of(table(PORTAL))

    assert form is not None
    assert (form.name, form.kind, form.activity) == ("portal", Kind.KNOWLEDGE, "Look-up")
    assert [(one.way.key, one.way.negated, one.value) for one in form.conditions] == [
        ("app", False, "@browsers"),
        ("title_contains", False, "appraiser | estimate"),
        ("title_all", False, "a & b"),
        ("idle_over", False, "5m"),
        ("weekday", False, "Mon-Fri"),
        ("title_contains", True, "draft"),
    ]


def test_an_untouched_form_changes_nothing() -> None:
    """Not even the order of the keys, or a list of one word."""
    rule = {**table(PORTAL), "comment": "why", "app": ["@browsers"]}
    form = form_of(rule)

    assert form is not None
    written = table_of(form, rule)
    assert list(written.items()) == list(rule.items())


@pytest.mark.parametrize(
    "more",
    [
        'keep_active = "5m"',
        "private = true",
        'redact = "x"',
        'case = "(?P<case>x)"',
        'title_regex = ["a", "b"]',
        'title = "Page | Site"',
        'title = [" a "]',
        "title = []",
        "title = 5",
        "not = 5",
        "not = { nothing = 1 }",
        'not = { title_regex = "x" }',
        'category = "Idle"',
        "category = 5",
        'unheard_of = "x"',
    ],
)
def test_what_the_form_cannot_say_is_left_to_the_text(more: str) -> None:
    """Nothing is shown in part."""
    rule = 'id = "a"\napp = "x"\n' + ("" if "category" in more else 'category = "Work"\n') + more

    assert form_of(table(rule)) is None


def test_empty_rows_are_left_out() -> None:
    """A condition that says nothing yet is none; a form without a name has no id."""
    form = RuleForm(
        name="",
        conditions=(Condition(Way("title_contains"), " | "), Condition(Way("app", negated=True), "  x ")),
        kind=Kind.WORK,
        activity=" Mail ",
    )

    assert table_of(form, {"id": "a", "title_contains": "b"}) == {"not": {"app": "x"}, "category": "Work/Mail"}


def test_a_rule_without_any_condition_is_known() -> None:
    """It would match everything."""
    assert [has_condition(rule) for rule in ({"id": "a"}, {"not": {"app": "x"}}, {"time": "08:00-09:00"})] == [
        False,
        True,
        True,
    ]


def test_conditions_are_told_in_words() -> None:
    """As the test box says why a rule decides."""
    rule = {"id": "a", "app": "x", "not": {"title_word": "draft"}, "category": "Work"}

    assert in_words(rule) == "app is “x” and title has not the word “draft”"


def test_every_way_has_a_name_and_an_example() -> None:
    """And no two ways of one subject have the same."""
    names = [(subject_name(way.subject), way_name(way)) for way in WAYS]

    assert len(set(names)) == len(WAYS)
    assert all(example(way) for way in WAYS)


WORDS = st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=6).filter(
    lambda word: "|" not in word and "&" not in word
)
VALUES = WORDS | st.lists(WORDS, min_size=2, max_size=3)
KEYS = st.dictionaries(st.sampled_from(["app", "app_contains", "title", "title_word", "title_all", "time"]), VALUES)


@given(conditions=KEYS, excluded=st.dictionaries(st.sampled_from(["app", "title_contains", "weekday"]), VALUES))
def test_form_and_rule_say_the_same(conditions: dict[str, object], excluded: dict[str, object]) -> None:
    """Whatever fits into the form comes out of it as it went in."""
    rule = {"id": "a", **conditions, "category": "Work"} | ({"not": excluded} if excluded else {})
    form = form_of(rule)

    assert form is not None
    assert table_of(form, rule) == rule
    assert table_of(form, {}) == rule
