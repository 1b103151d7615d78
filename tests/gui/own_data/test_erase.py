"""Deleting from the window: which days, asked twice, and gone."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from pytestqt.qtbot import QtBot

from cli.main import main
from core.clock import MS_PER_DAY, MS_PER_HOUR, offset_min
from core.holding import Kept
from gui.access.own_data_access import OwnDataAccess, _days_of
from gui.access.record_access import RecordAccess
from gui.background import Cancelled
from gui.own_data.erase import ALL, BETWEEN, EraseSheet
from gui.presenters.own_data import Deletion
from storage.engine import open_for_writing
from storage.record import Batch, Record
from tests.factories import a_span
from tests.gui.access.test_record_access import a_record
from tests.gui.own_data.composed import Composed, says
from tests.storage.records import rules


def test_deleting_asks_twice_and_is_gone(shown: Callable[[], Composed], access: RecordAccess, qtbot: QtBot) -> None:
    """The first press says that it cannot be undone; a change of mind asks anew."""
    a_record(access)
    one = shown()
    one.page._deeds[2]._offer.click()
    sheet = one.my_data.sheet
    assert isinstance(sheet, EraseSheet)
    sheet._delete.click()
    assert says(sheet, "This cannot be undone. Press again to delete.")
    sheet._what.chosen.emit(ALL)
    assert not says(sheet, "This cannot be undone. Press again to delete.")
    with qtbot.waitSignal(one.my_data.erased, timeout=60_000):
        sheet._delete.click()
        sheet._delete.click()

    qtbot.waitUntil(lambda: says(one.page, "Nothing is stored yet."))
    assert says(one.page, "Deleted, here and in every copy that Engineroom made.")
    qtbot.waitUntil(lambda: one.agent.exit_code() == 0)  # started again, as it was under way before


def test_some_days_are_deleted_and_the_rest_stays(
    shown: Callable[[], Composed], access: RecordAccess, qtbot: QtBot
) -> None:
    """From one day to another, whichever is given first; the record says so from then on."""
    yesterday = a_record(access)
    earlier = yesterday - timedelta(days=3)
    start_ms = access.day(yesterday).day.start_ms - 3 * MS_PER_DAY + MS_PER_HOUR * 9
    engine = open_for_writing(access.paths.record)
    Record(engine, rules({})).write(Batch(new=(a_span(start_ms, title="Earlier", off_min=offset_min(start_ms)),)))
    engine.dispose()
    one = shown()
    one.page._deeds[2]._offer.click()
    sheet = one.my_data.sheet
    assert isinstance(sheet, EraseSheet)
    sheet._what._group.button(BETWEEN).click()
    assert (sheet._kept.isVisible(), sheet._first.isVisible(), sheet._last.isVisible()) == (False, True, True)
    sheet._delete.click()
    sheet._first.setDate(QDate(yesterday.year, yesterday.month, yesterday.day))
    assert not says(sheet, "This cannot be undone. Press again to delete.")
    sheet._last.setDate(QDate(yesterday.year, yesterday.month, yesterday.day).addDays(-1))
    assert sheet.deletion == Deletion(first=yesterday - timedelta(days=1), last=yesterday)
    with qtbot.waitSignal(one.my_data.erased, timeout=60_000):
        sheet._delete.click()
        sheet._delete.click()

    assert [piece.span.context.title for piece in access.day(earlier).day.timeline.pieces] == ["Earlier"]
    assert access.day(yesterday).day.timeline.pieces == ()
    qtbot.waitUntil(lambda: one.agent.exit_code() == 0)


@pytest.mark.parametrize(
    ("deletion", "words"),
    [
        (Deletion(), ("--all",)),
        (Deletion(last=date(2026, 3, 31)), ("--before", "2026-04-01")),
        (Deletion(first=date(2026, 3, 2), last=date(2026, 3, 31)), ("--from", "2026-03-02", "--to", "2026-03-31")),
    ],
)
def test_the_command_is_told_which_days(deletion: Deletion, words: tuple[str, ...]) -> None:
    """It counts from the first day that is kept, a person to the last one that goes."""
    assert _days_of(deletion) == words


def test_deleting_that_has_begun_is_not_left_half_way(access: RecordAccess, tmp_path: Path) -> None:
    """Cancelled in the middle, the copies would still hold what the record does not."""
    a_record(access)
    assert main(["backup"]) == 0
    said = 0

    def cancel_once_begun(_share: float | None) -> None:
        nonlocal said
        said += 1
        if said > 1:
            raise Cancelled

    own = OwnDataAccess(paths=access.paths, policy=access.policy)
    own.erase(Deletion(), cancel_once_begun)

    [backup] = access.paths.backups.iterdir()
    with closing(sqlite3.connect(backup)) as copy:
        assert copy.execute("SELECT count(*) FROM span").fetchone() == (0,)


def test_deleting_that_is_not_wanted_any_more_deletes_nothing(access: RecordAccess) -> None:
    """As long as it has not begun."""
    a_record(access)

    def cancel(_share: float | None) -> None:
        raise Cancelled

    own = OwnDataAccess(paths=access.paths, policy=access.policy)
    with pytest.raises(Cancelled):
        own.erase(Deletion(), cancel)

    assert {one.what: one.rows for one in own.read().holdings}[Kept.SPANS] == 2
