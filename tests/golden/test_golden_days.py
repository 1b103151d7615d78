"""Whole days as a person can read them, with everything that must come of them worked out by hand."""

from pathlib import Path

import pytest

from classifiers.judging import RuleJudge
from classifiers.loading import merged
from classifiers.named_sets import NamedSets
from classifiers.rule import Layer
from classifiers.rule_file import read_rules
from core.period import DayStarts
from core.rollup import roll
from core.toml_file import read_toml
from reports.totals import total
from tests.golden.day_file import as_lines, as_report, read_day

DAYS = sorted(Path(__file__).parent.glob("*.day"))


def judge_of(day: Path) -> RuleJudge:
    """By the rules beside the day, and no others."""
    read = read_rules(read_toml(day.with_suffix(".toml")), Layer.PERSONAL, NamedSets())
    assert not read.faults
    return RuleJudge(merged([read]))


@pytest.mark.parametrize("file", DAYS, ids=lambda file: file.stem)
def test_the_pieces_are_those_worked_out_by_hand(file: Path) -> None:
    """Times, states, categories, rules and the work that was served."""
    day = read_day(file)

    assert as_lines(judge_of(file)(day.spans, day.corrections)) == day.pieces


@pytest.mark.parametrize("file", DAYS, ids=lambda file: file.stem)
def test_the_report_is_the_one_worked_out_by_hand(file: Path) -> None:
    """Recorded and attended time by category, through the same function as every report."""
    day = read_day(file)

    pieces = judge_of(file)(day.spans, day.corrections)

    assert as_report(total(roll(pieces).items(), "category", DayStarts())) == day.report


def test_there_are_golden_days() -> None:
    """Four at least."""
    assert len(DAYS) >= 4
