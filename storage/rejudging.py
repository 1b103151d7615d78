"""Brings the record under changed rules: contexts now, totals when they are next built; never touches a span."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, bindparam, func, select
from sqlalchemy.dialects.sqlite import insert

from core.category import Category
from core.clock import MS_PER_HOUR, MS_PER_MIN
from core.collecting import without_collecting
from core.judge import Judge
from core.period import DayStarts, Period
from core.span import Context
from storage.dictionary import Dictionary
from storage.driver import each_row
from storage.engine import transaction
from storage.meta import BEYOND_CONTEXTS, RULESET, first_raw_hour, read_day_starts, read_fact, write_fact
from storage.schema import context, hour_dirty, roll_hour, span

_CONTEXTS = """
SELECT ctx_id, app.name, title, category.path, rule_id
FROM context JOIN app USING (app_id) JOIN category ON cat_id = default_cat_id
"""
_count_contexts = select(func.count()).select_from(context)
_JUDGE_ANEW = "UPDATE context SET default_cat_id = ?, rule_id = ? WHERE ctx_id = ?"
_local_ms = span.c.start_ms + span.c.off_min * MS_PER_MIN
_showing = span.c.ctx_id.in_(select(func.json_each(bindparam("ids")).table_valued("value").c.value))
_hours_showing = (
    select(_local_ms // MS_PER_HOUR, (_local_ms + span.c.observed_ms - 1) // MS_PER_HOUR).distinct().where(_showing)
)
"""(first, last) local hour of each span."""


@dataclass(frozen=True, slots=True)
class Rejudged:
    """What other rules say of the contexts that they judge otherwise."""

    version: str
    beyond_contexts: str
    verdicts: tuple[tuple[int, Category, str | None], ...]
    """(context, category, rule)."""


def is_judged_by(connection: Connection, judge: Judge) -> bool:
    """Whether contexts and totals are those of these rules, or will be when they are next built."""
    return read_fact(connection, RULESET) == judge.version


def judge_anew(connection: Connection, judge: Judge) -> Rejudged:
    """Ask `judge` about every context; takes seconds on an old record, and needs no more than to read it."""
    version, beyond_contexts = judge.version, judge.beyond_contexts
    verdicts = []
    with without_collecting():
        for ctx_id, name, title, path, rule_id in each_row(connection, _CONTEXTS):
            verdict = judge.default(Context(name, title))
            if verdict.category.path != path or verdict.rule_id != rule_id:
                verdicts.append((ctx_id, verdict.category, verdict.rule_id))
    return Rejudged(version, beyond_contexts, tuple(verdicts))


def take_over(connection: Connection, judge: Judge, found: Rejudged) -> bool:
    """Write what `judge` found, and have the days that may change rolled again; False if these rules hold already."""
    if read_fact(connection, RULESET) == found.version:
        return False
    names = Dictionary(judge)
    changed = [(names.cat_id(connection, its), rule_id, ctx_id) for ctx_id, its, rule_id in found.verdicts]
    if changed:
        connection.exec_driver_sql(_JUDGE_ANEW, changed)
    contexts_only = read_fact(connection, BEYOND_CONTEXTS) == found.beyond_contexts
    touched = [ctx_id for ctx_id, _category, _rule in found.verdicts]
    are_few = 2 * len(touched) <= connection.execute(_count_contexts).scalar_one()  # else hardly a day shows none
    _have_rolled_again(connection, touched if contexts_only and are_few else None)
    write_fact(connection, RULESET, found.version)
    write_fact(connection, BEYOND_CONTEXTS, found.beyond_contexts)
    return True


def _have_rolled_again(connection: Connection, touched: Sequence[int] | None) -> None:
    """Mark the hours of every day that shows one of these contexts; of every day where None are given.

    Whole days, because what a window is may decide what its neighbours are.
    """
    hours = select(roll_hour.c.hour, roll_hour.c.off_min).distinct()
    raw = connection.execute(hours.where(roll_hour.c.hour >= first_raw_hour(connection))).all()
    if touched is not None:
        starts = read_day_starts(connection) or DayStarts()
        shown = connection.execute(_hours_showing, {"ids": json.dumps(touched)})
        days = {
            day for first, last in shown for day in Period(starts.day_of_hour(first), starts.day_of_hour(last)).days()
        }
        raw = [hour for hour in raw if starts.day_of_hour(hour.hour) in days]
    if raw:
        marks = [{"hour": hour.hour, "off_min": hour.off_min} for hour in raw]
        connection.execute(insert(hour_dirty).on_conflict_do_nothing(), marks)


def rejudge(engine: Engine, judge: Judge) -> bool:
    """Both at once, for a record that nobody writes to meanwhile."""
    with transaction(engine) as connection:
        return not is_judged_by(connection, judge) and take_over(connection, judge, judge_anew(connection, judge))
