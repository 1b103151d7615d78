"""The supervisor's page over the totals that people shared."""

from datetime import date

from core.clock import MS_PER_DAY
from reports.shapes import Total
from reports.sharing import SharedDay, SharedTotals
from reports.team import DayTotal, PersonDay, Stale, TeamPage, team_page
from tests.factories import NINE

MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)
NOW = NINE + 10 * MS_PER_DAY


def _day(day: date, seconds: dict[str, int], not_recorded_s: int = 0) -> SharedDay:
    return SharedDay(
        day=day.isoformat(), recorded_s=sum(seconds.values()), not_recorded_s=not_recorded_s, seconds=seconds
    )


def _shared(person: str, *days: SharedDay, device: str = "desk-1", written_ms: int = NOW) -> SharedTotals:
    return SharedTotals(
        person=person,
        device=device,
        written_ms=written_ms,
        timezone="Europe/Berlin",
        idle_threshold_s=300,
        ruleset="1",
        days=list(days),
    )


def _total(kind: str, seconds: int, attended_s: int | None = None) -> Total:
    attended = seconds if attended_s is None else attended_s
    return Total(key=kind, observed_ms=seconds * 1000, attended_ms=attended * 1000)


def test_page_of_two_people() -> None:
    """By name and day; a person's categories as kinds, in the order of the kinds; idle time is not attended."""
    anna = _shared("Anna", _day(TUESDAY, {"Work/Mail": 50}), _day(MONDAY, {"Idle": 7, "Work/Claims": 3, "Work": 2}, 9))
    ben = _shared("Ben", _day(MONDAY, {"Knowledge/Wiki": 20}))
    assert team_page([ben, anna], [], [], NOW) == TeamPage(
        rows=(
            PersonDay(
                person="Anna",
                day=MONDAY,
                recorded_ms=12_000,
                kinds=(_total("Work", 5), _total("Idle", 7, 0)),
                gap_ms=9_000,
            ),
            PersonDay(person="Anna", day=TUESDAY, recorded_ms=50_000, kinds=(_total("Work", 50),), gap_ms=0),
            PersonDay(person="Ben", day=MONDAY, recorded_ms=20_000, kinds=(_total("Knowledge", 20),), gap_ms=0),
        ),
        by_day=(
            DayTotal(
                day=MONDAY,
                kinds=(_total("Work", 5), _total("Knowledge", 20), _total("Idle", 7, 0)),
                recorded_ms=32_000,
            ),
            DayTotal(day=TUESDAY, kinds=(_total("Work", 50),), recorded_ms=50_000),
        ),
        totals=(_total("Work", 55), _total("Knowledge", 20), _total("Idle", 7, 0)),
        stale=(),
    )


def test_two_desks_of_one_person_add_up() -> None:
    desks = [
        _shared("Anna", _day(MONDAY, {"Work": 10}, 1), device="desk-1"),
        _shared("Anna", _day(MONDAY, {"Work": 5, "Idle": 2}, 3), device="desk-2"),
    ]
    [row] = team_page(desks, [], [], NOW).rows
    assert (row.recorded_ms, row.gap_ms) == (17_000, 4_000)
    assert row.kinds == (_total("Work", 15), _total("Idle", 2, 0))


def test_seconds_add_up_across_the_page() -> None:
    shared = [
        _shared(name, _day(MONDAY, {"Work/Claims": n, "Personal": 2 * n}), _day(TUESDAY, {"Unclassified": 5 * n}))
        for n, name in enumerate(("Anna", "Ben", "Cem"), start=1)
    ]
    page = team_page(shared, [], [], NOW)
    recorded = sum(row.recorded_ms for row in page.rows)
    assert recorded == sum(day.recorded_ms for day in page.by_day) == sum(total.observed_ms for total in page.totals)
    assert recorded == 8 * (1 + 2 + 3) * 1000


def test_old_missing_and_unreadable_people_are_listed_by_name() -> None:
    """Three days are not old yet: over a weekend nobody writes."""
    old = _shared("Dora", _day(MONDAY, {"Work": 1}), written_ms=NOW - 3 * MS_PER_DAY - 1)
    fresh = _shared("Ben", _day(MONDAY, {"Work": 1}), written_ms=NOW - 3 * MS_PER_DAY)
    broken = Stale(person="Cem-desk-1", last_day=None, why="its file cannot be read: it is far too large")
    page = team_page([old, fresh], ["Anna", "Ben", "Dora"], [broken], NOW)
    assert page.stale == (
        Stale(person="Anna", last_day=None, why="nothing shared yet"),
        broken,
        Stale(person="Dora", last_day=MONDAY, why="last shared 3 days ago"),
    )
    assert [row.person for row in page.rows] == ["Ben", "Dora"]


def test_newest_desk_of_a_person_says_whether_they_are_old() -> None:
    desks = [
        _shared("Anna", _day(TUESDAY, {"Work": 1}), device="desk-2", written_ms=NOW - MS_PER_DAY),
        _shared("Anna", _day(MONDAY, {"Work": 1}), device="desk-1", written_ms=NOW - 9 * MS_PER_DAY),
    ]
    assert team_page(desks, ["Anna"], [], NOW).stale == ()
    assert team_page(desks[::-1], ["Anna"], [], NOW).stale == ()


def test_person_who_shared_no_day_is_old_without_one() -> None:
    page = team_page([_shared("Anna", written_ms=NOW - 9 * MS_PER_DAY)], [], [], NOW)
    assert page.stale == (Stale(person="Anna", last_day=None, why="last shared 9 days ago"),)


def test_empty_folder_is_an_empty_page() -> None:
    assert team_page([], [], [], NOW) == TeamPage(rows=(), by_day=(), totals=(), stale=())
