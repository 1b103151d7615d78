from datetime import timedelta
from itertools import chain, pairwise
from pathlib import Path

from classifiers.in_force import RulesInForce
from classifiers.rule_places import RulePlaces
from core.clock import MS_PER_HOUR
from core.paths import paths_below
from core.period import Period
from core.span import State
from reports.service import service_for
from stage.office_month import FIRST_DAY, LAST_DAY, NOW, office_month, write_month


def test_a_generated_month_is_the_same_every_time() -> None:
    """So that pictures of it differ only where the windows do."""
    assert list(office_month()) == list(office_month())
    assert list(office_month(seed=1)) != list(office_month(seed=2))


def test_its_days_are_whole_and_its_last_ends_now() -> None:
    """Working days of six to ten hours, nothing twice, and something of every state to look at on the last one."""
    days = list(office_month())
    spans = list(chain.from_iterable(day.spans for day in days))
    hours = [sum(span.observed_ms for span in day.spans) / MS_PER_HOUR for day in days]

    assert len(days) == sum(
        (FIRST_DAY + timedelta(days=n)).weekday() < 5 for n in range((LAST_DAY - FIRST_DAY).days + 1)
    )
    assert all(6 < of_day < 10 for of_day in hours)
    assert all(one.end_ms <= other.start_ms for one, other in pairwise(spans))
    assert spans[-1].end_ms <= round(NOW.timestamp() * 1000)
    assert {span.state for span in days[-1].spans} == {State.ACTIVE, State.CALL, State.IDLE, State.PRIVATE}


def test_the_real_judge_finds_every_kind_in_it(tmp_path: Path) -> None:
    """Written as the agent writes, reported as everywhere else."""
    paths = paths_below(tmp_path)
    days = list(office_month())
    write_month(paths, days)
    service = service_for(paths.record, RulesInForce(RulePlaces.of(paths)), 300)
    kinds = {row.key: row.observed_ms for row in service.report(Period(FIRST_DAY, LAST_DAY), "kind").rows}
    service.engine.dispose()

    assert kinds.keys() == {"Work", "Knowledge", "Personal", "Unclassified", "Idle", "Private"}
    assert sum(kinds.values()) == sum(span.observed_ms for day in days for span in day.spans)
