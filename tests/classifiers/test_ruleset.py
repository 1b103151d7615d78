"""What a ruleset knows about itself: its version, and the names that may leave the desk."""

from dataclasses import replace

from classifiers.loading import load_ruleset
from classifiers.rule import HavingWord, Layer, Rule
from classifiers.ruleset import Ruleset
from core.category import Category


def a_rule(rule_id: str = "wiki", category: str = "Knowledge/Wiki", layer: Layer = Layer.PERSONAL) -> Rule:
    return Rule(id=rule_id, category=Category(category), matchers=(HavingWord(("wiki",)),), layer=layer)


def test_the_version_stays_while_the_verdicts_stay() -> None:
    """Reading the same rules twice, or commenting them, gives the same version."""
    rule = a_rule()

    assert load_ruleset().version == load_ruleset().version
    assert Ruleset((rule,)).version == Ruleset((replace(rule, comment="why not"),)).version


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
        )
    }

    assert len(versions) == 7


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
