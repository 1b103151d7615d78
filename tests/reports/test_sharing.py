"""What may leave a desk."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifiers.context_matcher import Exact, words
from classifiers.judging import RuleJudge
from classifiers.matcher import Subject
from classifiers.rule import Layer, Rule
from classifiers.ruleset import Ruleset
from core.category import Category
from core.clock import MS_PER_DAY
from core.period import Period
from core.span import State
from reports.coverage import coverage
from reports.shapes import Report, Total
from reports.sharing import SharedDay, shared_day
from tests.factories import NINE, a_gap, a_span
from tests.storage.records import Kept

MONDAY = date(2026, 3, 2)
NAMED = {"Work/Claims", "Work/Mail", "Knowledge/Wiki"}


def _report(*rows: tuple[str, int], gap_ms: int = 0) -> Report:
    return Report(
        period=Period(MONDAY, MONDAY),
        timezone="Europe/Berlin",
        by="category",
        rows=tuple(Total(key=key, observed_ms=ms, attended_ms=ms) for key, ms in rows),
        recorded_ms=sum(ms for _key, ms in rows),
        gap_ms=gap_ms,
        idle_threshold_s=300,
        ruleset="1",
        coverage=coverage(()),
    )


def test_categories_of_the_organisation_keep_their_names() -> None:
    shared = shared_day(_report(("Work/Claims", 60_000), ("Idle", 30_000), gap_ms=10_000), NAMED, "category")
    assert shared == SharedDay(
        day="2026-03-02", recorded_s=90, not_recorded_s=10, seconds={"Idle": 30, "Work/Claims": 60}
    )


def test_names_of_the_person_become_other() -> None:
    """All of one kind in one row, so that not even their number is told."""
    report = _report(("Work/Claims", 5_000), ("Work/Looking for a new job", 7_000), ("Work/Anna", 3_000))
    assert shared_day(report, NAMED, "category").seconds == {"Work/Claims": 5, "Work/Other": 10}
    assert shared_day(_report(("Personal/Doctor", 9_000)), NAMED, "category").seconds == {"Personal/Other": 9}


def test_kind_without_an_activity_is_no_name_of_a_person() -> None:
    report = _report(("Unclassified", 4_000), ("Personal", 2_000), ("Work", 1_000))
    assert shared_day(report, set(), "category").seconds == {"Personal": 2, "Unclassified": 4, "Work": 1}


def test_only_kinds_where_the_policy_says_so() -> None:
    report = _report(("Work/Claims", 5_000), ("Work/Anna", 7_000), ("Knowledge/Wiki", 1_000))
    assert shared_day(report, NAMED, "kind").seconds == {"Knowledge": 1, "Work": 12}


def test_private_time_joins_what_was_not_recorded() -> None:
    """Nobody can tell private time from a pause or a crash."""
    shared = shared_day(_report(("Private", 600_000), ("Work/Mail", 60_000), gap_ms=30_000), NAMED, "category")
    assert shared == SharedDay(day="2026-03-02", recorded_s=60, not_recorded_s=630, seconds={"Work/Mail": 60})


@given(
    rows=st.dictionaries(
        st.sampled_from(("Work/Claims", "Work/Anna", "Work/Ben", "Personal", "Personal/Doctor", "Idle", "Private")),
        st.integers(1, 40_000_000),
    ),
    detail=st.sampled_from(("category", "kind")),
)
def test_seconds_always_add_up(rows: dict[str, int], detail: str) -> None:
    """To what was recorded, and to within half a second of each row to what was observed."""
    shared = shared_day(_report(*rows.items()), NAMED, detail)
    assert shared.recorded_s == sum(shared.seconds.values())
    observed_ms = sum(ms for key, ms in rows.items() if key != "Private")
    assert abs(shared.recorded_s * 1000 - observed_ms) <= 500 * len(rows)


@pytest.mark.parametrize("layer", [Layer.PERSONAL, Layer.ORGANISATION])
def test_rules_decide_which_names_leave_the_desk(kept: Kept, layer: Layer) -> None:
    """From the record to the rows: what a personal rule coined is `Other`, the same from the organisation is named."""
    coined = Rule(
        id="coined",
        category=Category("Work/Union"),
        matchers=(Exact(Subject.APP, words(Subject.APP, ["calc"])),),
        layer=layer,
    )
    ruleset = Ruleset((coined,))
    desk = kept.judged_by(RuleJudge(ruleset))
    desk.write(
        a_span(NINE, app="calc", seconds=120),
        a_span(NINE + 180_000, app="", title="", state=State.PRIVATE),
        a_span(NINE + 2 * MS_PER_DAY, app="calc", seconds=0.4),
        gaps=(a_gap(NINE + 120_000),),
    )
    with desk.service() as service:
        days = service.shared_days(Period(MONDAY, date(2026, 3, 8)), ruleset.org_category_names, "category")
    name = "Work/Other" if layer is Layer.PERSONAL else "Work/Union"
    assert days == [SharedDay(day="2026-03-02", recorded_s=120, not_recorded_s=120, seconds={name: 120})]
