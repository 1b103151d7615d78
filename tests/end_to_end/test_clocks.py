"""Days, zones and clocks as they come, from the beat through a real record to the reports.

No time is lost and none counts twice.
"""

import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime, timedelta
from itertools import accumulate
from pathlib import Path

import pytest

import agent.loop
from classifiers.judging import RuleJudge
from classifiers.ruleset import Ruleset
from core.clock import MS_PER_HOUR, MS_PER_MIN
from core.period import OffsetAt, Period
from tests.agent.staged import StagedAgent, StagedDesktop, shows
from tests.end_to_end.travelling import LocalHour, WristClock, lived, offset_of
from tests.storage.invariants import violations
from tests.storage.records import Kept

BERLIN, LORD_HOWE = "Europe/Berlin", "Australia/Lord_Howe"
HOUR_S = 3600
BEAT_S = 9.0
Act = tuple[int, Callable[[StagedDesktop], None]]


@pytest.fixture(autouse=True)
def _seldom(monkeypatch: pytest.MonkeyPatch) -> None:
    """As seldom a beat as the pulse allows, and few saves: a day takes a second."""
    monkeypatch.setattr(agent.loop, "BEAT_S", BEAT_S)
    monkeypatch.setattr(agent.loop, "SAVE_EVERY_MS", 10 * MS_PER_MIN)


def look_on(_desktop: StagedDesktop) -> None:
    """Nothing changes; somebody looks."""


def flies(clock: WristClock, ms: int, zone: str) -> Callable[[StagedDesktop], None]:
    """An act: the machine sleeps so long, and its owner is elsewhere then."""

    def act(_desktop: StagedDesktop) -> None:
        clock.sleep(ms)
        clock.zone = zone

    return act


def is_set(clock: WristClock, by_ms: int) -> Callable[[StagedDesktop], None]:
    """An act: somebody sets the clock."""

    def act(_desktop: StagedDesktop) -> None:
        clock.step(by_ms)

    return act


def windows(hours: int) -> list[Act]:
    """Another program in front every 37 minutes."""
    times = range(37 * MS_PER_MIN, hours * MS_PER_HOUR, 37 * MS_PER_MIN)
    return [(at, shows(f"program {at % 5}")) for at in times]


def reported(file: Path, kept: Kept, days: list[date], offset_at: OffsetAt) -> Counter[LocalHour]:
    """What the reports by hour say of each day, which must agree with those by day and with the days themselves."""
    found: Counter[LocalHour] = Counter()
    with kept.service(offset_at=offset_at) as service:
        by_day = {row.key: row.observed_ms for row in service.report(Period(days[0], days[-1]), "day").rows}
        for day in days:
            rows = service.report(Period(day, day), "hour").rows
            found.update({(day, row.key): row.observed_ms for row in rows})
            of_day = sum(row.observed_ms for row in rows)
            assert of_day == by_day.get(str(day), 0) == service.day(day).recorded_ms
    with closing(sqlite3.connect(file)) as raw:
        assert violations(raw) == []
    return found


def reports_of(agent: StagedAgent, file: Path, days: list[date], offset_at: OffsetAt) -> list[Counter[LocalHour]]:
    """Read live, and from stored totals."""
    judge = RuleJudge(Ruleset())
    kept = Kept(file=file, engine=agent.engine, judge=judge, record=agent.record).judged_by(judge)
    live = reported(file, kept, days, offset_at)
    kept.build()
    assert kept.rows("SELECT count(*) FROM hour_dirty") == [(0,)]
    return [live, reported(file, kept, days, offset_at)]


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        (BERLIN, date(2026, 3, 2), 24),
        (BERLIN, date(2026, 3, 29), 23),
        (BERLIN, date(2026, 10, 25), 25),
        (LORD_HOWE, date(2026, 10, 4), 23.5),
        (LORD_HOWE, date(2026, 4, 5), 24.5),
    ],
)
def test_a_day_of_any_length_is_recorded_and_reported_whole(tmp_path: Path, zone: str, day: date, hours: float) -> None:
    """An hour that is skipped has nothing, one that comes twice has both; the evenings around it are of other days.

    To the millisecond by day; by hour to the beat in which the offset changes, which belongs to the look before it.
    """
    clock = WristClock(zone, datetime(day.year, day.month, day.day) - timedelta(hours=2))  # noqa: DTZ001 - local time
    begun_ms, run_s = clock.now.wall_ms, round((hours + 4) * HOUR_S)
    agent = StagedAgent(tmp_path / "record.db", StagedDesktop(clock, windows(30)))
    agent.run(run_s)
    agent.stop()
    truth = lived([(zone, begun_ms, begun_ms + run_s * 1000)])
    days = [day - timedelta(days=1), day, day + timedelta(days=1)]

    for report in reports_of(agent, tmp_path / "record.db", days, lambda ms: offset_of(zone, ms)):
        assert max(abs(report[hour] - truth[hour]) for hour in report | truth) < BEAT_S * 1000
        assert report.total() == truth.total()
        assert sum(ms for (of, _hour), ms in report.items() if of == day) == hours * MS_PER_HOUR
    spans, gaps = agent.stored()
    assert sum(span.observed_ms for span in spans) == run_s * 1000
    assert gaps == ()


