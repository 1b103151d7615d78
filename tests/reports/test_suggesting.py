"""Rules that would explain unclassified time: what is offered, and that they do what is said of them."""

import random
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from classifiers.judging import RuleJudge
from classifiers.loading import load_layers
from classifiers.rule import Layer
from classifiers.ruleset import Ruleset
from core.category import UNCLASSIFIED, Category
from core.clock import MS_PER_MIN
from core.context_total import ContextTotal, CorrectedTotal
from core.period import Period
from core.span import Context, State
from reports.rule_search import SuggestedRule
from reports.rule_text import rule_text
from reports.suggesting import Lost, Suggestions, suggest

PERIOD = Period(date(2026, 3, 2), date(2026, 3, 29))
CLAIMS, MAIL = Category("Work/Claims"), Category("Work/Mail")
BROWSERS = frozenset({"firefox"})


def total(
    app: str, title: str, minutes: float, category: Category = UNCLASSIFIED, state: State = State.ACTIVE
) -> ContextTotal:
    known = category != UNCLASSIFIED
    ms = round(minutes * MS_PER_MIN)
    return ContextTotal(hash((app, title)), Context(app, title), state, ms, category, "a rule" if known else None)


def said(number: int, category: Category, app: str, title: str, minutes: float = 5) -> CorrectedTotal:
    return CorrectedTotal(number, category, total(app, title, minutes))


def suggested(totals: Sequence[ContextTotal], corrected: Sequence[CorrectedTotal] = ()) -> Suggestions:
    return suggest(PERIOD, totals, corrected, BROWSERS)


def in_minutes(rules: Sequence[SuggestedRule]) -> list[tuple[str | None, str | None, str | None, float, int, float]]:
    """(app, word, category, minutes explained, titles, minutes overridden)."""
    return [
        (
            rule.app,
            rule.word,
            rule.category.path if rule.category else None,
            rule.explained_ms / MS_PER_MIN,
            rule.titles,
            rule.overrides_ms / MS_PER_MIN,
        )
        for rule in rules
    ]


def test_each_word_counts_what_those_before_it_do_not_explain() -> None:
    """The word "flood" is in 70 minutes and "meier" in 50, but in 10 only of what is left."""
    found = suggested(
        [
            total("firefox", "Flood Meier - Mozilla Firefox", 40),
            total("firefox", "Flood Schulz - Mozilla Firefox", 30),
            total("firefox", "Letter Meier - Mozilla Firefox", 10),
            total("firefox", "Kitchen - Mozilla Firefox", 200, Category("Personal")),
            total("calc", "Anything", 90, state=State.IDLE),
        ]
    )
    assert (found.attended_ms, found.unclassified_ms) == (280 * MS_PER_MIN, 80 * MS_PER_MIN)
    assert found.programs == (Lost("firefox", 80 * MS_PER_MIN, 3),)
    assert found.words == (Lost("flood", 70 * MS_PER_MIN, 2), Lost("letter", 10 * MS_PER_MIN, 1))
    assert in_minutes(found.rules) == [
        ("firefox", "flood", None, 70, 2, 0),
        ("firefox", "letter", None, 10, 1, 0),
    ]


def test_category_is_that_of_nearly_all_that_is_like_it() -> None:
    """Three quarters of what has "flood" in its title are claims; the rest would change."""
    found = suggested(
        [
            total("calc", "Flood one", 60),
            total("writer", "Flood two", 60),
            total("calc", "Flood three", 75, CLAIMS),
            total("writer", "Flood four", 25, MAIL),
        ]
    )
    assert in_minutes(found.rules) == [(None, "flood", "Work/Claims", 120, 2, 25)]


def test_word_of_everything_tells_nothing() -> None:
    """What has "minutes" in its title is this and that, and more of it than is unclassified: no rule is offered."""
    found = suggested(
        [
            total("calc", "Minutes", 20),
            total("calc", "Minutes of yesterday", 30, CLAIMS),
            total("calc", "Minutes of today", 30, MAIL),
            total("calc", "Budget", 30, MAIL),
        ]
    )
    assert found.rules == ()
    assert found.programs == (Lost("calc", 20 * MS_PER_MIN, 1),)


def test_where_no_word_is_known_the_program_tells() -> None:
    """All else of this program is claims; of a browser that would say nothing."""
    rest = [total(app, "Kitchen", 60, CLAIMS) for app in ("desk", "firefox")]
    found = suggested([*rest, total("desk", "Flood", 30), total("firefox", "Storm", 20)])

    assert in_minutes(found.rules) == [
        ("desk", "flood", "Work/Claims", 30, 1, 0),
        ("firefox", "storm", None, 20, 1, 0),
    ]


def test_program_that_no_rule_knows_gets_one_rule() -> None:
    """Rather than one for the word that is in all of its titles; a browser never does."""
    found = suggested(
        [total("ledger", f"{word} - Ledger Pro", 10) for word in ("Kitchen", "Storm", "Flood", "Hail")]
        + [total("firefox", f"{word} - Mozilla Firefox", 10) for word in ("Garden", "Fence", "Shed", "Well")]
    )
    assert in_minutes(found.rules)[0] == ("ledger", None, None, 40, 4, 0)
    assert {rule.word for rule in found.rules[1:]} == {"garden", "fence", "shed", "well"}


