"""Reads the stored totals, told apart no further than asked for; never builds them."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Label,
    Select,
    Subquery,
    Table,
    bindparam,
    func,
    literal,
    select,
)

from core.category import Category
from core.clock import MS_PER_HOUR
from core.period import EPOCH, DayStarts, Period, runs_of
from core.rollup import Bucket, Hour
from storage.dictionary import STATES
from storage.schema import app, category, roll_day, roll_day_app, roll_day_category, roll_hour

_first: BindParameter[int] = bindparam("first")
_last: BindParameter[int] = bindparam("last")
_gap = select(func.coalesce(func.sum(roll_day.c.gap_ms), 0)).where(roll_day.c.day.between(_first, _last))


def _named(sums: Subquery, *, apps: bool = False) -> Select[Any]:
    """Sums with the names of what they are sums of: looked up once for each sum, not for each row."""
    found = sums.join(category, category.c.cat_id == sums.c.cat_id)
    name: ColumnElement[str] = literal("")
    if apps:
        found, name = found.join(app, app.c.app_id == sums.c.app_id), app.c.name
    return select(sums.c.hour, name, category.c.path, sums.c.state, sums.c.observed_ms).select_from(found)


def _in_days(table: Table, *keys: ColumnElement[Any]) -> Subquery:
    """Sums over days, told apart by `keys`; the hour of each is one of its first day's."""
    of = table.c
    return (
        select((func.min(of.day) * 24 + 12).label("hour"), *keys, of.cat_id, of.state, _sum(of.observed_ms))
        .where(of.day.between(_first, _last))
        .group_by(*keys, of.cat_id, of.state)
        .subquery()
    )


def _in_hours() -> Subquery:
    """Sums over days, told apart by hour of the day."""
    of = roll_hour.c
    return (
        select(func.min(of.hour).label("hour"), of.cat_id, of.state, _sum(of.observed_ms))
        .where(of.hour.between(_first, _last))
        .group_by(of.hour % 24, of.cat_id, of.state)
        .having(func.sum(of.observed_ms) > 0)
        .subquery()
    )


def _sum(column: ColumnElement[int]) -> Label[int]:
    return func.sum(column).label("observed_ms")


_OF_HOURS = _named(_in_hours())
_OF_DAYS = {
    "kind": _named(_in_days(roll_day_category)),
    "category": _named(_in_days(roll_day_category)),
    "day": _named(_in_days(roll_day_category, roll_day_category.c.day)),
    "app": _named(_in_days(roll_day_app, roll_day_app.c.app_id), apps=True),
}


def portions(
    connection: Connection, days: Collection[date], by: str, starts: DayStarts
) -> Iterator[tuple[Bucket, int]]:
    """Stored milliseconds of these local days; a bucket names app, hour and day only where `by` tells them apart."""
    for run in runs_of(days):
        if by == "hour":
            found, starts_at, ends_at = _OF_HOURS, starts.local_start_ms(run.first), starts.local_end_ms(run.last)
            between = {"first": starts_at // MS_PER_HOUR, "last": ends_at // MS_PER_HOUR - 1}
        else:
            found, between = _OF_DAYS[by], _numbers(run)
        for hour, name, path, state, observed_ms in connection.execute(found, between):
            yield Bucket(Hour(hour, 0), name, Category(path), STATES[state]), observed_ms


def unobserved_ms(connection: Connection, days: Collection[date]) -> int:
    """Stored milliseconds not observed between the first and the last observation of each of these local days."""
    return sum(connection.execute(_gap, _numbers(run)).scalar_one() for run in runs_of(days))


def _numbers(run: Period) -> dict[str, int]:
    return {"first": (run.first - EPOCH).days, "last": (run.last - EPOCH).days}
