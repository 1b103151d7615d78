"""What a ruleset knows about itself: its version, and the names that may leave the desk."""

from dataclasses import replace

from classifiers.context_matcher import HavingWord
from classifiers.effect import WriteEffects
from classifiers.loading import load_ruleset
from classifiers.matcher import Not
from classifiers.moment_matcher import IdleOver
from classifiers.rule import Layer, Rule
from classifiers.ruleset import Ruleset
from core.category import Category

PRIVATE = WriteEffects(private=True)


def a_rule(rule_id: str = "wiki", category: str = "Knowledge/Wiki", layer: Layer = Layer.PERSONAL) -> Rule:
    return Rule(id=rule_id, category=Category(category), matchers=(HavingWord(("wiki",)),), layer=layer)


def test_the_version_stays_while_the_verdicts_stay() -> None:
    """Reading the same rules twice, or commenting them, gives the same version."""
    rule = a_rule()

    assert load_ruleset().version == load_ruleset().version
    assert Ruleset((rule,)).version == Ruleset((replace(rule, comment="why not"),)).version
    assert Ruleset((rule,)).version == Ruleset((rule, replace(rule, id="bank", category=None, effects=PRIVATE))).version


def test_the_version_changes_with_whatever_decides_a_verdict() -> None:
    """Id, category, conditions and order each make another version."""
    rule, other = a_rule(), a_rule("other")
    versions = {
        Ruleset(rules).version
        for rules in (
            (),
            (rule,),
            (rule, other),
            (other, rule),
            (replace(rule, id="new"),),
            (replace(rule, category=Category("Work")),),
            (replace(rule, matchers=(HavingWord(("wikis",)),)),),
            (replace(rule, matchers=(Not(HavingWord(("wiki",))),)),),
            (replace(rule, moments=(IdleOver(60_000),)),),
            (replace(rule, keep_active_ms=60_000),),
        )
    }

    assert len(versions | {Ruleset((rule,), carry_over_ms=60_000).version}) == 11


def test_names_that_only_a_person_coined_do_not_leave_the_desk() -> None:
    """The kinds, and what the shipped or the organisation's rules name, may; a personal name may not."""
    ruleset = Ruleset((
        a_rule("mine", "Work/Lottery"),
        a_rule("house", "Work/Claims", Layer.ORGANISATION),
        a_rule("wiki", "Knowledge/Wiki", Layer.SHIPPED),
    ))  # fmt: skip

    assert {
        "Work", "Knowledge", "Personal", "Unclassified", "Idle", "Private", "Work/Claims", "Knowledge/Wiki",
    } == ruleset.org_category_names  # fmt: skip
