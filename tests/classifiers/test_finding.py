"""Many rules at once: found by app and text, in their order, and none overlooked."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifiers import finding
from classifiers.context_matcher import seen
from classifiers.finding import FEW, Finder
from tests.classifiers.rule_files import RuleTable, fits_window
from tests.classifiers.test_judging_properties import rules_of
from tests.factories import a_context

TEXTS = ["claim", "claims", "laim", "aim", "reminder", "invoice", "voice", "ice", "sap", "a", "ä", "i", "in"]
WAYS = ["title_contains", "title_word", "title_all", "title", "title_regex"]


def many_rules(seed: int, number: int = 60) -> list[RuleTable]:
    choice = random.Random(seed)
    tables: list[RuleTable] = []
    for at in range(number):
        way = choice.choice(WAYS)
        texts: str | list[str] = choice.sample(TEXTS, choice.randint(1, 3))
        if way == "title_regex":
            texts = f"{texts[0]}.*{texts[-1]}"
        table: dict[str, str | list[str]] = {"id": f"{at}", "category": "Work", way: texts}
        tables.append({**table, "app": choice.choice(["excel", "*"])} if choice.random() < 0.5 else table)
    return tables


@given(st.integers(0, 500), st.lists(st.sampled_from([*TEXTS, " ", "-"]), max_size=6), st.sampled_from(["excel", "x"]))
def test_all_rules_that_match_are_found_in_their_order(seed: int, parts: list[str], app: str) -> None:
    """As by trying each of them."""
    tables, title = many_rules(seed), "".join(parts)
    finder = Finder(list(enumerate(rules_of(tables))))

    found = [match.rule.id for match in finder.matches(seen(a_context(app, title)))]

    assert found == [table["id"] for table in tables if fits_window(table, app, title)]


@given(st.integers(0, 500), st.lists(st.sampled_from([*TEXTS, " ", "-"]), max_size=6))
def test_a_quick_no_is_never_wrong(seed: int, parts: list[str]) -> None:
    """Of few rules it can be told by the title alone that none of them matches."""
    finder = Finder(list(enumerate(rules_of(many_rules(seed, 3)))))
    context = a_context("excel", "".join(parts))

    if not finder.may_match(context):
        assert list(finder.matches(seen(context))) == []


def test_the_test_is_about_many_texts() -> None:
    """More than are looked for one by one."""
    assert len(TEXTS) > FEW


def test_remembered_programs_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Programs whose names are made up do not fill the memory."""
    monkeypatch.setattr(finding, "APPS_KEPT", 3)
    finder = Finder(list(enumerate(rules_of(many_rules(1)))))

    for number in range(10):
        list(finder.matches(seen(a_context(f"app-{number}"))))
    assert len(finder._apps) <= 3
