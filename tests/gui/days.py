"""An invented day at an invented insurer, and what the agent and a team say of it; never checks anything."""

import itertools
from datetime import date

from agent.control import Sensed, Status
from core.category import Category, Kind
from core.judge import Piece, Verdict
from core.period import DayStarts
from core.rollup import roll
from core.span import Context, Gap, GapReason, Span, State
from reports.day import longest_stretch, switches_per_hour, today
from reports.shapes import Day, Timeline, Today, Total
from reports.sharing import SharedDay, SharedTotals
from reports.team import DayTotal, PersonDay, Stale, TeamPage
from reports.timeline import gap_ms
from reports.totals import total
from tests.factories import BERLIN_WINTER_MIN

DAY = date(2026, 3, 12)
MIDNIGHT = 1_773_270_000_000
"""Thursday 12 March 2026, 00:00 in Berlin."""
MIN = 60_000
HOUR = 60 * MIN
NOW = MIDNIGHT + 16 * HOUR + 42 * MIN

CLAIMS, POST = Category("Work/Claims"), Category("Work/Correspondence")
RECON, WIKI = Category("Work/Reconciliation"), Category("Knowledge/Wiki")
PERSONAL, UNKNOWN = Category("Personal"), Category("Unclassified")
IDLE, PRIVATE = Category("Idle"), Category("Private")

_MORNING = (
    ("Mail", "Inbox", 21, POST), ("Claims desk", "Claim ‹number›", 25, CLAIMS),
    ("Policy wiki", "Water exclusions", 6, WIKI), ("Claims desk", "Claim ‹number›", 16, CLAIMS),
    ("Claims desk", "Claim ‹number›", 5, IDLE),
    ("Claims desk", "Estimate ‹number›", 47, CLAIMS), ("Policy wiki", "Estimate limits ‹number›", 12, WIKI),
    ("Ledger", "Suspense account ‹number›", 15, RECON), ("Ledger", "Postings – March", 23, RECON),
    ("Ledger", "Postings – March", 11, IDLE), ("Phone", "Call with adjuster", 27, CLAIMS),
    ("Claims desk", "Claim ‹number›", 27, CLAIMS), ("Browser", "New tab", 5, UNKNOWN),
)  # fmt: skip
_AFTERNOON = (
    ("Browser", "Football – results", 9, PERSONAL), ("Claims desk", "Claim ‹number›", 45, CLAIMS),
    ("Policy wiki", "Water exclusions", 9, WIKI), ("Ledger", "Postings – March", 31, RECON), ("", "", 12, PRIVATE),
    ("Claims desk", "Claim ‹number›", 33, CLAIMS), ("Browser", "Search", 6, UNKNOWN), ("Mail", "Inbox", 19, IDLE),
    ("Mail", "Re: Claim ‹number›", 28, POST), ("Policy wiki", "Estimate limits ‹number›", 8, WIKI),
    ("Ledger", "Suspense account ‹number›", 36, RECON),
)  # fmt: skip
_STATES = {Kind.IDLE: State.IDLE, Kind.PRIVATE: State.PRIVATE}


def pieces() -> tuple[Piece, ...]:
    """08:02 to 12:02 and 12:46 to 16:42."""
    return (
        *_pieces(MIDNIGHT + 8 * HOUR + 2 * MIN, _MORNING),
        *_pieces(MIDNIGHT + 12 * HOUR + 46 * MIN, _AFTERNOON),
    )


def a_timeline() -> Timeline:
    found = pieces()
    breaks = [
        Gap(start_ms=earlier.span.end_ms, end_ms=later.span.start_ms, why=GapReason.PAUSED)
        for earlier, later in itertools.pairwise(found)
        if earlier.span.end_ms < later.span.start_ms
    ]
    return Timeline(day=DAY, pieces=found, gaps=tuple(breaks))


def a_day(timeline: Timeline | None = None) -> Day:
    of = a_timeline() if timeline is None else timeline
    portions, longest = roll(of.pieces), longest_stretch(of.pieces)
    return Day(
        timeline=of,
        start_ms=MIDNIGHT,
        end_ms=MIDNIGHT + 24 * HOUR,
        timezone="Europe/Berlin",
        by_kind=total(portions.items(), "kind", DayStarts()),
        by_category=total(portions.items(), "category", DayStarts()),
        recorded_ms=sum(portions.values()),
        gap_ms=gap_ms(of),
        longest_stretch_ms=longest.attended_ms if longest else 0,
        longest_stretch=(longest.start_ms, longest.end_ms) if longest else None,
        switches_per_hour=switches_per_hour(of.pieces),
        ruleset="31",
    )


