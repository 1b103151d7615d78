"""Sums the time of each context over a period, corrected time apart; never judges and never writes."""

import json
from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, select

from core.category import Category
from core.clock import MS_PER_DAY
from core.context_total import ContextTotal, CorrectedTotal
from core.reaching import Reached, unheard, within
from core.span import Context
from storage.dictionary import STATES
from storage.driver import each_row
from storage.schema import app, category, correction, span

SUMMED_AT_ONCE_MS = 92 * MS_PER_DAY
NAMED_AT_ONCE = 20_000
SUMMED = 0.7
"""So much is done when only names are missing."""
_SUMS = """
SELECT ctx_id << 3 | state AS number, sum(observed_ms) FROM span
WHERE start_ms >= :from_ms AND start_ms < :end_ms
GROUP BY number
"""
"""Hundreds of thousands of spans are sorted by one number faster than by two."""
_NAMED = """
SELECT value, app_id, title, default_cat_id, rule_id
FROM json_each(:numbers) CROSS JOIN context ON ctx_id = value >> 3
"""
_PARTS = """
SELECT whose, ctx_id, state, of.observed_ms, app_id, title, default_cat_id, rule_id FROM (
    SELECT whose, ctx_id, state, sum(min(start_ms + observed_ms, until_ms) - max(start_ms, from_ms)) AS observed_ms
    FROM (SELECT value ->> 0 AS from_ms, value ->> 1 AS until_ms, value ->> 2 AS whose FROM json_each(:stretches))
    CROSS JOIN span
    WHERE start_ms >= ifnull((SELECT max(start_ms) FROM span WHERE start_ms <= from_ms), from_ms)
    AND start_ms < until_ms AND start_ms + observed_ms > from_ms
    GROUP BY whose, ctx_id, state
) AS of JOIN context USING (ctx_id) ORDER BY whose, ctx_id, state
"""
"""No two spans overlap: of those that began before a stretch, only the last can reach into it."""
_first = (
    select(span.c.start_ms).where(span.c.start_ms <= bindparam("from_ms")).order_by(span.c.start_ms.desc()).limit(1)
)
_next = select(span.c.start_ms).where(span.c.start_ms >= bindparam("from_ms")).order_by(span.c.start_ms).limit(1)
_last_end = (
    select(span.c.start_ms + span.c.observed_ms)
    .where(span.c.start_ms < bindparam("end_ms"))
    .order_by(span.c.start_ms.desc())
    .limit(1)
)
_said_last_first = (
    select(correction.c.id, correction.c.start_ms, correction.c.end_ms, category.c.path)
    .join(category)
    .where(
        correction.c.start_ms < bindparam("end_ms"),
        correction.c.end_ms > bindparam("from_ms"),
        correction.c.undone_at_ms.is_(None),
    )
    .order_by(correction.c.at_ms.desc(), correction.c.id.desc())
)


class _Stretch(NamedTuple):
    """Half-open [start, end)."""

    start_ms: int
    end_ms: int
    correction_id: int = 0
    """The correction that holds in it; 0 where none does."""


_end_ms = attrgetter("end_ms")


def context_totals(
    connection: Connection, start_ms: int, end_ms: int, reached: Reached = unheard
) -> list[ContextTotal]:
    """Observed milliseconds in [start, end) by context and state, without what was corrected; in that order."""
    between = {"from_ms": start_ms, "end_ms": end_ms}
    first_ms = connection.execute(_first, between).scalar() or start_ms
    last_end_ms = connection.execute(_last_end, between).scalar() or end_ms
    left_out = [_Stretch(first_ms, start_ms), _Stretch(end_ms, last_end_ms), *_settled(connection, start_ms, end_ms)]
    sums = _sums(connection, first_ms, min(end_ms, last_end_ms), within(reached, 0, SUMMED))
    for _correction, ctx_id, state, observed_ms, *_rest in _parts(connection, left_out):
        sums[ctx_id << 3 | state] -= observed_ms
    return list(_named(connection, {number: ms for number, ms in sums.items() if ms}, within(reached, SUMMED, 1)))


