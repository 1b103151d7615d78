"""What must hold of every record whatever happened to it, asked past all of our own code; never mends one."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from datetime import date

HOUR_MS = 3_600_000
EPOCH = date(1970, 1, 1)
Bucket = tuple[int, int, int]
"""(local hour, minutes ahead of UTC, state)."""


def violations(raw: sqlite3.Connection) -> list[str]:
    """Every invariant that does not hold, in words; of a record whose days begin at midnight."""
    return [*_of_the_file(raw), *_of_spans(raw), *_of_totals(raw)]


def _of_the_file(raw: sqlite3.Connection) -> Iterator[str]:
    for (verdict,) in raw.execute("PRAGMA integrity_check"):
        if verdict != "ok":
            yield f"the file is broken: {verdict}"
    for row in raw.execute("PRAGMA foreign_key_check"):
        yield f"a row names another that is not there: {row}"


def _of_spans(raw: sqlite3.Connection) -> Iterator[str]:
    ended_ms = 0
    for start_ms, observed_ms in raw.execute("SELECT start_ms, observed_ms FROM span ORDER BY start_ms"):
        if observed_ms <= 0:
            yield f"the span at {start_ms} has no length"
        if start_ms < ended_ms:
            yield f"the span at {start_ms} overlaps the one before it"
        ended_ms = start_ms + observed_ms
    hours: Counter[tuple[int, int]] = Counter()
    for (hour, off_min, _state), observed_ms in _spans_by_hour(raw).items():
        hours[hour, off_min] += observed_ms
    for hour_and_offset, observed_ms in hours.items():
        if observed_ms > HOUR_MS:
            yield f"the hour {hour_and_offset} holds {observed_ms} ms"


def _of_totals(raw: sqlite3.Connection) -> Iterator[str]:
    """Stored totals of hours that nothing changed since are the sums of their spans, and those of days of hours."""
    raw_from = raw.execute("SELECT value FROM meta WHERE name = 'raw_from'").fetchone()
    first_day = (date.fromisoformat(raw_from[0]) - EPOCH).days if raw_from else -1
    dirty = set(raw.execute("SELECT hour, off_min FROM hour_dirty"))
    stored = _sums(raw, "SELECT hour, off_min, state, sum(observed_ms) FROM roll_hour GROUP BY 1, 2, 3")
    wanted = _spans_by_hour(raw)
    for bucket in sorted(stored.keys() | wanted.keys()):
        is_clean = bucket[:2] not in dirty and bucket[0] >= 24 * first_day
        if is_clean and stored[bucket] != wanted[bucket]:
            yield f"the total of {bucket} is {stored[bucket]} ms, its spans are {wanted[bucket]} ms"
    dirty_days = {hour // 24 for hour, _off_min in dirty}
    by_day: Counter[int] = Counter()
    for (hour, _off_min, _state), observed_ms in stored.items():
        by_day[hour // 24] += observed_ms
    for day, observed_ms in raw.execute("SELECT day, sum(observed_ms) FROM roll_day_app GROUP BY day"):
        if day not in dirty_days and observed_ms != by_day[day]:
            yield f"the total of day {day} is {observed_ms} ms, that of its hours {by_day[day]} ms"
    yield from _of_categories(raw, dirty_days)


def _of_categories(raw: sqlite3.Connection, dirty_days: set[int]) -> Iterator[str]:
    by_app = raw.execute("SELECT day, cat_id, state, sum(observed_ms) FROM roll_day_app GROUP BY 1, 2, 3")
    stored = raw.execute("SELECT day, cat_id, state, observed_ms FROM roll_day_category")
    for row in set(by_app).symmetric_difference(stored):
        if row[0] not in dirty_days:
            yield f"the totals of day {row[0]} by app and by category differ: {row}"


def _spans_by_hour(raw: sqlite3.Connection) -> Counter[Bucket]:
    totals: Counter[Bucket] = Counter()
    for start_ms, observed_ms, off_min, state in raw.execute("SELECT start_ms, observed_ms, off_min, state FROM span"):
        at_ms, end_ms = start_ms + off_min * 60_000, start_ms + observed_ms + off_min * 60_000
        while at_ms < end_ms:
            until_ms = min(end_ms, (at_ms // HOUR_MS + 1) * HOUR_MS)
            totals[at_ms // HOUR_MS, off_min, state] += until_ms - at_ms
            at_ms = until_ms
    return totals


def _sums(raw: sqlite3.Connection, query: str) -> Counter[Bucket]:
    return Counter({(hour, off_min, state): observed_ms for hour, off_min, state, observed_ms in raw.execute(query)})
