"""Brings the record under changed rules: contexts now, rollups when they are next built; never touches a span."""

from sqlalchemy import Engine, bindparam, select, update
from sqlalchemy.dialects.sqlite import insert

from core.category import Category
from core.judge import Judge
from core.span import Context
from storage.dictionary import Dictionary
from storage.engine import transaction
from storage.meta import RULESET, first_raw_hour, read_fact, write_fact
from storage.schema import app, category, context, hour_dirty, roll_hour

_judge_anew = (
    update(context)
    .where(context.c.ctx_id == bindparam("of_ctx"))
    .values(default_cat_id=bindparam("new_cat"), rule_id=bindparam("new_rule"))
)


def rejudge(engine: Engine, judge: Judge) -> bool:
    """Judge every context by `judge` and have every hour that has spans rolled again; False for the same rules."""
    names = Dictionary(judge)
    with transaction(engine) as connection:
        if read_fact(connection, RULESET) == judge.version:
            return False
        stored = select(context.c.ctx_id, app.c.name, context.c.title, category.c.path, context.c.rule_id)
        changed = []
        for row in connection.execute(stored.join(app).join(category)).all():
            verdict = judge.default(Context(row.name, row.title))
            if (verdict.category, verdict.rule_id) != (Category(row.path), row.rule_id):
                cat_id = names.cat_id(connection, verdict.category)
                changed.append({"of_ctx": row.ctx_id, "new_cat": cat_id, "new_rule": verdict.rule_id})
        if changed:
            connection.execute(_judge_anew, changed)
        hours = select(roll_hour.c.hour, roll_hour.c.off_min).distinct()
        raw = hours.where(roll_hour.c.hour >= first_raw_hour(connection))
        marks = insert(hour_dirty).from_select(["hour", "off_min"], raw)
        connection.execute(marks.on_conflict_do_nothing())
        write_fact(connection, RULESET, judge.version)
    return True
