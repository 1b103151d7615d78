"""What the rules forbid by now leaves the record and every copy of it, and the time of it stays."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from classifiers.redacting import RuleRedactor
from core.case_token import case_token
from core.clock import MS_PER_DAY
from core.errors import MachineError
from core.privacy import TitleLevel
from core.redactor import Kept as Left
from core.span import NOTHING_SHOWN, Context, Span, State
from storage.backups import back_up, backups_in
from storage.copies import renew
from storage.engine import open_for_reading, transaction
from storage.erasing import scrub
from storage.meta import SCRUBBING
from storage.reading import reading
from storage.scrubbing import (
    find_forbidden,
    is_clean,
    note_clean,
    note_scrubbed,
    note_writing,
    scrub_copy,
    scrub_history,
)
from tests.classifiers.redactors import BANKING, CASES, CLIENTS, KEY, a_redactor
from tests.factories import NINE, a_span, a_window
from tests.storage.histories import MINUTE, histories
from tests.storage.records import Kept, kept_in
from tests.storage.test_erasing import bytes_below

EVERYTHING = a_redactor(CASES + CLIENTS + BANKING)
TOKEN = case_token(KEY, "4711")
TUESDAY = date(2026, 3, 3)
MARKERS = (b"4711", b"Zwicky", b"Anna", b"Payroll")


def scrubbed(kept: Kept, redactor: RuleRedactor = EVERYTHING, reached: list[float] | None = None) -> int:
    shares = [] if reached is None else reached
    return kept.record.revise(lambda connection: scrub_history(connection, redactor, kept.judge, shares.append))


def stored(kept: Kept) -> tuple[Span, ...]:
    engine = open_for_reading(kept.file)
    try:
        with reading(engine) as reader:
            return reader.spans_of_local(0, 1 << 50)
    finally:
        engine.dispose()


def outline(spans: Sequence[Span]) -> list[tuple[str, str, str, str | None]]:
    return [(of.context.app, of.context.title, of.state.value, of.case) for of in spans]


def test_stored_titles_become_what_would_be_stored_today(kept: Kept) -> None:
    """Those that become equal are one context; what no rule is about is as it was, and so is every moment."""
    titles = [("calc", "Claim C-4711"), ("calc", "Claim C-4712"), ("calc", "Claim C-4711"), ("calc", "Budget")]
    titles += [("letters", "Dear Anna"), ("letters", "Dear Berta"), ("bank", "Zwicky"), ("wages", "Payroll")]
    before = [a_span(NINE + n * MINUTE, app=app, title=title) for n, (app, title) in enumerate(titles)]
    kept.write(*before)
    kept.build()

    assert scrubbed(kept) == 7
    after = stored(kept)
    assert outline(after) == [
        ("calc", "Claim C-‹case›", "active", TOKEN),
        ("calc", "Claim C-‹case›", "active", case_token(KEY, "4712")),
        ("calc", "Claim C-‹case›", "active", TOKEN),
        ("calc", "Budget", "active", None),
        ("letters", "‹client›", "active", None),
        ("letters", "‹client›", "active", None),
        ("", "", "private", None),
        ("", "", "private", None),
    ]
    assert [(of.start_ms, of.end_ms, of.off_min) for of in after] == [
        (of.start_ms, of.end_ms, of.off_min) for of in before
    ]
    assert kept.rows("SELECT count(*) FROM context") == [(4,)]
    assert kept.rows("SELECT name FROM app ORDER BY name") == [("",), ("calc",), ("letters",)]
    assert kept.rows("PRAGMA foreign_key_check") == []


def test_a_case_that_is_known_stays_and_a_private_one_goes(kept: Kept) -> None:
    """A span that names its case was seen by rules of its time; of private time not even counts are known."""
    kept.write(a_span(NINE, title="Claim C-4711", case="of its time"), a_span(NINE + MINUTE, app="bank", case="secret"))
    with transaction(kept.engine) as connection:
        connection.exec_driver_sql("UPDATE span SET input_count = 7, injected_count = 3")
    scrubbed(kept)

    assert [of.case for of in stored(kept)] == ["of its time", None]
    assert kept.rows("SELECT input_count, injected_count FROM span ORDER BY start_ms") == [(7, 3), (0, 0)]
    assert kept.rows("SELECT token FROM case_token") == [("of its time",)]


def test_new_contexts_are_judged_by_the_rules_that_hold(kept: Kept) -> None:
    """As if they had been seen so."""
    kept.write(a_span(NINE, app="wiki", title="Claim C-4711"))
    scrubbed(kept)

    assert kept.rows("SELECT path, rule_id FROM context JOIN category ON default_cat_id = cat_id") == [
        ("Knowledge/Wiki", "wiki")
    ]


def test_it_is_said_how_many_titles_of_which_programs_would_change(kept: Kept) -> None:
    """The programs with most of them first, and no title."""
    titles = [("calc", "Claim C-1"), ("letters", "Dear Anna"), ("letters", "Dear Berta"), ("calc", "Budget"), ("", "")]
    kept.write(*(a_span(NINE + n * MINUTE, app=app, title=title) for n, (app, title) in enumerate(titles)))
    with transaction(kept.engine) as connection:
        found = find_forbidden(connection, EVERYTHING)
        nothing = find_forbidden(connection, a_redactor())

    assert list(found.titles.items()) == [("letters", 2), ("calc", 1)]
    assert str(found) == "The rules now forbid 3 titles that the record still holds"
    assert not nothing


def test_a_stricter_level_of_titles_is_such_a_change(kept: Kept) -> None:
    """What was kept whole is masked, and what was masked goes."""
    kept.write(a_span(NINE, title="Case 4711082"), a_span(NINE + MINUTE, title="Budget"))

    assert scrubbed(kept, a_redactor(level=TitleLevel.REDACTED)) == 1
    assert [of.context.title for of in stored(kept)] == ["Case ‹number›", "Budget"]
    assert scrubbed(kept, a_redactor(level=TitleLevel.APP_ONLY)) == 2
    assert {of.context for of in stored(kept)} == {Context("libreoffice-calc", "")}


TITLES = st.sampled_from(("Claim C-4711", "claim 47-11 C-4711", "Dear Anna", "Payroll", "Budget", "‹case›", ""))


@st.composite
def told(draw: st.DrawFn) -> list[Span]:
    """Histories whose titles some rules are about."""
    apps = st.sampled_from(("calc", "letters", "bank", "mail"))
    return [
        of if of.state is State.PRIVATE else replace(of, context=Context(draw(apps), draw(TITLES)))
        for of in (
            replace(of, context=NOTHING_SHOWN) if of.state is State.PRIVATE else of for of in draw(histories(most=8))
        )
    ]


@given(told())
def test_history_is_afterwards_as_if_the_rules_had_always_held(spans: list[Span]) -> None:
    """Span by span what the redactor would have left, and done again, nothing changes."""
    with TemporaryDirectory() as folder, kept_in(Path(folder)) as kept:
        kept.write(*spans)
        kept.build()
        changed = scrubbed(kept)
        after = stored(kept)

        assert list(after) == [as_if_seen_today(of) for of in spans]
        assert changed == sum(one != other for one, other in zip(after, spans, strict=True))
        assert (scrubbed(kept), stored(kept)) == (0, after)


def as_if_seen_today(of: Span) -> Span:
    if of.context == NOTHING_SHOWN:
        return of
    left = EVERYTHING(a_window(of.context.app, of.context.title))
    state = State.PRIVATE if left.private else of.state
    return replace(of, context=left.context, state=state, case=left.case)


def test_not_a_byte_is_left_in_record_log_and_backups(kept: Kept, tmp_path: Path) -> None:
    """Of a title, an identifier or a hidden program, while the writer still has the record open."""
    folder = tmp_path / "backups"
    shown = [("calc", "Claim C-4711"), ("Zwickybank", "Zwicky"), ("letters", "Dear Anna"), ("calc", "Payroll")]
    redactor = a_redactor(CASES + CLIENTS + BANKING.replace('"bank"', '"zwickybank"'))
    kept.write(
        *(a_span(NINE + n * MINUTE, app=app, title=f"{title} " * 9) for n, (app, title) in enumerate(shown * 60))
    )
    kept.build()
    for day in range(2):
        back_up(kept.file, folder, NINE + day * MS_PER_DAY)
    held = [marker in bytes_below(where) for marker in MARKERS for where in (kept.file.parent, folder)]

    scrubbed(kept, redactor)
    renew(folder, lambda connection: scrub_copy(connection, redactor, kept.judge))
    scrub(kept.file)

    assert all(held)
    assert [marker for marker in MARKERS if marker in bytes_below(kept.file.parent) + bytes_below(folder)] == []
    assert len(backups_in(folder)) == 2
    for backup in backups_in(folder):
        engine = open_for_reading(backup)
        with transaction(engine) as connection:
            assert is_clean(connection, redactor.version)
        engine.dispose()


def test_it_is_told_how_far_it_has_come(kept: Kept) -> None:
    """Up to all of it."""
    shares: list[float] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("storage.record.SHOWN_AT_ONCE", 2)
        kept.write(*(a_span(NINE + n * MINUTE, title="Claim C-4711") for n in range(5)))
        scrubbed(kept, reached=shares)

    assert shares == sorted(shares)
    assert (len(shares), shares[-1]) == (3, 1.0)
    assert {of.context.title for of in stored(kept)} == {"Claim C-‹case›"}


def test_a_scrub_that_was_cut_off_is_known_and_done_again(kept: Kept) -> None:
    """Until every copy is gone the record does not count as clean, also where nothing in it is forbidden any more."""
    kept.write(a_span(NINE, title="Claim C-4711"))
    scrubbed(kept)
    with transaction(kept.engine) as connection:
        found = find_forbidden(connection, EVERYTHING)
        note_clean(connection, EVERYTHING.version)
        was_clean = is_clean(connection, EVERYTHING.version)
    scrubbed(kept)
    with transaction(kept.engine) as connection:
        note_scrubbed(connection, EVERYTHING.version)
        is_done = not find_forbidden(connection, EVERYTHING) and is_clean(connection, EVERYTHING.version)

    assert (bool(found), found.unfinished, was_clean, is_done) == (True, True, False, True)
    assert str(found) == "The record was scrubbed, but perhaps not every copy of it"


def test_a_disk_that_refuses_leaves_the_record_as_it_was(kept: Kept) -> None:
    """All of it is one transaction."""
    kept.write(*(a_span(NINE + n * MINUTE, title=f"Claim C-4711 {'x' * 400} {n}") for n in range(50)))
    before = kept.dump()
    [(pages,)] = kept.rows("PRAGMA page_count")
    with kept.engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    with pytest.raises(MachineError):
        scrubbed(kept)

    assert kept.dump() == before
    assert kept.rows(f"SELECT count(*) FROM meta WHERE name = '{SCRUBBING}'") == [(0,)]


def test_whoever_writes_under_other_rules_makes_the_record_unknown(kept: Kept) -> None:
    """Going back to the old rules does not bring the knowledge back."""
    with transaction(kept.engine) as connection:
        note_clean(connection, "one")
        note_writing(connection, "one")
        same = is_clean(connection, "one")
        note_writing(connection, "other")
        note_writing(connection, "one")
        back = is_clean(connection, "one")

    assert (same, back) == (True, False)


def test_what_is_stored_of_a_scrubbed_window_is_what_is_seen_of_it_tomorrow(kept: Kept) -> None:
    """One form is one context, before and after."""
    kept.write(a_span(NINE, title="Claim C-4711"))
    scrubbed(kept)
    left: Left = EVERYTHING(a_window(title="Claim C-0815"))
    kept.write(replace(a_span(NINE + MINUTE), context=left.context, case=left.case))

    assert kept.rows("SELECT count(DISTINCT ctx_id), count(DISTINCT case_id) FROM span") == [(1, 2)]
