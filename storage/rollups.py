"""Builds the stored totals from spans, hour by hour; never reads a desktop and never reports."""

from collections import Counter
from datetime import timedelta

from sqlalchemy import Connection, Engine, bindparam, delete, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or

from core.clock import MS_PER_HOUR, MS_PER_MIN
from core.judge import Judge
from core.period import EPOCH, DayStarts
from core.rollup import Bucket, Hour, on_day, roll, unobserved_ms
from core.span import State
from storage.dictionary import STATE_NUMBERS, Dictionary
from storage.engine import transaction
from storage.meta import read_day_starts
from storage.reading import Reader
from storage.schema import hour_dirty, roll_day, roll_day_app, roll_hour

LONGEST_LOOK_BACK_MS = 30 * MS_PER_MIN
"""No rule and no idle threshold changes a verdict that lies further back than this."""
HOURS_PER_STEP = 200
"""Hours rebuilt in one transaction: about a month of working days."""
FARTHEST_NEIGHBOUR_MS = 24 * MS_PER_HOUR
"""Dirty hours further apart than this are rebuilt in two transactions, so that no year between is read."""

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
        self._names = Dictionary(judge)

    def build(self, now_ms: int) -> int:
        """Roll the first dirty hours that can no longer change by themselves, in one transaction; how many."""
        hours = _first_run(self._dirty(now_ms - LONGEST_LOOK_BACK_MS))
        if hours:
            with transaction(self._engine) as connection:
                self._roll(connection, hours)
        return len(hours)

    def _dirty(self, settled_ms: int) -> list[Hour]:
        ends = (hour_dirty.c.hour + 1) * MS_PER_HOUR - hour_dirty.c.off_min * MS_PER_MIN
        with transaction(self._engine) as connection:
            rows = connection.execute(select(hour_dirty).where(ends <= settled_ms).order_by(hour_dirty.c.hour)).all()
        return [Hour(row.hour, row.off_min) for row in rows]

    def _roll(self, connection: Connection, hours: list[Hour]) -> None:
        reader = Reader(connection)
        wanted = set(hours)
        start_ms = min(hour.start_ms for hour in hours)
        end_ms = max(hour.end_ms for hour in hours)
        pieces = self._judge(reader.spans_between(start_ms, end_ms), reader.corrections_between(start_ms, end_ms))
        totals: Counter[tuple[Hour, int, int]] = Counter()
        for bucket, observed_ms in roll(pieces).items():
            if bucket.hour in wanted:
                cat_id = self._names.cat_id(connection, bucket.category)
                totals[bucket.hour, cat_id, STATE_NUMBERS[bucket.state]] += observed_ms
        for hour in hours:
            self._write_hour(connection, hour, totals)
        starts = read_day_starts(connection) or DayStarts()
        for day in sorted({(starts.day_of_hour(hour.number) - EPOCH).days for hour in hours}):
            self._roll_day(connection, reader, starts, day)

    def _write_hour(self, connection: Connection, hour: Hour, totals: Counter[tuple[Hour, int, int]]) -> None:
        key = {"of_hour": hour.number, "of_off": hour.off_min}
        found = {(cat_id, state): ms for (of, cat_id, state), ms in totals.items() if of == hour}
        for cat_id, state in connection.execute(_stored, key).all():
            if (cat_id, state) not in found:
                connection.execute(_vanish, key | {"of_cat": cat_id, "of_state": state})
        rows = [
            {"hour": hour.number, "off_min": hour.off_min, "cat_id": cat_id, "state": state, "observed_ms": ms}
            for (cat_id, state), ms in found.items()
        ]
        if rows:
            connection.execute(_write_total, rows)
        connection.execute(_clean, key)

    def _roll_day(self, connection: Connection, reader: Reader, starts: DayStarts, day: int) -> None:
        """Gap and totals by app of one local day, from all of its spans; used only once none of its hours is dirty."""
        date = EPOCH + timedelta(days=day)
        spans = reader.spans_of_local(starts.local_start_ms(date), starts.local_end_ms(date))
        pieces = self._judge(spans, reader.corrections_between(spans[0].start_ms, spans[-1].end_ms) if spans else ())
        totals: Counter[tuple[str, int, State]] = Counter()
        for bucket, observed_ms in roll(pieces).items():
            if starts.day_of_hour(bucket.hour.number) == date:
                totals[self._app_key(connection, bucket)] += observed_ms
        own = [cut for span in spans if (cut := on_day(span, date, starts)) is not None]
        connection.execute(
            insert_or(roll_day)
            .values(day=day, gap_ms=unobserved_ms(own))
            .on_conflict_do_update(index_elements=["day"], set_={"gap_ms": unobserved_ms(own)})
        )
        connection.execute(delete(roll_day_app).where(roll_day_app.c.day == day))
        rows = [
            {
                "day": day,
                "app_id": self._names.app_id(connection, name),
                "cat_id": cat_id,
                "state": STATE_NUMBERS[state],
                "observed_ms": observed_ms,
            }
            for (name, cat_id, state), observed_ms in totals.items()
        ]
        if rows:
            connection.execute(roll_day_app.insert(), rows)

    def _app_key(self, connection: Connection, bucket: Bucket) -> tuple[str, int, State]:
        return bucket.app, self._names.cat_id(connection, bucket.category), bucket.state


def _first_run(hours: list[Hour]) -> list[Hour]:
    """The first hours of an ordered list that are near enough to each other to be rebuilt in one transaction."""
    run = hours[:1]
    for hour in hours[1:HOURS_PER_STEP]:
        if hour.start_ms - run[-1].end_ms > FARTHEST_NEIGHBOUR_MS:
            break
        run.append(hour)
    return run
