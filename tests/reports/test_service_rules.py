"""Reports always follow the rules that hold now, however far the record has come."""

from collections.abc import Callable
from datetime import date

import pytest

from core.clock import MS_PER_DAY
from core.period import Period
from reports.totals import GROUPINGS
from tests.factories import NINE, a_span
from tests.storage.records import Kept, rules

WEEK = Period(date(2026, 3, 2), date(2026, 3, 8))
NEW = {"calc": "Personal", "mail": "Work/Claims", "wiki": "Knowledge/Wiki"}


def _a_week(kept: Kept) -> None:
    for day in range(5):
        at_ms = NINE + day * MS_PER_DAY
        kept.write(
            a_span(at_ms, seconds=600, app="calc"),
            a_span(at_ms + 600_000, seconds=120, app="mail"),
            a_span(at_ms + 900_000, seconds=60, app="wiki"),
        )


def _nothing(_kept: Kept) -> None:
    """The agent has not noticed yet."""


def _rejudged(kept: Kept) -> None:
    kept.judged_by(rules(NEW))


def _rejudged_and_partly_built(kept: Kept) -> None:
    assert kept.judged_by(rules(NEW)).build(NINE + 2 * MS_PER_DAY) == [2]


def _rejudged_and_built(kept: Kept) -> None:
    kept.judged_by(rules(NEW)).build()


def _built_again_by_the_old(kept: Kept) -> None:
    kept.write(a_span(NINE + 6 * MS_PER_DAY, app="unheard-of"), removed=(a_span(NINE, seconds=600, app="calc"),))
    kept.build()
    kept.write(a_span(NINE, seconds=600, app="calc"), removed=(a_span(NINE + 6 * MS_PER_DAY, app="unheard-of"),))


@pytest.mark.parametrize(
    "meanwhile", [_nothing, _rejudged, _rejudged_and_partly_built, _rejudged_and_built, _built_again_by_the_old]
)
def test_changed_rules_hold_at_once(kept: Kept, meanwhile: Callable[[Kept], None]) -> None:
    """Fifty minutes become personal and ten become claims, whether the agent has rolled the week again or not."""
    _a_week(kept)
    kept.build()
    meanwhile(kept)
    with kept.service(rules(NEW)) as service:
        by_category = service.report(WEEK, "category")
        assert [(row.key, row.observed_ms) for row in by_category.rows] == [
            ("Personal", 50 * 60_000),
            ("Work/Claims", 10 * 60_000),
            ("Knowledge/Wiki", 5 * 60_000),
        ]
        assert by_category.ruleset == rules(NEW).version
        assert by_category.gap_ms == 5 * 180_000
        for by in GROUPINGS:
            assert service.report(WEEK, by).recorded_ms == 65 * 60_000


def test_rules_that_come_back_find_their_totals(kept: Kept) -> None:
    """New rules were followed by nobody but a reader: for the old ones nothing has to be built again."""
    _a_week(kept)
    kept.build()
    with kept.service() as service:
        before = [service.report(WEEK, by) for by in GROUPINGS]
        with kept.service(rules(NEW)) as other:
            assert other.report(WEEK, "category").rows != before[1].rows
        assert [service.report(WEEK, by) for by in GROUPINGS] == before
    assert kept.rows("SELECT count(*) FROM hour_dirty") == [(0,)]