def an_empty_day() -> Day:
    return a_day(Timeline(day=DAY, pieces=(), gaps=()))


def a_today() -> Today:
    day = a_day()
    return today(day.timeline, day.by_kind)


def a_status(
    *,
    mode: str = "recording",
    state: str | None = "active",
    warnings: list[str] | None = None,
    losses: list[str] | None = None,
    pauses: tuple[str, ...] = ("15m", "1h", "tomorrow"),
    until_ms: int | None = None,
    sees_windows: bool = True,
    app: str = "Ledger",
    title: str = "Postings – March",
) -> Status:
    return Status(
        pid=4711,
        version="0.1.0",
        session="display :0",
        backend="x11",
        mode=mode,  # type: ignore[arg-type]  # a test may name any mode
        state=state,
        app=app,
        title=title,
        last_sample_ms=NOW,
        mode_until_ms=until_ms,
        ruleset="31",
        warnings=warnings or [],
        losses=losses or [],
        senses=[Sensed("window", sees_windows, "X11 properties" if sees_windows else "Wayland hides it", "use X11")],
        pause_choices=list(pauses),
        private_allowed=True,
    )


def a_team_page() -> TeamPage:
    people = ("A. Brandt", "A. Demir", "C. Ferreira", "D. Haddad")
    rows = tuple(_person_day(person, place, day) for place, person in enumerate(people) for day in range(5))
    days = sorted({row.day for row in rows})
    by_day = tuple(_day_total(day, [row for row in rows if row.day == day]) for day in days)
    return TeamPage(
        rows=rows,
        by_day=by_day,
        totals=_summed([total for row in rows for total in row.kinds]),
        stale=(
            Stale(person="E. Ilves", last_day=None, why="nothing shared yet"),
            Stale(person="P. Rossi", last_day=date(2026, 2, 27), why="last shared 7 days ago"),
        ),
    )


def shared_totals() -> SharedTotals:
    days = [
        SharedDay(
            day=f"2026-03-{number:02}",
            recorded_s=27_900 + 60 * number,
            not_recorded_s=2_520 if number % 2 else 0,
            seconds={"Work/Claims": 19_000 + 60 * number, "Knowledge/Other": 2_100, "Idle": 6_800},
        )
        for number in range(2, 13)
    ]
    return SharedTotals(
        person="A. Brandt", device="desk-1f3a9c", written_ms=NOW, timezone="Europe/Berlin", idle_threshold_s=300,
        ruleset="31", days=days,
    )  # fmt: skip


def _pieces(start_ms: int, story: tuple[tuple[str, str, int, Category], ...]) -> list[Piece]:
    found = []
    for app, title, minutes, category in story:
        span = Span(
            start_ms=start_ms,
            observed_ms=minutes * MIN,
            context=Context(app, title),
            state=_STATES.get(category.kind, State.ACTIVE),
            off_min=BERLIN_WINTER_MIN,
        )
        found.append(Piece(span, Verdict(category, app.lower(), f"app is {app}" if app else "private time")))
        start_ms += minutes * MIN
    return found


def _person_day(person: str, place: int, day: int) -> PersonDay:
    minutes = {
        Kind.WORK: 290 + 7 * place + 11 * day,
        Kind.KNOWLEDGE: 30 + 9 * day,
        Kind.PERSONAL: 8 + place,
        Kind.UNCLASSIFIED: 10 + 2 * day,
        Kind.IDLE: 27 + 3 * place,
    }
    kinds = tuple(_total(kind, spent * MIN) for kind, spent in minutes.items())
    return PersonDay(
        person=person,
        day=date(2026, 3, 2 + day),
        recorded_ms=sum(minutes.values()) * MIN,
        kinds=kinds,
        gap_ms=12 * MIN if day % 2 else 0,
    )


def _day_total(day: date, rows: list[PersonDay]) -> DayTotal:
    kinds = _summed([total for row in rows for total in row.kinds])
    return DayTotal(day=day, kinds=kinds, recorded_ms=sum(row.recorded_ms for row in rows))


def _summed(totals: list[Total]) -> tuple[Total, ...]:
    spent = {kind: sum(one.observed_ms for one in totals if one.key == kind) for kind in Kind}
    return tuple(_total(kind, ms) for kind, ms in spent.items() if ms)


def _total(kind: Kind, ms: int) -> Total:
    return Total(key=kind.value, observed_ms=ms, attended_ms=0 if kind is Kind.IDLE else ms)
