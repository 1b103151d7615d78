"""Takes totals, statements, gaps and names out of the record; never a span, which only the record's writer does."""

from sqlalchemy import Connection, Table, delete, func, insert, literal, select, union, update

from core.clock import MS_PER_DAY, MS_PER_MIN
from storage.boundary import Days
from storage.schema import (
    app,
    case_token,
    category,
    context,
    correction,
    explanation,
    hour_dirty,
    roll_day,
    roll_day_app,
    roll_day_category,
    roll_hour,
    source,
    span,
)

_REFERRED_TO = (
    (context, context.c.ctx_id, (span.c.ctx_id,)),
    (app, app.c.app_id, (context.c.app_id, roll_day_app.c.app_id)),
    (source, source.c.source_id, (span.c.source_id,)),
    (case_token, case_token.c.case_id, (span.c.case_id,)),
    (
        category,
        category.c.cat_id,
        (
            context.c.default_cat_id,
            correction.c.cat_id,
            roll_hour.c.cat_id,
            roll_day_app.c.cat_id,
            roll_day_category.c.cat_id,
        ),
    ),
)
"""Every table of names, its key, and who may refer to it; in an order that leaves no reference behind."""
_SOUGHT = ("ctx_id", "case_id")


def remove_totals(connection: Connection, of: Days) -> int:
    """The stored totals of these days, and that they were to be built again; how many there were."""
    for table in (hour_dirty, roll_day, roll_day_category):
        _remove_days(connection, table, of)
    return _remove_days(connection, roll_hour, of) + _remove_days(connection, roll_day_app, of)


def remove_statements(connection: Connection, of: Days) -> None:
    """What was said of these days; what reaches across their ends is cut. Their spans went first.

    Who travels has spans of the first day that is kept from before its beginning at home, and of the last one before
    them from after its end.
    """
    begins = span.c.start_ms + span.c.off_min * MS_PER_MIN
    earlier = span.c.start_ms < of.since.local_ms + MS_PER_DAY, begins < of.since.local_ms
    last_ms = connection.execute(select(func.max(span.c.start_ms + span.c.observed_ms)).where(*earlier)).scalar()
    first_ms = connection.execute(select(func.min(span.c.start_ms)).where(begins >= of.before.local_ms)).scalar()
    from_ms = of.since.utc_ms if last_ms is None else max(of.since.utc_ms, last_ms)
    until_ms = of.before.utc_ms if first_ms is None else min(of.before.utc_ms, first_ms)
    for said in (explanation, correction) if from_ms < until_ms else ():
        take_out(connection, said, from_ms, until_ms)


def _remove_days(connection: Connection, table: Table, of: Days) -> int:
    """From a table by local day or hour."""
    if "hour" in table.c:
        inside = table.c.hour >= of.since.hour, table.c.hour < of.before.hour
    else:
        inside = table.c.day >= of.since.day, table.c.day < of.before.day
    return connection.execute(delete(table).where(*inside)).rowcount


def take_out(connection: Connection, of: Table, from_ms: int, until_ms: int) -> None:
    """Delete what a table says of [from, until); what reaches across an end is cut, and becomes two across both."""
    begins, ends = of.c.start_ms, of.c.end_ms
    others = [column for column in of.columns if column.name not in {"id", "start_ms", "end_ms"}]
    rest = select(literal(until_ms), ends, *others).where(begins < from_ms, ends > until_ms)
    connection.execute(insert(of).from_select([begins, ends, *others], rest))
    connection.execute(delete(of).where(begins >= from_ms, ends <= until_ms))
    connection.execute(update(of).where(begins < from_ms, ends > from_ms).values(end_ms=from_ms))
    connection.execute(update(of).where(begins >= from_ms, begins < until_ms).values(start_ms=until_ms))


def remove_unused_names(connection: Connection) -> None:
    """Titles, programs, categories, sources and cases that nothing refers to any more."""
    for column in _SOUGHT:  # without an index SQLite goes through every span for each name that goes
        connection.exec_driver_sql(f"CREATE INDEX sought_{column} ON span ({column})")
    for names, key, references in _REFERRED_TO:
        used = union(*(select(reference).where(reference.is_not(None)) for reference in references))
        connection.execute(delete(names).where(key.not_in(used)))
    for column in _SOUGHT:
        connection.exec_driver_sql(f"DROP INDEX sought_{column}")
