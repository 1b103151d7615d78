"""What a rule knows of its own conditions."""

from classifiers.context_matcher import Exact, HavingWord, words
from classifiers.lengths import length_ms
from classifiers.matcher import Not, Subject
from classifiers.moment_matcher import IdleOver, InState, MomentMatcher, on_weekday
from classifiers.rule import Rule
from core.category import Category
from core.span import State

INBOX = HavingWord(("Inbox",))
MAIL = Exact(Subject.APP, words(Subject.APP, ["mail"]))


def a_rule(*moments: MomentMatcher) -> Rule:
    return Rule(id="r", category=Category("Work"), matchers=(INBOX, Not(MAIL)), moments=moments)


def test_a_rule_tells_its_conditions_on_the_app_from_those_on_the_title() -> None:
    """The judge asks about the app once and about each title apart."""
    assert a_rule().about(Subject.APP) == (Not(MAIL),)
    assert a_rule().about(Subject.TITLE) == (INBOX,)


def test_only_a_rule_that_asks_for_it_sees_time_without_anybody() -> None:
    """To exclude a state is not to ask for the others."""
    assert a_rule(InState((State.IDLE,))).sees_absence
    assert a_rule(IdleOver(length_ms("5m"))).sees_absence
    assert not a_rule(on_weekday(["Sat"])).sees_absence
    assert not a_rule(Not(InState((State.CALL,)))).sees_absence
