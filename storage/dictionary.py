"""Names into ids and back: apps, categories, contexts, sources, cases; never writes a span."""

from collections.abc import Iterable

from sqlalchemy import Column, Connection, bindparam, insert, select
from sqlalchemy.dialects.sqlite import insert as insert_or

from core.category import Category
from core.identity import stable_id
from core.judge import Judge
from core.span import Context, State
from storage.schema import app, case_token, category, context, source

STATES = (State.ACTIVE, State.IDLE, State.CALL, State.LOCKED, State.PRIVATE)
"""A state's number in the record is its place here; new ones go to the end."""
STATE_NUMBERS = {state: number for number, state in enumerate(STATES)}

_add_app = insert_or(app).on_conflict_do_nothing()
_add_category = insert_or(category).on_conflict_do_nothing()
_find_context = select(context.c.ctx_id).where(
    context.c.app_id == bindparam("of_app"), context.c.title == bindparam("of_title")
)
_add_context = insert(context).returning(context.c.ctx_id)
_add_contexts = insert_or(context).on_conflict_do_nothing()
LARGEST_CACHE = 50_000


class Dictionary:
    """Finds or makes the row of a name, inside the transaction it is given.

    The cache may run ahead of a transaction that fails: call `forget` then.
    """

    def __init__(self, judge: Judge) -> None:
        self._judge = judge
        self._contexts: dict[Context, int] = {}
        self._apps: dict[str, int] = {}
        self._categories: dict[str, int] = {}

    def forget(self) -> None:
        self._contexts.clear()
        self._apps.clear()
        self._categories.clear()

    def app_id(self, connection: Connection, name: str) -> int:
        app_id = self._apps.get(name)
        if app_id is None:
            app_id = self._apps[name] = stable_id(name)
            connection.execute(_add_app, {"app_id": app_id, "name": name})
        return app_id

    def cat_id(self, connection: Connection, of: Category) -> int:
        cat_id = self._categories.get(of.path)
        if cat_id is None:
            cat_id = self._categories[of.path] = add_category(connection, of)
        return cat_id

    def ctx_id(self, connection: Connection, of: Context) -> int:
        """A new context is judged as it is stored, so that reports need not judge it again."""
        known = self._contexts.get(of)
        if known is not None:
            return known
        app_id = self.app_id(connection, of.app)
        ctx_id: int | None = connection.execute(_find_context, {"of_app": app_id, "of_title": of.title}).scalar()
        if ctx_id is None:
            ctx_id = connection.execute(_add_context, self._row(connection, app_id, of)).scalar_one()
        if len(self._contexts) >= LARGEST_CACHE:
            self._contexts.clear()
        self._contexts[of] = ctx_id
        return ctx_id

    def add_contexts(self, connection: Connection, contexts: Iterable[Context]) -> None:
        """Make the rows of those that have none yet, all at once."""
        rows = [self._row(connection, self.app_id(connection, of.app), of) for of in dict.fromkeys(contexts)]
        if rows:
            connection.execute(_add_contexts, rows)

    def source_id(self, connection: Connection, name: str | None) -> int | None:
        return _numbered(connection, source.c.source_id, source.c.name, name)

    def case_id(self, connection: Connection, token: str | None) -> int | None:
        return _numbered(connection, case_token.c.case_id, case_token.c.token, token)

    def _row(self, connection: Connection, app_id: int, of: Context) -> dict[str, int | str | None]:
        verdict = self._judge.default(of)
        return {
            "app_id": app_id,
            "title": of.title,
            "default_cat_id": self.cat_id(connection, verdict.category),
            "rule_id": verdict.rule_id,
        }


def add_category(connection: Connection, of: Category) -> int:
    """The id of a category, whose row is made where there is none."""
    cat_id = stable_id(of.path)
    connection.execute(_add_category, {"cat_id": cat_id, "path": of.path})
    return cat_id


def _numbered(connection: Connection, number: Column[int], named: Column[str], name: str | None) -> int | None:
    """The number that this record gave a name when it first met it."""
    if name is None:
        return None
    found: int | None = connection.execute(select(number).where(named == name)).scalar()
    if found is None:
        added = insert(number.table).values({named: name}).returning(number)
        found = connection.execute(added).scalar_one()
    return found
