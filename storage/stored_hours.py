"""Writes the stored totals of hours where they differ from what the spans say; never works out a total."""

from collections.abc import Mapping

from sqlalchemy import Connection

from storage.driver import each_row

HourPortion = tuple[int, int]
"""(category, state), as numbers."""
_STORED = "SELECT hour, off_min, cat_id, state, observed_ms FROM roll_hour WHERE hour BETWEEN ? AND ?"
_WRITE = """
INSERT INTO roll_hour (hour, off_min, cat_id, state, observed_ms) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (hour, off_min, cat_id, state) DO UPDATE SET observed_ms = excluded.observed_ms, rev = rev + 1
"""
_CLEAN = "DELETE FROM hour_dirty WHERE hour = ? AND off_min = ?"


def write_hours(connection: Connection, hours: Mapping[tuple[int, int], Mapping[HourPortion, int]]) -> None:
    """Observed milliseconds of each of these (hour, off_min), which are in step with their spans from now on.

    Only what changed is written, since that has to be sent again; what vanished stays as nothing.
    """
    numbers = [number for number, _off_min in hours]
    stored: dict[tuple[int, int], dict[HourPortion, int]] = {hour: {} for hour in hours}
    for number, off_min, cat_id, state, observed_ms in each_row(connection, _STORED, (min(numbers), max(numbers))):
        if (number, off_min) in stored:
            stored[number, off_min][cat_id, state] = observed_ms
    rows = []
    for hour, found in hours.items():
        before = stored[hour]
        rows += [(*hour, *key, observed_ms) for key, observed_ms in found.items() if before.get(key) != observed_ms]
        rows += [(*hour, *key, 0) for key, observed_ms in before.items() if observed_ms and key not in found]
    if rows:
        connection.exec_driver_sql(_WRITE, rows)
    connection.exec_driver_sql(_CLEAN, list(hours))