@pytest.mark.parametrize(
    "stays",
    [
        [(BERLIN, 3), ("Europe/London", 2), ("America/New_York", 4), ("America/Los_Angeles", 3)],
        [("Asia/Kathmandu", 2), ("Asia/Tokyo", 3), ("Pacific/Honolulu", 2), ("Pacific/Kiritimati", 3)],
    ],
    ids=["westward", "over the date line and back"],
)
@pytest.mark.parametrize("asleep", [True, False], ids=["asleep in the air", "at work in the air"])
def test_a_traveller_crosses_four_zones_in_a_day(tmp_path: Path, stays: list[tuple[str, int]], asleep: bool) -> None:
    """Each hour counts where it was lived, by the clock that hung there; hours of one name are kept apart."""
    clock = WristClock(stays[0][0], datetime(2026, 3, 2, 9))  # noqa: DTZ001 - local time
    flight_ms, at_ms = (90 * MS_PER_MIN if asleep else 0), clock.now.wall_ms
    ends = list(accumulate(hours * MS_PER_HOUR for _zone, hours in stays))
    acts: list[Act] = []
    lived_stays = []
    for (zone, hours), end, arrival in zip(stays, ends, [*(zone for zone, _hours in stays[1:]), ""], strict=True):
        lived_stays.append((zone, at_ms, at_ms + hours * MS_PER_HOUR))
        at_ms += hours * MS_PER_HOUR + flight_ms
        if arrival:
            acts += [(end, look_on), (end, flies(clock, flight_ms, arrival))]
    agent = StagedAgent(tmp_path / "record.db", StagedDesktop(clock, acts))
    agent.run((ends[-1] + flight_ms * 3) / 1000)
    agent.stop()
    days = [date(2026, 3, 1) + timedelta(days=number) for number in range(5)]

    for report in reports_of(agent, tmp_path / "record.db", days, lambda ms: offset_of(clock.zone, ms)):
        assert report == lived(lived_stays)
        assert report.total() == ends[-1]
    _spans, gaps = agent.stored()
    assert [(gap.end_ms - gap.start_ms, gap.why.value) for gap in gaps] == [(flight_ms, "suspended")] * (3 * asleep)


@pytest.mark.parametrize(("slew_ppm", "hours"), [(500, 1), (-500, 10)], ids=["forward", "back"])
def test_a_clock_that_is_slewed_changes_no_duration(tmp_path: Path, slew_ppm: int, hours: int) -> None:
    """As fast as NTP ever does: in an hour nearly two seconds, each way."""
    clock = WristClock(BERLIN, datetime(2026, 3, 2, 9), slew_ppm=slew_ppm)  # noqa: DTZ001 - local time
    agent = StagedAgent(tmp_path / "record.db", StagedDesktop(clock, windows(hours)))
    agent.run(hours * HOUR_S)
    agent.stop()

    spans, gaps = agent.stored()
    assert sum(span.observed_ms for span in spans) == hours * MS_PER_HOUR
    assert gaps == ()
    for report in reports_of(agent, tmp_path / "record.db", [date(2026, 3, 2)], lambda ms: offset_of(BERLIN, ms)):
        assert report.total() == hours * MS_PER_HOUR


@pytest.mark.parametrize(
    "steps",
    [
        [(HOUR_S, -HOUR_S)],
        [(HOUR_S, HOUR_S), (2 * HOUR_S, -HOUR_S)],
        [(HOUR_S, 24 * HOUR_S), (2 * HOUR_S, -24 * HOUR_S)],
    ],
    ids=["an hour back", "an hour ahead and back", "a day ahead and back"],
)
def test_a_clock_that_was_set_loses_no_time(tmp_path: Path, steps: list[tuple[int, int]]) -> None:
    """Six hours of work are six hours in the reports, whatever the clock said."""
    clock = WristClock(BERLIN, datetime(2026, 3, 2, 9))  # noqa: DTZ001 - local time
    acts: list[Act] = []
    for at_s, by_s in steps:
        acts += [(at_s * 1000, look_on), (at_s * 1000, is_set(clock, by_s * 1000))]
    agent = StagedAgent(tmp_path / "record.db", StagedDesktop(clock, acts))
    agent.run(6 * HOUR_S)
    agent.stop()
    days = [date(2026, 3, 2), date(2026, 3, 3)]

    for report in reports_of(agent, tmp_path / "record.db", days, lambda ms: offset_of(BERLIN, ms)):
        assert report.total() == 6 * MS_PER_HOUR
