"""What the supervisor's page shows of shared totals; never ranks, and never judges."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.category import Kind
from core.wording import retell, translate
from gui.presenters.day_totals import TotalRow, team_totals
from gui.presenters.durations import h_mm, h_mm_or_dash, per_cents, short_day
from gui.presenters.kind_names import name_of_kind
from gui.presenters.strips import Block
from reports.shapes import Total
from reports.team import DayTotal, PersonDay, Stale, TeamPage

COLUMNS = (Kind.WORK, Kind.KNOWLEDGE, Kind.UNCLASSIFIED, Kind.PERSONAL, Kind.IDLE)
"""Private time is not among them: it never leaves a desk as such."""


@dataclass(frozen=True, slots=True)
class Column:
    """The head of one column."""

    short: str
    name: str


@dataclass(frozen=True, slots=True)
class Bar:
    """Kinds side by side, as parts of the longest bar."""

    blocks: tuple[Block, ...]
    says: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person on one day."""

    cells: tuple[str, ...]
    """One for each of `head()`."""
    bar: Bar


@dataclass(frozen=True, slots=True)
class DayBar:
    """All people on one day."""

    day: str
    bar: Bar
    time: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamView:
    """Everything that the supervisor's page shows of one folder."""

    lead: str
    sentence: str
    rows: tuple[PersonRow, ...]
    days: tuple[DayBar, ...]
    totals: tuple[TotalRow, ...]
    stale: tuple[str, ...]
    """One line for each person whose totals are old or missing."""
    kinds: tuple[str, ...]


def head() -> tuple[Column, ...]:
    """The columns of the table; the bar comes after them."""
    short = {
        Kind.KNOWLEDGE: translate("Team", "Knowl."),
        Kind.UNCLASSIFIED: translate("Team", "Unclass."),
        Kind.PERSONAL: translate("Team", "Personal"),
        Kind.IDLE: translate("Team", "Idle"),
    }
    return (
        *(Column(name, name) for name in (translate("Team", "Name"), translate("Team", "Day"))),
        Column(translate("Team", "Recorded"), translate("Team", "Recorded time")),
        *(Column(short.get(kind, name_of_kind(kind)), name_of_kind(kind)) for kind in COLUMNS),
        Column(translate("Team", "Not rec."), translate("Team", "Not recorded")),
    )


def team_view(page: TeamPage) -> TeamView:
    longest_row = max((row.recorded_ms for row in page.rows), default=0)
    longest_day = max((day.recorded_ms for day in page.by_day), default=0)
    return TeamView(
        lead=_lead(page),
        sentence=_sentence(page),
        rows=tuple(_person_row(row, longest_row) for row in page.rows),
        days=tuple(_day_bar(day, longest_day) for day in page.by_day),
        totals=team_totals(page.totals),
        stale=tuple(_stale(one) for one in page.stale),
        kinds=tuple(kind.value for kind in Kind if any(total.key == kind for total in page.totals)),
    )


def _lead(page: TeamPage) -> str:
    recorded_ms = sum(total.observed_ms for total in page.totals)
    return translate("Team", "{time} recorded").format(time=h_mm(recorded_ms)) if page.rows else ""


def _sentence(page: TeamPage) -> str:
    if not page.rows:
        return translate("Team", "No totals in this folder yet.")
    shares = dict(
        zip((total.key for total in page.totals), per_cents([total.observed_ms for total in page.totals]), strict=True)
    )
    people = len({row.person for row in page.rows})
    who = translate("Team", "1 person") if people == 1 else translate("Team", "{count} people").format(count=people)
    return translate("Team", " by {people}, {work} % work and {knowledge} % knowledge.").format(
        people=who, work=shares.get(Kind.WORK, 0), knowledge=shares.get(Kind.KNOWLEDGE, 0)
    )


def _person_row(row: PersonDay, longest_ms: int) -> PersonRow:
    observed = {total.key: total.observed_ms for total in row.kinds}
    return PersonRow(
        (
            row.person,
            short_day(row.day),
            h_mm(row.recorded_ms),
            *(h_mm_or_dash(observed.get(kind, 0)) for kind in COLUMNS),
            h_mm_or_dash(row.gap_ms),
        ),
        _bar(row.kinds, longest_ms),
    )


def _day_bar(day: DayTotal, longest_ms: int) -> DayBar:
    return DayBar(short_day(day.day), _bar(day.kinds, longest_ms), h_mm(day.recorded_ms))


def _bar(kinds: Sequence[Total], longest_ms: int) -> Bar:
    observed = {total.key: total.observed_ms for total in kinds}
    blocks: list[Block] = []
    end_ms = 0
    for kind in COLUMNS:
        start_ms, end_ms = end_ms, end_ms + observed.get(kind, 0)
        if end_ms > start_ms:
            blocks.append(Block(start_ms / longest_ms, end_ms / longest_ms, kind.value))
    says = ", ".join(f"{name_of_kind(kind)} {h_mm(observed[kind])}" for kind in COLUMNS if observed.get(kind))
    return Bar(tuple(blocks), says)


def _stale(one: Stale) -> str:
    last = translate("Team", ", last day {day}").format(day=short_day(one.last_day)) if one.last_day else ""
    return f"{one.person}: {retell(one.why)}{last}"
