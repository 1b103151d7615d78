"""Small facts about the record itself, by name; never the record's spans."""

import json
from collections.abc import Mapping
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
BEYOND_CONTEXTS = "beyond_contexts"
"""What decided the rollups besides verdicts on contexts, as a version."""
RAW_FROM = "raw_from"
"""First local day whose spans are all there, ISO; totals of earlier days are never built again."""
DAY_STARTS = "day_starts"
AHEAD_UNTIL = "ahead_until"
"""Until when a clock that was wrong has recorded, UTC epoch ms; what lies beyond it is in order."""
LOSSES = "losses"
"""What was lost when the record had to be built again, as JSON; see `storage.losses`."""
ERASURES = "erasures"
"""What the person had erased, and when, as JSON; see `storage.erasing`."""
REDACTION = "redaction"
"""Version of a redactor that would leave every stored title as it is; gone where that is not known."""
SCRUBBING = "scrubbing"
"""Present from the moment at which history is scrubbed until no copy of it is left."""

Facts = Mapping[str, str]
_all = select(meta.c.name, meta.c.value)
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


def read_facts(connection: Connection) -> Facts:
    """All of them at once."""
    return {row.name: row.value for row in connection.execute(_all)}


def raw_from_in(facts: Facts) -> date:
    """The value of `RAW_FROM`; the earliest of all days where nothing was ever removed."""
    stored = facts.get(RAW_FROM)
    return date.min if stored is None else date.fromisoformat(stored)


def day_starts_in(facts: Facts) -> DayStarts | None:
    """None in a record that no agent has written to yet."""
    stored = facts.get(DAY_STARTS)
    if stored is None:
        return None
    return DayStarts(tuple((date.fromisoformat(since), hour) for since, hour in json.loads(stored)))


def read_raw_from(connection: Connection) -> date:
    return raw_from_in(read_facts(connection))


def read_day_starts(connection: Connection) -> DayStarts | None:
    return day_starts_in(read_facts(connection))


def first_raw_hour(connection: Connection) -> int:
    """The first local hour that may be rolled (again)."""
    facts = read_facts(connection)
    return (day_starts_in(facts) or DayStarts()).local_start_ms(raw_from_in(facts)) // MS_PER_HOUR


def write_day_starts(connection: Connection, starts: DayStarts) -> None:
    write_fact(connection, DAY_STARTS, json.dumps([(since.isoformat(), hour) for since, hour in starts.changes]))
