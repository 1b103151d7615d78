"""The page on rules shows rules that work, and names every key of the language."""

import re
import textwrap
from pathlib import Path

from classifiers.judging import RuleJudge
from classifiers.loading import load_ruleset
from classifiers.rule_shape import RuleShape
from core.span import Context

PAGE = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")


def test_the_file_that_is_shown_does_what_it_says(tmp_path: Path) -> None:
    """Its names, its activity, its exception."""
    file = tmp_path / "rules.toml"
    [block] = [found for found in re.findall(r"(?:^(?:    .*)?\n)+", PAGE, re.MULTILINE) if "[[rule]]" in found]
    file.write_text(textwrap.dedent(block), encoding="utf-8")
    ruleset = load_ruleset(file)
    judge = RuleJudge(ruleset)

    assert judge.default(Context("Ledger Pro.exe", "Final notice 7")).rule_id == "dunning"
    assert judge.default(Context("Ledger Pro.exe", "Final notice 7, draft")).rule_id != "dunning"
    assert ruleset.activities["Work/Dunning"].standard_time_ms == 12 * 60_000
    assert ruleset.carry_over_ms == 60_000


def test_every_key_of_a_rule_is_explained() -> None:
    told = set(re.findall(r"`(\w+)(?: = [^`]*)?`", PAGE))

    assert set(RuleShape.__struct_encode_fields__) - {"id", "comment"} - told == set()
