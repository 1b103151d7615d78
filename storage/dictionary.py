"""Names into ids and back: apps, categories, contexts, sources; never writes a span."""

from sqlalchemy import Connection, insert, select
from sqlalchemy.dialects.sqlite import insert as insert_or

from core.category import Category
from core.identity import stable_id
from core.judge import Judge
from core.span import Context, State
from storage.schema import app, category, context, source

STATES = (State.ACTIVE, State.IDLE, State.CALL, State.LOCKED, State.PRIVATE)
"""A state's number in the record is its place here; new ones go to the end."""
STATE_NUMBERS = {state: number for number, state in enumerate(STATES)}

_add_app = insert_or(app).on_conflict_do_nothing()
_add_category = insert_or(category).on_conflict_do_nothing()
_find_context = select(context.c.ctx_id, context.c.app_id, context.c.title)
LARGEST_CACHE = 50_000


class Dictionary:
    """Finds or makes the row of a name, inside the transaction it is given.

    The cache may run ahead of a transaction that fails: call `forget` then.
    """

    def __init__(self, judge: Judge) -> None:
        self._judge = judge
        self._contexts: dict[Context, int] = {}
        self._known: set[str] = set()

    def forget(self) -> None:
        self._contexts.clear()
        self._known.clear()

    def app_id(self, connection: Connection, name: str) -> int:
        app_id = stable_id(name)
        if f"app {name}" not in self._known:
            connection.execute(_add_app, {"app_id": app_id, "name": name})
            self._known.add(f"app {name}")
        return app_id

    def cat_id(self, connection: Connection, of: Category) -> int:
        cat_id = stable_id(of.path)
        if f"category {of.path}" not in self._known:
            connection.execute(_add_category, {"cat_id": cat_id, "path": of.path})
            self._known.add(f"category {of.path}")
        return cat_id

    def ctx_id(self, connection: Connection, of: Context) -> int:
        """A new context is judged as it is stored, so that reports need not judge it again."""
        known = self._contexts.get(of)
        if known is not None:
            return known
        app_id = self.app_id(connection, of.app)
        row = connection.execute(
            _find_context.where(context.c.app_id == app_id, context.c.title == of.title)
        ).one_or_none()
        ctx_id = row.ctx_id if row is not None else self._add_context(connection, app_id, of)
        if len(self._contexts) >= LARGEST_CACHE:
            self._contexts.clear()
        self._contexts[of] = ctx_id
        return ctx_id

    def source_id(self, connection: Connection, name: str | None) -> int | None:
        if name is None:
            return None
        found: int | None = connection.execute(select(source.c.source_id).where(source.c.name == name)).scalar()
        if found is None:
            added = insert(source).values(name=name).returning(source.c.source_id)
            found = connection.execute(added).scalar_one()
        return found

    def _add_context(self, connection: Connection, app_id: int, of: Context) -> int:
        verdict = self._judge.default(of)
        row = insert(context).values(
            app_id=app_id,
            title=of.title,
            default_cat_id=self.cat_id(connection, verdict.category),
            rule_id=verdict.rule_id,
        )
        ctx_id: int = connection.execute(row.returning(context.c.ctx_id)).scalar_one()
        return ctx_id
