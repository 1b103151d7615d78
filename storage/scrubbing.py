"""Takes out of the record what may not be stored any more but was when it was written; never decides what that is."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, literal, select
from sqlalchemy.dialects.sqlite import insert

from core.judge import Judge
from core.period import EPOCH, DayStarts
from core.reaching import Reached, unheard
from core.redactor import Kept, Redactor
from core.rollup import Hour
from core.sample import Window
from core.span import NOTHING_SHOWN, Context
from storage.dictionary import Dictionary
from storage.meta import REDACTION, SCRUBBING, read_day_starts, read_fact, read_raw_from, write_fact
from storage.record import Shown, show_otherwise
from storage.removal import remove_unused_names
from storage.schema import app, context, roll_day_app

_contexts = select(context.c.ctx_id, app.c.name, context.c.title).join(app)
_programs = select(app.c.app_id, app.c.name).where(app.c.app_id.in_(select(roll_day_app.c.app_id)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Forbidden:
    """What a record holds and would not store today."""

    titles: Mapping[str, int]
    """How many titles of each program."""
    programs: frozenset[str]
    """Those whose very name is in stored totals and may not be."""
    unfinished: bool
    """Whether a scrub was begun that did not come to its end."""

    def __bool__(self) -> bool:
        return bool(self.titles or self.programs or self.unfinished)

    def __str__(self) -> str:
        """In words, without a name."""
        if self.titles:
            return f"The rules now forbid {sum(self.titles.values())} titles that the record still holds"
        if self.programs:
            return f"The rules now forbid the names of {len(self.programs)} programs that the totals still hold"
        return "The record was scrubbed, but perhaps not every copy of it"


def find_forbidden(connection: Connection, redactor: Redactor) -> Forbidden:
    """What `redactor` would not leave as it is."""
    titles = Counter(of.app for _ctx_id, of, _kept in _forbidden_contexts(connection, redactor))
    return Forbidden(
        titles=dict(titles.most_common()),
        programs=frozenset(name for _app_id, name in connection.execute(_programs) if name and redactor.hides(name)),
        unfinished=read_fact(connection, SCRUBBING) is not None,
    )


def is_clean(connection: Connection, version: str) -> bool:
    """Whether it is known that the redactor of this version would leave everything as it is."""
    return read_fact(connection, REDACTION) == version and read_fact(connection, SCRUBBING) is None


def note_writing(connection: Connection, version: str) -> None:
    """From now on is written what the redactor of this version leaves: what others would is not known any more."""
    if read_fact(connection, REDACTION) != version:
        write_fact(connection, REDACTION, None)


def note_clean(connection: Connection, version: str) -> None:
    """Everything is as the redactor of this version would leave it."""
    write_fact(connection, REDACTION, version)


def scrub_history(connection: Connection, redactor: Redactor, judge: Judge, reached: Reached) -> int:
    """Bring every stored context to what `redactor` leaves of it; how many spans that changed.

    Contexts that become equal become one. Done again, it changes nothing. The bytes are gone only after
    `storage.erasing.scrub`, and it is all done when `note_scrubbed` was called.
    """
    write_fact(connection, SCRUBBING, redactor.version)
    forbidden = list(_forbidden_contexts(connection, redactor))
    names = Dictionary(judge)
    new = {
        ctx_id: Shown(
            ctx_id=names.ctx_id(connection, kept.context),
            private=kept.private,
            case_id=names.case_id(connection, kept.case),
        )
        for ctx_id, _of, kept in forbidden
    }
    changed = 0
    if new:
        changed, touched = show_otherwise(connection, new, reached)
        _forget_totals(connection, touched)
    _hide_programs(connection, redactor, names)
    remove_unused_names(connection)
    return changed


def scrub_copy(connection: Connection, redactor: Redactor, judge: Judge) -> None:
    """As `scrub_history`, of a backup whose bytes are written anew afterwards."""
    scrub_history(connection, redactor, judge, unheard)
    note_scrubbed(connection, redactor.version)


def note_scrubbed(connection: Connection, version: str) -> None:
    """No byte is left of what the redactor of this version took out."""
    write_fact(connection, SCRUBBING, None)
    note_clean(connection, version)


def _forbidden_contexts(connection: Connection, redactor: Redactor) -> Iterator[tuple[int, Context, Kept]]:
    for ctx_id, name, title in connection.execute(_contexts):
        of = Context(name, title)
        kept = redactor(Window(app=name, title=title))
        if of != NOTHING_SHOWN and kept != Kept(of):
            yield ctx_id, of, kept


def _forget_totals(connection: Connection, touched: Iterable[Hour]) -> None:
    """What names a program: it is read live, and built again, like every dirty hour."""
    starts = read_day_starts(connection) or DayStarts()
    raw_from = read_raw_from(connection)
    for day in {starts.day_of_hour(hour.number) for hour in touched}:
        if day >= raw_from:
            connection.execute(delete(roll_day_app).where(roll_day_app.c.day == (day - EPOCH).days))


def _hide_programs(connection: Connection, redactor: Redactor, names: Dictionary) -> None:
    """Totals that are never built again keep their time and category under no name."""
    hidden = [app_id for app_id, name in connection.execute(_programs) if name and redactor.hides(name)]
    if not hidden:
        return
    of, nobody = roll_day_app.c, names.app_id(connection, NOTHING_SHOWN.app)
    sums = [func.sum(column) for column in (of.observed_ms, of.input_count, of.injected_count)]
    nameless = select(of.day, literal(nobody), of.cat_id, of.state, *sums).where(of.app_id.in_(hidden))
    add = insert(roll_day_app).from_select(
        ["day", "app_id", "cat_id", "state", "observed_ms", "input_count", "injected_count"],
        nameless.group_by(of.day, of.cat_id, of.state),
    )
    more = {name: of[name] + add.excluded[name] for name in ("observed_ms", "input_count", "injected_count")}
    connection.execute(add.on_conflict_do_update(index_elements=["day", "app_id", "cat_id", "state"], set_=more))
    connection.execute(delete(roll_day_app).where(of.app_id.in_(hidden)))
