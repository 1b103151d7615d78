"""Rules that can never have an effect are named, and never one that can."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from classifiers.judging import RuleJudge
from classifiers.ruleset import Ruleset
from classifiers.shadowing import shadows
from core.span import Span
from tests.classifiers.rule_files import RuleTable
from tests.classifiers.test_judging_days import days, ruleset_of
from tests.classifiers.test_judging_days import rule_tables as rule_tables_on_days
from tests.classifiers.test_judging_properties import LETTERS, rule_tables, rules_of
from tests.factories import a_context


def shadowed(*tables: RuleTable) -> list[tuple[str, str, str | None]]:
    found = shadows(ruleset_of(tables, "0s").rules)
    return [(shadow.rule.id, shadow.effect, shadow.by.id if shadow.by else None) for shadow in found]


def pair(one: dict[str, object], other: dict[str, object]) -> list[tuple[str, str, str | None]]:
    work = {"category": "Work"}
    return shadowed({"id": "one", **work, **one}, {"id": "other", **work, **other})  # type: ignore[dict-item]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"app": ["a", "b"]}, {"app": "B.exe"}),
        ({"app": "libre*"}, {"app": ["librecalc", "LibreWriter"]}),
        ({"app": ["libre*", "x"]}, {"app": ["libre*"]}),
        ({"app_contains": "office"}, {"app": "LibreOffice"}),
        ({"app_regex": "^ex"}, {"app": ["excel", "exwho"]}),
        ({"app": "a"}, {"app": "a", "title": "x"}),
        ({"title_contains": "voice"}, {"title_contains": ["Invoice", "my voice"]}),
        ({"title_contains": "sap"}, {"title_word": "SAP GUI"}),
        ({"title_word": "SAP"}, {"title_word": ["SAP GUI", "the SAP"]}),
        ({"title_word": "SAP"}, {"title_contains": "use SAP now"}),
        ({"title_word": "SAP"}, {"title": "SAP"}),
        ({"title_all": ["a", "b"]}, {"title_all": ["b", "c", "a"]}),
        ({"title_all": ["a", "b"]}, {"title_contains": "xaxbx"}),
        ({"title_regex": ["a+", "b+"]}, {"title_regex": "b+"}),
        ({"app": "a", "not": {"title_contains": "draft 1"}}, {"app": "a", "not": {"title_contains": "draft"}}),
        ({"not": {"app": ["b", "c"]}}, {"app": ["a"]}),
        ({"app": "a", "weekday": "Mon-Fri"}, {"app": "a", "weekday": "Tue", "time": "08:00-09:00"}),
        ({"app": "a", "time": ["08:00-10:00", "10:00-12:00"]}, {"app": "a", "time": "09:00-11:00"}),
        ({"app": "a", "not": {"weekday": "Sun"}}, {"app": "a", "weekday": "Mon"}),
        ({"app": "a", "state": ["active", "call", "idle"]}, {"app": "a"}),
        ({"app": "a", "state": "idle"}, {"app": "a", "idle_over": "5m"}),
        ({"app": "a", "idle_over": "1m"}, {"app": "a", "idle_over": "5m"}),
    ],
)
def test_a_rule_behind_a_wider_one_is_named(one: dict[str, object], other: dict[str, object]) -> None:
    """With the rule that is always asked in its place."""
    assert pair(one, other) == [("other", "category", "one")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"app": "a"}, {"app": ["a", "b"]}),
        ({"app": "a"}, {"app": "a*"}),
        ({"app": "a", "title": "x"}, {"app": "a"}),
        ({"title_contains": ["Invoice"]}, {"title_contains": ["voice"]}),
        ({"title_word": "SAP"}, {"title_contains": "SAP"}),
        ({"title_word": "SAP"}, {"title_contains": "use SAP"}),
        ({"title": "SAP"}, {"title_word": "SAP"}),
        ({"title_all": ["a", "b"]}, {"title_contains": ["ab", "a"]}),
        ({"title_regex": "b+"}, {"title_regex": ["a+", "b+"]}),
        ({"title_regex": "SAP"}, {"title": "sap"}),
        ({"app": "a", "not": {"title_contains": "draft"}}, {"app": "a", "not": {"title_contains": "draft 1"}}),
        ({"not": {"app": ["a", "c"]}}, {"app": ["a", "b"]}),
        ({"app": "a", "weekday": "Tue"}, {"app": "a", "weekday": "Mon-Fri"}),
        ({"app": "a", "time": ["08:00-10:00", "10:01-12:00"]}, {"app": "a", "time": "09:00-11:00"}),
        ({"app": "a"}, {"app": "a", "state": ["active", "idle"]}),
        ({"app": "a", "state": "call"}, {"app": "a"}),
        ({"app": "a", "idle_over": "5m"}, {"app": "a", "idle_over": "1m"}),
        ({"app": "a", "idle_over": "5m"}, {"app": "a", "state": "idle"}),
    ],
)
def test_a_rule_that_may_still_match_is_not_named(one: dict[str, object], other: dict[str, object]) -> None:
    """Better silent than wrong."""
    assert pair(one, other) == []


def test_each_effect_is_looked_at_apart() -> None:
    """A rule may be of no use for one thing and of use for another; redactions always are."""
    keep: RuleTable = {"id": "keep", "app": "a", "keep_active": "5m"}
    bank: RuleTable = {"id": "bank", "app_contains": "bank", "private": True}
    both: RuleTable = {"id": "both", "app": "a", "keep_active": "1m", "category": "Work"}
    more: RuleTable = {"id": "more", "app": "mybank", "private": True, "redact": "x"}

    assert shadowed(keep, bank, both, more) == [("both", "keep_active", "keep"), ("more", "private", "bank")]


def test_conditions_that_exclude_each_other_are_named() -> None:
    """No rule is asked in its place: it cannot match at all."""
    never: RuleTable = {"id": "never", "app": "a", "state": "active", "idle_over": "5m", "category": "Work"}
    nor: RuleTable = {"id": "nor", "time": "08:00-09:00", "not": {"time": "07:00-10:00"}, "category": "Work"}

    assert shadowed(never, nor) == [("never", "category", None), ("nor", "category", None)]


TITLES = [
    f"{one}{two}{three}"
    for one, two, three in itertools.product(["", "a", "ab", "b", "ä"], [" ", "", "_"], ["a", "bA", "b"])
]
APPS = ["a", "b", "ab", "A.exe", "ba", "a b"]


@settings(max_examples=settings().max_examples * 4)
@given(rule_tables(), st.text(LETTERS, max_size=8))
def test_no_window_is_ever_decided_by_a_rule_that_was_named(tables: list[RuleTable], title: str) -> None:
    """Whatever the rules, titles and programs."""
    rules = rules_of(tables)
    named = {shadow.rule.id for shadow in shadows(rules) if shadow.effect == "category"}
    judge = RuleJudge(Ruleset(rules))

    if named:
        for app in APPS:
            for each in (*TITLES, title):
                assert judge.default(a_context(app, each)).rule_id not in named


@settings(max_examples=settings().max_examples * 4)
@given(rule_tables_on_days(), days())
def test_no_moment_is_ever_decided_by_a_rule_that_was_named(tables: list[RuleTable], spans: list[Span]) -> None:
    """Whatever the day."""
    ruleset = ruleset_of(tables, "0s")
    found = list(shadows(ruleset.rules))

    for piece in RuleJudge(ruleset)(spans, ()):
        assert piece.verdict.rule_id not in {shadow.rule.id for shadow in found if shadow.effect == "category"}
        kept_by = {shadow.rule.id for shadow in found if shadow.effect == "keep_active"}
        assert not any(f"kept active up to {piece.verdict.why}".endswith(f"by rule {each}") for each in kept_by)