def corrected_totals(connection: Connection, start_ms: int, end_ms: int) -> list[CorrectedTotal]:
    """What was corrected in [start, end), by correction, context and state."""
    between = {"from_ms": start_ms, "end_ms": end_ms}
    said = {row.id: Category(row.path) for row in connection.execute(_said_last_first, between)}
    names = _Names(connection)
    return [
        CorrectedTotal(number, said[number], names.total(*row))
        for number, *row in _parts(connection, _settled(connection, start_ms, end_ms))
    ]


def _sums(connection: Connection, from_ms: int, end_ms: int, reached: Reached) -> defaultdict[int, int]:
    """The whole of all spans that begin in [from, end), by context and state in one number."""
    sums: defaultdict[int, int] = defaultdict(int)
    first_ms = connection.execute(_next, {"from_ms": from_ms}).scalar() or end_ms
    for start_ms in range(first_ms, end_ms, SUMMED_AT_ONCE_MS):
        reached((start_ms - first_ms) / (end_ms - first_ms))
        between = {"from_ms": start_ms, "end_ms": min(start_ms + SUMMED_AT_ONCE_MS, end_ms)}
        for number, observed_ms in each_row(connection, _SUMS, between):
            sums[number] += observed_ms
    return sums


def _named(connection: Connection, sums: Mapping[int, int], reached: Reached) -> Iterator[ContextTotal]:
    names = _Names(connection)
    numbers = sorted(sums)
    for at in range(0, len(numbers), NAMED_AT_ONCE):
        reached(at / len(numbers))
        for number, *rest in each_row(connection, _NAMED, {"numbers": json.dumps(numbers[at : at + NAMED_AT_ONCE])}):
            yield names.total(number >> 3, number & 7, sums[number], *rest)


class _Names:
    """Names of programs and categories, which are few, read once."""

    def __init__(self, connection: Connection) -> None:
        self._apps: dict[int, str] = {row.app_id: row.name for row in connection.execute(select(app))}
        rows = connection.execute(select(category))
        self._categories: dict[int, Category] = {row.cat_id: Category(row.path) for row in rows}

    def total(
        self, ctx_id: int, state: int, observed_ms: int, app_id: int, title: str, cat_id: int, rule_id: str | None
    ) -> ContextTotal:
        context = Context(self._apps[app_id], title)
        return ContextTotal(ctx_id, context, STATES[state], observed_ms, self._categories[cat_id], rule_id)


def _settled(connection: Connection, start_ms: int, end_ms: int) -> list[_Stretch]:
    """Stretches of [start, end) that do not overlap, in order: where several corrections hold, the one said last."""
    settled: list[_Stretch] = []
    for row in connection.execute(_said_last_first, {"from_ms": start_ms, "end_ms": end_ms}):
        for free in _free(settled, _Stretch(max(row.start_ms, start_ms), min(row.end_ms, end_ms), row.id)):
            insort(settled, free)
    return settled


def _free(settled: Sequence[_Stretch], of: _Stretch) -> list[_Stretch]:
    """The parts of a stretch that none of the `settled` ones covers."""
    edges = [of.start_ms]
    for number in range(bisect_right(settled, of.start_ms, key=_end_ms), len(settled)):
        if settled[number].start_ms >= of.end_ms:
            break
        edges += settled[number][:2]
    edges.append(of.end_ms)
    pairs = zip(edges[::2], edges[1::2], strict=True)
    return [_Stretch(from_ms, until_ms, of.correction_id) for from_ms, until_ms in pairs if from_ms < until_ms]


def _parts(connection: Connection, stretches: Sequence[_Stretch]) -> Iterator[Any]:
    """(correction, context, state, milliseconds, names) of what lies in the stretches."""
    return each_row(connection, _PARTS, {"stretches": json.dumps(stretches)})
