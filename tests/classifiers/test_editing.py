"""After an edit, only what it can change is asked again, and the answer is that of asking everything again."""

import random

from hypothesis import given
from hypothesis import strategies as st

from classifiers.editing import Edit
from classifiers.judging import RuleJudge
from classifiers.ruleset import Ruleset
from tests.classifiers.rule_files import RuleTable
from tests.classifiers.test_judging_properties import CONTEXTS, rule_tables, rules_of
from tests.factories import a_context


@given(rule_tables(), rule_tables(), CONTEXTS, st.randoms(use_true_random=False))
def test_an_edit_gives_what_asking_everything_again_gives(
    old: list[RuleTable], new: list[RuleTable], contexts: list[tuple[str, str]], choice: random.Random
) -> None:
    """Rules added, changed, removed and moved at once."""
    before = Ruleset(rules_of(old))
    mixed = [choice.choice((table, other)) for table, other in zip(old, [*new, *old], strict=False)] + new[len(old) :]
    choice.shuffle(mixed)
    after = Ruleset(rules_of(list({str(table["id"]): table for table in mixed}.values())))
    edit, judge_before, judge_after = Edit(before, after), RuleJudge(before), RuleJudge(after)

    for context in (a_context(*told) for told in contexts):
        stored, expected = judge_before.default(context), judge_after.default(context)
        told = edit.verdict(context, stored.rule_id)
        assert (told or stored) == expected
        if not edit.may_change(stored.rule_id):
            assert told is None


WIDE: list[RuleTable] = [
    {"id": f"wide-{number}", "title_contains": texts, "category": "Work"}
    for number, texts in enumerate((["a"], ["a", "b"], ["b"], ["ab"], ["b", "c"]))
]


@given(st.permutations(WIDE), st.permutations(WIDE), st.integers(0, 5), st.text("abc", max_size=3))
def test_a_rule_that_moved_is_tried_where_it_comes_first_now(
    old: list[RuleTable], new: list[RuleTable], kept: int, title: str
) -> None:
    """Of rules that match the same windows, order alone decides."""
    before, after = Ruleset(rules_of(old)), Ruleset(rules_of(new[:kept]))
    stored = RuleJudge(before).default(a_context("x", title))

    told = Edit(before, after).verdict(a_context("x", title), stored.rule_id)

    assert (told or stored) == RuleJudge(after).default(a_context("x", title))


FIRST: RuleTable = {"id": "first", "app": "a", "category": "Work"}
SECOND: RuleTable = {"id": "second", "app": "b", "category": "Work"}
THIRD: RuleTable = {"id": "third", "app": "c", "category": "Work"}


def an_edit(old: list[RuleTable], new: list[RuleTable]) -> Edit:
    return Edit(Ruleset(rules_of(old)), Ruleset(rules_of(new)))


def test_winners_before_the_edited_rule_are_left_alone() -> None:
    """They were asked first and still are; the winner itself and everything behind it may change."""
    edit = an_edit([FIRST, SECOND, THIRD], [FIRST, {**SECOND, "app": "d"}, THIRD])

    assert not edit.may_change("first")
    assert edit.may_change("second")
    assert edit.may_change("third")
    assert edit.may_change(None)


def test_a_removed_rule_concerns_only_what_it_decided() -> None:
    """Nothing else was ever tried against what comes behind it and failed for its sake."""
    edit = an_edit([FIRST, SECOND, THIRD], [FIRST, THIRD])

    assert [edit.may_change(winner) for winner in ("first", "second", "third", None)] == [False, True, False, False]


def test_comments_change_nothing_and_moments_say_so() -> None:
    """Whether pieces may differ beyond their contexts is told apart."""
    assert not an_edit([FIRST], [{**FIRST, "comment": "x"}]).may_change("first")
    assert not an_edit([FIRST], [{**FIRST, "comment": "x"}]).on_moments
    assert an_edit([FIRST], [{**FIRST, "weekday": "Sat"}]).on_moments
    assert an_edit([FIRST], [{**FIRST, "weekday": "Sat"}]).may_change("first")