def test_correction_made_three_times_is_offered_as_a_rule() -> None:
    """For the program and the word, first of all; twice is not enough, and what contradicts itself is not offered."""
    corrected = [
        *(said(n, CLAIMS, "calc", f"Flood {name}") for n, name in enumerate(("Meier", "Schulz", "Huber"), 1)),
        *(said(n, MAIL, "calc", f"Letter {name}") for n, name in enumerate(("Ost", "West"), 4)),
        *(said(n, MAIL if n % 2 else CLAIMS, "writer", f"Storm {n}") for n in range(6, 14)),
    ]
    found = suggested([total("calc", "Flood Bauer", 30), total("calc", "Kitchen", 60, MAIL)], corrected)

    assert in_minutes(found.rules) == [("calc", "flood", "Work/Claims", 30, 1, 0)]
    assert [rule.corrections for rule in found.rules] == [3]


def test_correction_that_a_rule_follows_by_now_is_not_offered_again() -> None:
    """The windows have that category already."""
    corrected = [
        CorrectedTotal(n, CLAIMS, total("calc", f"Flood {name}", 5, CLAIMS)) for n, name in enumerate(("A", "B", "C"))
    ]
    assert suggested([total("calc", "Kitchen", 60, MAIL)], corrected).rules == ()


def test_time_that_a_rule_calls_unclassified_is_left_alone() -> None:
    """Somebody wanted it so."""
    wanted = ContextTotal(1, Context("calc", "Flood"), State.ACTIVE, 9_000_000, UNCLASSIFIED, "not yet known")
    assert suggested([wanted]).rules == ()


def test_of_nothing_nothing_is_offered() -> None:
    assert suggested([]) == Suggestions(
        period=PERIOD, attended_ms=0, unclassified_ms=0, programs=(), words=(), rules=()
    )


def test_text_says_what_the_rule_does_and_what_is_left_to_say() -> None:
    """Every line of it but the rule is a comment."""
    rule = SuggestedRule(
        app='The "desk"',
        word="flood",
        category=None,
        explained_ms=204 * MS_PER_MIN,
        titles=12,
        overrides_ms=20 * MS_PER_MIN,
        corrections=0,
    )
    assert rule_text(rule) == (
        "# explains 3.4 h under 12 titles\n"
        "# takes 20 min that is something else today\n"
        "# nothing that is classified is like it: put in the place of the question mark what it is\n"
        "[[rule]]\n"
        'id = "suggested-The \\"desk\\"-flood"\n'
        'app = "The \\"desk\\""\n'
        'title_word = "flood"\n'
        'category = "Work/?"\n'
    )


apps = st.sampled_from(["calc", "Desk.exe", "firefox", 'odd "name"', "gl*b", ""])
titles = st.lists(
    st.sampled_from(["Flood", "Storm", "Straße", "Meier", "of", "‹client›", "C-12", "Letter", "snow_fall"]), max_size=4
).map(" ".join)
categories = st.sampled_from([UNCLASSIFIED, UNCLASSIFIED, CLAIMS, MAIL, Category("Personal")])
contexts = st.dictionaries(st.tuples(apps, titles), st.tuples(st.integers(1, 90), categories), max_size=14)


@given(known=contexts, shuffled=st.randoms(use_true_random=False))
def test_rules_do_what_is_said_of_them(
    known: dict[tuple[str, str], tuple[int, Category]], shuffled: random.Random
) -> None:
    """Written to a file and put in force one after the other, by the real judge; whatever the order of the rows."""
    totals = [total(app, title, minutes, category) for (app, title), (minutes, category) in known.items()]
    found = suggested(totals)
    shuffled.shuffle(totals)
    assert suggested(totals) == found
    left = [of for of in totals if of.category == UNCLASSIFIED]
    assert found.unclassified_ms == sum(of.observed_ms for of in left)
    for rule in found.rules:
        judge = _judge_of(rule_text(rule))
        path = rule.category.path if rule.category else "Work/?"
        changed = [of for of in totals if judge.default(of.context).rule_id is not None]
        assert {judge.default(of.context).category.path for of in changed} == {path}
        explained = [of for of in changed if of in left]
        assert (rule.explained_ms, rule.titles) == (sum(of.observed_ms for of in explained), len(explained))
        beaten = [of for of in changed if of.category not in {UNCLASSIFIED, rule.category}]
        assert rule.overrides_ms == sum(of.observed_ms for of in beaten)
        assert rule.titles > 0
        left = [of for of in left if of not in explained]


def _judge_of(text: str) -> RuleJudge:
    """By the rules of one text alone."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "rules.toml"
        file.write_text(text, encoding="utf-8")
        ruleset = load_layers([(Layer.PERSONAL, file)])
    own = tuple(rule for rule in ruleset.rules if rule.layer is Layer.PERSONAL)
    assert len(own) == 1
    return RuleJudge(Ruleset(own))
