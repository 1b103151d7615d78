"""Builds the stored totals from spans, day by day; never reads a desktop and never reports."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection, Engine, bindparam, delete, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or

from core.clock import MS_PER_HOUR, MS_PER_MIN
from core.judge import Judge
from core.period import EPOCH, DayStarts
from core.rollup import Hour, on_day, roll, unobserved_ms
from storage.dictionary import STATE_NUMBERS, Dictionary
from storage.engine import transaction
from storage.meta import RULESET, first_raw_hour, read_day_starts, read_fact
from storage.reading import Reader
from storage.schema import hour_dirty, roll_day, roll_day_app, roll_hour

LONGEST_LOOK_BACK_MS = 30 * MS_PER_MIN
"""No rule and no idle threshold changes a verdict that lies further back than this."""
HOURS_LOOKED_AT = 48
"""More than the longest day has."""

_add = insert_or(roll_hour)
_write_total = _add.on_conflict_do_update(
    index_elements=["hour", "off_min", "cat_id", "state"],
    set_={"observed_ms": _add.excluded.observed_ms, "rev": roll_hour.c.rev + 1},
    where=roll_hour.c.observed_ms != _add.excluded.observed_ms,
)
_of_hour = (roll_hour.c.hour == bindparam("of_hour"), roll_hour.c.off_min == bindparam("of_off"))
_stored = select(roll_hour.c.cat_id, roll_hour.c.state).where(*_of_hour, roll_hour.c.observed_ms > 0)
_vanish = (
    update(roll_hour)
    .where(*_of_hour, roll_hour.c.cat_id == bindparam("of_cat"), roll_hour.c.state == bindparam("of_state"))
    .values(observed_ms=0, rev=roll_hour.c.rev + 1)
)
_clean = delete(hour_dirty).where(
    hour_dirty.c.hour == bindparam("of_hour"), hour_dirty.c.off_min == bindparam("of_off")
)


class Rollups:
    """Keeps the stored totals in step with the spans."""

    def __init__(self, engine: Engine, judge: Judge) -> None:
        self._engine = engine
        self._judge = judge

    def build(self, now_ms: int) -> int:
        """Roll the first day with dirty hours that can no longer change by themselves; how many hours that were.

        All in one transaction. Nothing is built while the record is judged by other rules: `rejudge` comes first.
        """
        with transaction(self._engine) as connection:
            if read_fact(connection, RULESET) != self._judge.version:
                return 0
            starts = read_day_starts(connection) or DayStarts()
            settled = _settled(connection, now_ms - LONGEST_LOOK_BACK_MS)
            if not settled:
                return 0
            day = starts.day_of_hour(settled[0].number)
            hours = {hour for hour in settled if starts.day_of_hour(hour.number) == day}
            self._roll(connection, day, starts, hours)
        return len(hours)

    def _roll(self, connection: Connection, day: date, starts: DayStarts, hours: set[Hour]) -> None:
        reader = Reader(connection)
        spans = reader.spans_of_local(starts.local_start_ms(day), starts.local_end_ms(day))
        pieces = self._judge(spans, reader.corrections_between(spans[0].start_ms, spans[-1].end_ms) if spans else ())
        totals = {
            bucket: observed_ms
            for bucket, observed_ms in roll(pieces).items()
            if starts.day_of_hour(bucket.hour.number) == day
        }
        names = Dictionary(self._judge)
        by_hour: dict[Hour, Counter[tuple[int, int]]] = {hour: Counter() for hour in hours}
        by_app: Counter[tuple[int, int, int]] = Counter()
        for bucket, observed_ms in totals.items():
            key = names.cat_id(connection, bucket.category), STATE_NUMBERS[bucket.state]
            by_app[names.app_id(connection, bucket.app), *key] += observed_ms
            if bucket.hour in hours:
                by_hour[bucket.hour][key] += observed_ms
        for hour, found in by_hour.items():
            _write_hour(connection, hour, found)
        own = [cut for span in spans if (cut := on_day(span, day, starts)) is not None]
        _write_day(connection, (day - EPOCH).days, by_app, unobserved_ms(own))


def _settled(connection: Connection, until_ms: int) -> list[Hour]:
    """The first dirty hours that ended by `until_ms` and whose spans are still there."""
    ends = (hour_dirty.c.hour + 1) * MS_PER_HOUR - hour_dirty.c.off_min * MS_PER_MIN
    found = select(hour_dirty).where(ends <= until_ms, hour_dirty.c.hour >= first_raw_hour(connection))
    rows = connection.execute(found.order_by(hour_dirty.c.hour).limit(HOURS_LOOKED_AT))
    return [Hour(row.hour, row.off_min) for row in rows]


def _write_hour(connection: Connection, hour: Hour, found: Mapping[tuple[int, int], int]) -> None:
    """Write what changed of one hour's totals by (category, state), and that the hour is clean."""
    key = {"of_hour": hour.number, "of_off": hour.off_min}
    for cat_id, state in connection.execute(_stored, key).all():
        if (cat_id, state) not in found:
            connection.execute(_vanish, key | {"of_cat": cat_id, "of_state": state})
    rows = [
        {"hour": hour.number, "off_min": hour.off_min, "cat_id": cat_id, "state": state, "observed_ms": observed_ms}
        for (cat_id, state), observed_ms in found.items()
    ]
    if rows:
        connection.execute(_write_total, rows)
    connection.execute(_clean, key)


def _write_day(connection: Connection, day: int, found: Mapping[tuple[int, int, int], int], gap_ms: int) -> None:
    """Replace one day's gap and totals by (app, category, state); used only once none of its hours is dirty."""
    new_gap = insert_or(roll_day).values(day=day, gap_ms=gap_ms)
    connection.execute(new_gap.on_conflict_do_update(index_elements=["day"], set_={"gap_ms": gap_ms}))
    connection.execute(delete(roll_day_app).where(roll_day_app.c.day == day))
    rows = [
        {"day": day, "app_id": app_id, "cat_id": cat_id, "state": state, "observed_ms": observed_ms}
        for (app_id, cat_id, state), observed_ms in found.items()
    ]
    if rows:
        connection.execute(roll_day_app.insert(), rows)
