"""Builds the stored totals from spans, month by month; never reads a desktop and never reports."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from itertools import chain

from sqlalchemy import BindParameter, Connection, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert as insert_or

from core.clock import MS_PER_HOUR, MS_PER_MIN
from core.judge import Judge
from core.period import EPOCH, DayStarts, month_of
from core.rollup import Hour, OnDay, roll
from core.span import Span
from storage.dictionary import STATE_NUMBERS, Dictionary
from storage.meta import RULESET, first_raw_hour, read_day_starts, read_fact
from storage.reading import Reader
from storage.record import Record
from storage.schema import hour_dirty, roll_day, roll_day_app, roll_hour

LONGEST_LOOK_BACK_MS = 30 * MS_PER_MIN
"""No rule and no idle threshold changes a verdict that lies further back than this."""

_first: BindParameter[int] = bindparam("first")
_last: BindParameter[int] = bindparam("last")
_stored_hours = select(
    roll_hour.c.hour, roll_hour.c.off_min, roll_hour.c.cat_id, roll_hour.c.state, roll_hour.c.observed_ms
).where(roll_hour.c.hour.between(_first, _last))
_add_hour = insert_or(roll_hour)
_write_hour = _add_hour.on_conflict_do_update(
    index_elements=["hour", "off_min", "cat_id", "state"],
    set_={"observed_ms": _add_hour.excluded.observed_ms, "rev": roll_hour.c.rev + 1},
)
_clean_hour = delete(hour_dirty).where(
    hour_dirty.c.hour == bindparam("of_hour"), hour_dirty.c.off_min == bindparam("of_off")
)
_stored_apps = select(
    roll_day_app.c.day, roll_day_app.c.app_id, roll_day_app.c.cat_id, roll_day_app.c.state, roll_day_app.c.observed_ms
).where(roll_day_app.c.day.between(_first, _last))
_remove_day = delete(roll_day_app).where(roll_day_app.c.day == bindparam("of_day"))
_add_gap = insert_or(roll_day)
_write_gap = _add_gap.on_conflict_do_update(index_elements=["day"], set_={"gap_ms": _add_gap.excluded.gap_ms})

_Category = tuple[int, int]
"""(category, state), as numbers."""


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
            _Month(connection, self._judge, starts, settled).roll()
        return len(settled)


class _Month:
    """The totals of some hours of one month, and of the days that they belong to."""

    def __init__(self, connection: Connection, judge: Judge, starts: DayStarts, hours: Collection[Hour]) -> None:
        self._connection = connection
        self._judge = judge
        self._starts = starts
        self._names = Dictionary(judge)
        self._by_hour: dict[Hour, defaultdict[_Category, int]] = {hour: defaultdict(int) for hour in hours}
        self._by_app: dict[int, dict[tuple[int, *_Category], int]] = {}
        self._gaps: list[dict[str, int]] = []

    def roll(self) -> None:
        reader = Reader(self._connection)
        for day in sorted({self._starts.day_of_hour(hour.number) for hour in self._by_hour}):
            self._add(reader, day)
        self._write_hours()
        self._write_days()

    def _add(self, reader: Reader, day: date) -> None:
        spans = reader.spans_of_local(self._starts.local_start_ms(day), self._starts.local_end_ms(day))
        pieces = self._judge(spans, reader.corrections_between(spans[0].start_ms, spans[-1].end_ms) if spans else ())
        by_app: defaultdict[tuple[int, *_Category], int] = defaultdict(int)
        names, connection, by_hour = self._names, self._connection, self._by_hour
        hours = range(self._starts.local_start_ms(day) // MS_PER_HOUR, self._starts.local_end_ms(day) // MS_PER_HOUR)
        for bucket, observed_ms in roll(pieces).items():
            if bucket.hour.number not in hours:
                continue
            cat_id, state = key = names.cat_id(connection, bucket.category), STATE_NUMBERS[bucket.state]
            by_app[names.app_id(connection, bucket.app), cat_id, state] += observed_ms
            if bucket.hour in by_hour:
                by_hour[bucket.hour][key] += observed_ms
        number = (day - EPOCH).days
        self._by_app[number] = by_app
        self._gaps.append({"day": number, "gap_ms": self._unobserved_ms(day, spans, sum(by_app.values()))})

    def _unobserved_ms(self, day: date, spans: Sequence[Span], observed_ms: int) -> int:
        """Time between the first and the last observation of a day that no span covers; all `spans` touch the day."""
        on_day = OnDay(day, self._starts)
        ends = [cut for cut in map(on_day, (*spans[:1], *spans[-1:])) if cut is not None]
        return ends[-1].end_ms - ends[0].start_ms - observed_ms if ends else 0

    def _write_hours(self) -> None:
        """Only what changed, which has to be sent again; what vanished stays as nothing."""
        numbers = [hour.number for hour in self._by_hour]
        stored: dict[Hour, dict[_Category, int]] = {}
        for number, off_min, cat_id, state, observed_ms in self._connection.execute(
            _stored_hours, {"first": min(numbers), "last": max(numbers)}
        ).all():
            stored.setdefault(Hour(number, off_min), {})[cat_id, state] = observed_ms
        rows = [
            {"hour": hour.number, "off_min": hour.off_min, "cat_id": cat_id, "state": state, "observed_ms": found[key]}
            for hour, found in self._by_hour.items()
            for key in dict.fromkeys(chain(found, stored.get(hour, {})))
            for cat_id, state in [key]
            if found[key] != stored.get(hour, {}).get(key)
        ]
        if rows:
            self._connection.execute(_write_hour, rows)
        clean = [{"of_hour": hour.number, "of_off": hour.off_min} for hour in self._by_hour]
        self._connection.execute(_clean_hour, clean)

    def _write_days(self) -> None:
        stored: dict[int, dict[tuple[int, int, int], int]] = {}
        between = {"first": min(self._by_app), "last": max(self._by_app)}
        for day, app_id, cat_id, state, observed_ms in self._connection.execute(_stored_apps, between).all():
            stored.setdefault(day, {})[app_id, cat_id, state] = observed_ms
        changed = {day: found for day, found in self._by_app.items() if found != stored.get(day, {})}
        if changed:
            self._connection.execute(_remove_day, [{"of_day": day} for day in changed])
        rows = [
            {"day": day, "app_id": app_id, "cat_id": cat_id, "state": state, "observed_ms": observed_ms}
            for day, found in changed.items()
            for (app_id, cat_id, state), observed_ms in found.items()
        ]
        if rows:
            self._connection.execute(roll_day_app.insert(), rows)
        self._connection.execute(_write_gap, self._gaps)


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
