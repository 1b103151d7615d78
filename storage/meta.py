"""Small facts about the record itself, by name; never the record's spans."""

import json
from datetime import date

from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from core.clock import MS_PER_HOUR
from core.period import DayStarts
from storage.schema import meta

CLEAN_STOP = "clean_stop"
"""Present after an orderly stop, gone while recording."""
MODE = "mode"
"""The pause or private time under way, as JSON."""
RULESET = "ruleset"
"""Version of the rules by which contexts and rollups were judged."""
RAW_FROM = "raw_from"
"""First local day whose spans are all there, ISO; totals of earlier days are never built again."""
DAY_STARTS = "day_starts"
AHEAD_UNTIL = "ahead_until"
"""Until when a clock that was wrong has recorded, UTC epoch ms; what lies beyond it is in order."""
LOSSES = "losses"
"""What was lost when the record had to be built again, as JSON; see `storage.losses`."""
ERASURES = "erasures"
"""What the person had erased, and when, as JSON; see `storage.erasing`."""

_value = select(meta.c.value).where(meta.c.name == bindparam("of_name"))


def read_fact(connection: Connection, name: str) -> str | None:
    found = connection.execute(_value, {"of_name": name}).scalar()
    return None if found is None else str(found)


def write_fact(connection: Connection, name: str, value: str | None) -> None:
    """None removes it."""
    if value is None:
        connection.execute(delete(meta).where(meta.c.name == name))
        return
    row = insert(meta).values(name=name, value=value)
    connection.execute(row.on_conflict_do_update(index_elements=["name"], set_={"value": value}))


def read_raw_from(connection: Connection) -> date:
    """The value of `RAW_FROM`; the earliest of all days where nothing was ever removed."""
    stored = read_fact(connection, RAW_FROM)
    return date.min if stored is None else date.fromisoformat(stored)


def first_raw_hour(connection: Connection) -> int:
    """The first local hour that may be rolled (again)."""
    starts = read_day_starts(connection) or DayStarts()
    return starts.local_start_ms(read_raw_from(connection)) // MS_PER_HOUR


def read_day_starts(connection: Connection) -> DayStarts | None:
    """None in a record that no agent has written to yet."""
    stored = read_fact(connection, DAY_STARTS)
    if stored is None:
        return None
    return DayStarts(tuple((date.fromisoformat(since), hour) for since, hour in json.loads(stored)))


def write_day_starts(connection: Connection, starts: DayStarts) -> None:
    write_fact(connection, DAY_STARTS, json.dumps([(since.isoformat(), hour) for since, hour in starts.changes]))
