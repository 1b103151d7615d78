"""Writes the stored totals of days where they differ from what the spans say; never works out a total."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from storage.driver import each_row

DayPortion = tuple[int, int, int]
"""(app, category, state), as numbers."""
_STORED = "SELECT day, app_id, cat_id, state, observed_ms FROM roll_day_app WHERE day BETWEEN ? AND ?"
_REMOVE = ("DELETE FROM roll_day_app WHERE day = ?", "DELETE FROM roll_day_category WHERE day = ?")
_ADD = "INSERT INTO roll_day_app (day, app_id, cat_id, state, observed_ms) VALUES (?, ?, ?, ?, ?)"
_ADD_SUM = "INSERT INTO roll_day_category (day, cat_id, state, observed_ms) VALUES (?, ?, ?, ?)"
_WRITE_GAP = "INSERT INTO roll_day (day, gap_ms) VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET gap_ms = excluded.gap_ms"
_SUM = """
INSERT INTO roll_day_category (day, cat_id, state, observed_ms)
SELECT day, cat_id, state, sum(observed_ms) FROM roll_day_app
WHERE day < ? AND day NOT IN (SELECT day FROM roll_day_category) GROUP BY day, cat_id, state
"""


def write_days(connection: Connection, days: Mapping[int, Mapping[DayPortion, int]]) -> None:
    """Observed milliseconds of each of these days, numbered since the epoch, in place of what is stored of them."""
    stored: dict[int, dict[DayPortion, int]] = {day: {} for day in days}
    for day, app_id, cat_id, state, observed_ms in each_row(connection, _STORED, (min(days), max(days))):
        if day in stored:
            stored[day][app_id, cat_id, state] = observed_ms
    changed = {day: found for day, found in days.items() if found != stored[day]}
    for remove in _REMOVE:
        _all(connection, remove, [(day,) for day in changed])
    _all(connection, _ADD, [(day, *key, ms) for day, found in changed.items() for key, ms in found.items()])
    _all(connection, _ADD_SUM, [(day, *key, ms) for day, found in changed.items() for key, ms in _sums(found).items()])


def write_gaps(connection: Connection, gaps: Sequence[tuple[int, int]]) -> None:
    """(day, milliseconds of it that nobody observed) of days that have spans, and of days that have none."""
    _all(connection, _WRITE_GAP, gaps)


def sum_by_category(connection: Connection, before_day: int) -> None:
    """Have the days before this one that are known by app alone be known by category as well."""
    connection.exec_driver_sql(_SUM, (before_day,))


def _sums(found: Mapping[DayPortion, int]) -> dict[tuple[int, int], int]:
    sums: dict[tuple[int, int], int] = {}
    for (_app_id, *key), observed_ms in found.items():
        cat_id, state = key
        sums[cat_id, state] = sums.get((cat_id, state), 0) + observed_ms
    return sums


def _all(connection: Connection, statement: str, rows: Sequence[tuple[int, ...]]) -> None:
    """By the driver: SQLAlchemy's own work on each row costs more than writing it."""
    if rows:
        connection.exec_driver_sql(statement, list(rows))
