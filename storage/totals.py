"""Reads the stored totals, told apart no further than asked for; never builds them."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Label,
    Select,
    Subquery,
    bindparam,
    func,
    literal,
    select,
)

from core.category import Category
from core.clock import MS_PER_HOUR
from core.period import EPOCH, DayStarts
from core.rollup import Bucket, Hour
from storage.dictionary import STATES
from storage.schema import app, category, roll_day, roll_day_app, roll_hour

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


def _by_day(*keys: ColumnElement[Any]) -> Subquery:
    """Sums over days, told apart by `keys`; the hour of each is one of its first day's."""
    of = roll_day_app.c
    return (
        select((func.min(of.day) * 24 + 12).label("hour"), of.app_id, of.cat_id, of.state, _sum(of.observed_ms))
        .where(of.day.between(_first, _last))
        .group_by(*keys, of.cat_id, of.state)
        .subquery()
    )


def _by_hour(*keys: ColumnElement[Any]) -> Subquery:
    """Sums over hours, which know no programs, told apart by `keys`."""
    of = roll_hour.c
    return (
        select(func.min(of.hour).label("hour"), of.cat_id, of.state, _sum(of.observed_ms))
        .where(of.hour.between(_first, _last))
        .group_by(*keys, of.cat_id, of.state)
        .having(func.sum(of.observed_ms) > 0)
        .subquery()
    )


def _sum(column: ColumnElement[int]) -> Label[int]:
    return func.sum(column).label("observed_ms")


_OF_HOURS = {
    "kind": _named(_by_hour()),
    "category": _named(_by_hour()),
    "hour": _named(_by_hour(roll_hour.c.hour % 24)),
}
_OF_DAYS = {
    "day": _named(_by_day(roll_day_app.c.day)),
    "app": _named(_by_day(roll_day_app.c.app_id), apps=True),
}


def portions(
    connection: Connection, days: Collection[date], by: str, starts: DayStarts
) -> Iterator[tuple[Bucket, int]]:
    """Stored milliseconds of these local days; a bucket names app, hour and day only where `by` tells them apart."""
    for first, last in _runs(days):
        if by in _OF_HOURS:
            found, starts_at, ends_at = _OF_HOURS[by], starts.local_start_ms(first), starts.local_end_ms(last)
            between = {"first": starts_at // MS_PER_HOUR, "last": ends_at // MS_PER_HOUR - 1}
        else:
            found, between = _OF_DAYS[by], {"first": _number(first), "last": _number(last)}
        for hour, name, path, state, observed_ms in connection.execute(found, between):
            yield Bucket(Hour(hour, 0), name, Category(path), STATES[state]), observed_ms


def unobserved_ms(connection: Connection, days: Collection[date]) -> int:
    """Stored milliseconds not observed between the first and the last observation of each of these local days."""
    runs = ({"first": _number(first), "last": _number(last)} for first, last in _runs(days))
    return sum(connection.execute(_gap, run).scalar_one() for run in runs)


def _runs(days: Collection[date]) -> Iterator[tuple[date, date]]:
    """First and last of each run of days that follow one another."""
    ordered = sorted(days)
    begins = 0
    for number, day in enumerate(ordered, start=1):
        if number == len(ordered) or ordered[number] - day > timedelta(days=1):
            yield ordered[begins], day
            begins = number


def _number(day: date) -> int:
    return (day - EPOCH).days
