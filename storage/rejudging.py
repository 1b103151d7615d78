"""Brings the record under changed rules: contexts now, totals when they are next built; never touches a span."""

from dataclasses import dataclass

from sqlalchemy import Connection, Engine, bindparam, select, update
from sqlalchemy.dialects.sqlite import insert

from core.category import Category
from core.judge import Judge
from core.span import Context
from storage.dictionary import Dictionary
from storage.engine import transaction
from storage.meta import RULESET, first_raw_hour, read_fact, write_fact
from storage.schema import app, category, context, hour_dirty, roll_hour

_contexts = select(context.c.ctx_id, app.c.name, context.c.title, category.c.path, context.c.rule_id).select_from(
    context.join(app).join(category)
)
_judge_anew = (
    update(context)
    .where(context.c.ctx_id == bindparam("of_ctx"))
    .values(default_cat_id=bindparam("new_cat"), rule_id=bindparam("new_rule"))
)


@dataclass(frozen=True, slots=True)
class Rejudged:
    """What other rules say of the contexts that they judge otherwise."""

    version: str
    verdicts: tuple[tuple[int, Category, str | None], ...]
    """(context, category, rule)."""


def is_judged_by(connection: Connection, judge: Judge) -> bool:
    """Whether contexts and totals are those of these rules, or will be when they are next built."""
    return read_fact(connection, RULESET) == judge.version


def judge_anew(connection: Connection, judge: Judge) -> Rejudged:
    """Ask `judge` about every context; takes seconds on an old record, and needs no more than to read it."""
    version = judge.version
    verdicts = []
    for ctx_id, name, title, path, rule_id in connection.execute(_contexts):
        verdict = judge.default(Context(name, title))
        if verdict.category.path != path or verdict.rule_id != rule_id:
            verdicts.append((ctx_id, verdict.category, verdict.rule_id))
    return Rejudged(version, tuple(verdicts))


def take_over(connection: Connection, judge: Judge, found: Rejudged) -> bool:
    """Write what `judge` found, and have every hour that has spans rolled again; False if these rules hold already."""
    if read_fact(connection, RULESET) == found.version:
        return False
    names = Dictionary(judge)
    changed = [
        {"of_ctx": ctx_id, "new_cat": names.cat_id(connection, its), "new_rule": rule_id}
        for ctx_id, its, rule_id in found.verdicts
    ]
    if changed:
        connection.execute(_judge_anew, changed)
    hours = select(roll_hour.c.hour, roll_hour.c.off_min).distinct()
    raw = hours.where(roll_hour.c.hour >= first_raw_hour(connection))
    marks = insert(hour_dirty).from_select(["hour", "off_min"], raw)
    connection.execute(marks.on_conflict_do_nothing())
    write_fact(connection, RULESET, found.version)
    return True


def rejudge(engine: Engine, judge: Judge) -> bool:
    """Both at once, for a record that nobody writes to meanwhile."""
    with transaction(engine) as connection:
        return not is_judged_by(connection, judge) and take_over(connection, judge, judge_anew(connection, judge))
