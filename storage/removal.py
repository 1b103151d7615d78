"""Takes totals, statements and names out of the record; never a span, which only the record's writer does."""

from sqlalchemy import Connection, delete, func, select, union, update

from storage.boundary import Boundary
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


def remove_totals(connection: Connection, before: Boundary) -> int:
    """The stored totals before a boundary, and that they were to be built again; how many there were."""
    connection.execute(delete(hour_dirty).where(hour_dirty.c.hour < before.hour))
    for days in (roll_day, roll_day_category):
        connection.execute(delete(days).where(days.c.day < before.day))
    by_hour = connection.execute(delete(roll_hour).where(roll_hour.c.hour < before.hour)).rowcount
    return by_hour + connection.execute(delete(roll_day_app).where(roll_day_app.c.day < before.day)).rowcount


def remove_statements(connection: Connection, before: Boundary) -> None:
    """What was said of the time before a boundary; what reaches across it is cut. The spans before it went first.

    Who travels has spans of the first day that is kept from before its beginning at home.
    """
    first_ms = connection.execute(select(func.min(span.c.start_ms))).scalar()
    border_ms = before.utc_ms if first_ms is None else min(before.utc_ms, first_ms)
    for said in (explanation, correction):
        connection.execute(delete(said).where(said.c.end_ms <= border_ms))
        connection.execute(update(said).where(said.c.start_ms < border_ms).values(start_ms=border_ms))


def remove_unused_names(connection: Connection) -> None:
    """Titles, programs, categories, sources and cases that nothing refers to any more."""
    for column in _SOUGHT:  # without an index SQLite goes through every span for each name that goes
        connection.exec_driver_sql(f"CREATE INDEX sought_{column} ON span ({column})")
    for names, key, references in _REFERRED_TO:
        used = union(*(select(reference).where(reference.is_not(None)) for reference in references))
        connection.execute(delete(names).where(key.not_in(used)))
    for column in _SOUGHT:
        connection.exec_driver_sql(f"DROP INDEX sought_{column}")
