"""Builds the stored totals from spans, month by month; never reads a desktop and never reports."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from sqlalchemy import Connection, select

from core.clock import MS_PER_HOUR, MS_PER_MIN
from core.collecting import without_collecting
from core.judge import Judge, Piece
from core.period import EPOCH, DayStarts, month_of
from core.rollup import Hour, OnDay, Portion, by_hour
from core.span import Span
from storage.dictionary import STATE_NUMBERS, Dictionary
from storage.meta import RULESET, first_raw_hour, read_day_starts, read_fact
from storage.reading import Reader
from storage.record import Record
from storage.schema import hour_dirty
from storage.stored_days import DayPortion, write_days, write_gaps
from storage.stored_hours import HourPortion, write_hours

LONGEST_LOOK_BACK_MS = 30 * MS_PER_MIN
"""No rule and no idle threshold changes a verdict that lies further back than this."""


class Rollups:
    """Keeps the stored totals in step with the spans."""

    def __init__(self, record: Record, judge: Judge) -> None:
        self._record = record
        self._judge = judge

    def build(self, now_ms: int) -> int:
        """Roll the first month with dirty hours that can no longer change by themselves; how many hours that were.

        All in one transaction. Nothing is built while the record is judged by other rules: `rejudge` comes first.
        """
        return self._record.revise(lambda connection: self._build(connection, now_ms - LONGEST_LOOK_BACK_MS))

    def _build(self, connection: Connection, until_ms: int) -> int:
        if read_fact(connection, RULESET) != self._judge.version:
            return 0
        starts = read_day_starts(connection) or DayStarts()
        settled = _settled(connection, until_ms, starts)
        if settled:
            with without_collecting():
                _Month(connection, self._judge, starts, settled).roll()
        return len(settled)


class _Month:
    """The totals of some hours of one month, and of the days that they belong to."""

    def __init__(self, connection: Connection, judge: Judge, starts: DayStarts, hours: Collection[Hour]) -> None:
        self._connection = connection
        self._judge = judge
        self._starts = starts
        self._names = Dictionary(judge)
        self._keys: dict[Portion, tuple[DayPortion, HourPortion]] = {}
        self._hours: dict[tuple[int, int], dict[HourPortion, int]] = {(of.number, of.off_min): {} for of in hours}
        self._days: dict[int, dict[DayPortion, int]] = {}
        self._gaps: list[tuple[int, int]] = []

    def roll(self) -> None:
        reader = Reader(self._connection)
        days = {self._starts.day_of_hour(number) for number, _off_min in self._hours}
        for day, spans in reader.spans_by_day(sorted(days), self._starts):
            corrections = reader.corrections_between(spans[0].start_ms, spans[-1].end_ms) if spans else ()
            self._add(day, self._judge(spans, corrections))
            self._gaps.append(((day - EPOCH).days, self._unobserved_ms(day, spans)))
        write_hours(self._connection, self._hours)
        write_days(self._connection, self._days)
        write_gaps(self._connection, self._gaps)

    def _add(self, day: date, pieces: Iterable[Piece]) -> None:
        """What of `pieces` lies on this day: they reach beyond it where the offset from UTC changed."""
        on_day: dict[DayPortion, int] = {}
        keys = self._keys
        numbers = range(self._starts.local_start_ms(day) // MS_PER_HOUR, self._starts.local_end_ms(day) // MS_PER_HOUR)
        for (number, off_min), found in by_hour(pieces).items():
            if number not in numbers:
                continue
            in_hour = self._hours.get((number, off_min), {})
            for portion, observed_ms in found.items():
                of_app, of_hour = keys.get(portion) or self._learn(portion)
                on_day[of_app] = on_day.get(of_app, 0) + observed_ms
                in_hour[of_hour] = in_hour.get(of_hour, 0) + observed_ms
        self._days[(day - EPOCH).days] = on_day

    def _learn(self, portion: Portion) -> tuple[DayPortion, HourPortion]:
        """What a portion is in numbers: with its app, and without."""
        app, category, state = portion
        of_hour = self._names.cat_id(self._connection, category), STATE_NUMBERS[state]
        found = self._keys[portion] = (self._names.app_id(self._connection, app), *of_hour), of_hour
        return found

    def _unobserved_ms(self, day: date, spans: Sequence[Span]) -> int:
        """Time between the first and the last observation of a day that no span covers; all `spans` touch the day."""
        on_day = OnDay(day, self._starts)
        ends = [cut for cut in map(on_day, (*spans[:1], *spans[-1:])) if cut is not None]
        return ends[-1].end_ms - ends[0].start_ms - sum(self._days[(day - EPOCH).days].values()) if ends else 0


def _settled(connection: Connection, until_ms: int, starts: DayStarts) -> list[Hour]:
    """The dirty hours of the first month with any that ended by `until_ms` and whose spans are still there."""
    ends = (hour_dirty.c.hour + 1) * MS_PER_HOUR - hour_dirty.c.off_min * MS_PER_MIN
    found = (
        select(hour_dirty)
        .where(ends <= until_ms, hour_dirty.c.hour >= first_raw_hour(connection))
        .order_by(hour_dirty.c.hour)
    )
    first = connection.execute(found.limit(1)).one_or_none()
    if first is None:
        return []
    next_month_ms = starts.local_end_ms(month_of(starts.day_of_hour(first.hour)).last)
    rows = connection.execute(found.where(hour_dirty.c.hour < next_month_ms // MS_PER_HOUR))
    return [Hour(row.hour, row.off_min) for row in rows]
