"""Which rules hold: layers, their order, and rules that stand in for others."""

from pathlib import Path

from classifiers.judging import RuleJudge
from classifiers.loading import load_layers, load_ruleset, shipped_files
from classifiers.rule import Layer
from core.category import Category
from tests.classifiers.rule_files import write_rules
from tests.factories import a_context

MAIL_IS_CLAIMS = {"id": "claims-mail", "app": "thunderbird", "category": "Work/Claims"}


def test_without_a_file_the_shipped_rules_hold(tmp_path: Path) -> None:
    """A person who never wrote a rule has the shipped ones, and no error."""
    assert load_ruleset().rules == load_ruleset(tmp_path / "rules.toml").rules != ()


def test_personal_rules_are_asked_before_shipped_ones(tmp_path: Path) -> None:
    """A rule of one's own overrules the shipped rule for the same program, and nothing else."""
    judge = RuleJudge(load_ruleset(write_rules(tmp_path / "rules.toml", MAIL_IS_CLAIMS)))

    assert judge.default(a_context("thunderbird")).rule_id == "claims-mail"
    assert judge.default(a_context("outlook")).rule_id == "mail"


def test_the_organisation_is_asked_before_the_person(tmp_path: Path) -> None:
    """The order of the layers decides, not the order in which their files are given."""
    personal = write_rules(tmp_path / "rules.toml", MAIL_IS_CLAIMS)
    organisation = write_rules(tmp_path / "org.toml", {"id": "org", "app": "thunderbird", "category": "Work/Service"})

    ruleset = load_layers([(Layer.PERSONAL, personal), (Layer.ORGANISATION, organisation)])

    assert [rule.layer for rule in ruleset.rules[:3]] == [Layer.ORGANISATION, Layer.PERSONAL, Layer.SHIPPED]
    assert RuleJudge(ruleset).default(a_context("thunderbird")).category.path == "Work/Service"


def test_a_rule_stands_in_for_the_one_with_its_id_in_a_layer_below(tmp_path: Path) -> None:
    """Taking a shipped id changes that rule, and the shipped one is not asked any more."""
    personal = write_rules(tmp_path / "rules.toml", {"id": "games", "app": "aisleriot", "category": "Work/Testing"})

    ruleset = load_ruleset(personal)

    assert [rule.category for rule in ruleset.rules if rule.id == "games"] == [Category("Work/Testing")]
    assert RuleJudge(ruleset).default(a_context("steam")).why == "no rule matches"


def test_the_shipped_files_come_in_the_order_of_their_names() -> None:
    """Their order is part of what they mean."""
    names = [file.path.name for file in shipped_files()]

    assert sorted(names) == names
    assert names[0] == "10-knowledge.toml"
