"""The page on one's own data and what opens from it: numbers from the record, deeds with a way back or asked twice."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from cli.main import main
from core.category import Category
from core.holding import Kept
from gui.access.own_data_access import OwnDataAccess
from gui.access.record_access import RecordAccess
from gui.own_data.corrections import CorrectionsSheet
from gui.own_data.letter import LetterSheet
from gui.own_data.policy import PolicySheet
from gui.presenters.own_data import stored_head
from gui.widgets.words_table import WordsTable
from tests.gui.access.test_record_access import a_record
from tests.gui.own_data.composed import Composed, cells, says

POLICY = '[organisation]\nname = "Back Office Ltd"\ndpia = "DPIA-7"\ncontact = "Berta, room 3"\n'
ROWS = stored_head().index("Rows")


def test_without_a_record_it_says_that_nothing_is_stored(shown: Callable[[], Composed]) -> None:
    """And what left is nothing either; there is nothing to export."""
    page = shown().page

    assert says(page, "Nothing is stored yet.")
    assert says(page, "Nothing that is kept here has left this computer through Engineroom.")
    assert says(page, "There is no team store yet, so nobody can look.")
    assert not page._export.isEnabled()


def test_every_kind_of_data_is_counted(shown: Callable[[], Composed], access: RecordAccess, tmp_path: Path) -> None:
    """Two spans; and what was shared is a row whose rows can be opened."""
    a_record(access)
    folder = tmp_path / "team"
    folder.mkdir()
    access.share(str(folder), access.totals_to_share().totals)
    one = shown()

    stored = {row[0]: row[ROWS] for row in cells(one.page._stored)}
    assert stored["Spans with titles"] == "2"
    [sent] = cells(one.page._sent)
    assert sent[1] == "Totals of 1 day"
    one.page._open_share.click()
    assert one.my_data.sheet is not None
    [table] = one.my_data.sheet.findChildren(WordsTable)
    assert [row[1] for row in cells(table)] == ["1:30"]


def test_a_correction_is_taken_back_and_that_is_undone(
    shown: Callable[[], Composed], access: RecordAccess, qtbot: QtBot
) -> None:
    """From the list, by keys: Delete, then Ctrl+Z."""
    yesterday = a_record(access)
    start_ms = access.day(yesterday).day.timeline.pieces[0].span.start_ms
    access.correct([(start_ms, start_ms + 600_000)], Category("Personal"))
    one = shown()
    one.page._deeds[0]._offer.click()
    sheet = one.my_data.sheet
    assert isinstance(sheet, CorrectionsSheet)
    qtbot.waitUntil(lambda: len(cells(sheet._table)) == 1)
    assert not sheet._take_back.isEnabled()
    sheet._table.selectRow(0)
    qtbot.keyClick(sheet, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: cells(sheet._table) == [])
    assert access.day(yesterday).day.corrections == ()
    qtbot.keyClick(sheet, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: [row[3] for row in cells(sheet._table)] == ["Personal"])
    qtbot.waitUntil(lambda: not one.background.busy)


def test_the_policy_is_read_in_words_and_copied(
    shown: Callable[[], Composed], access: RecordAccess, qtbot: QtBot
) -> None:
    """With who set what."""
    access.policy.write_text(POLICY, encoding="utf-8")
    one = shown()
    one.page._deeds[3]._offer.click()
    sheet = one.my_data.sheet
    assert isinstance(sheet, PolicySheet)
    assert says(sheet, "Back Office Ltd manages this desk.")
    sheet.copy_wanted.emit()

    assert "Window titles: Stored with numbers, addresses and paths masked" in QGuiApplication.clipboard().text()
    assert says(sheet, "Copied.")


def test_a_letter_follows_its_days_and_keeps_what_was_written(
    shown: Callable[[], Composed], access: RecordAccess
) -> None:
    """Only where somebody is named it is offered."""
    assert not shown().page._deeds[1].isVisible()
    access.policy.write_text(POLICY, encoding="utf-8")
    one = shown()
    one.my_data._found = OwnDataAccess(paths=access.paths, policy=access.policy).read()
    one.my_data._open_letter()
    sheet = one.my_data.sheet
    assert isinstance(sheet, LetterSheet)
    assert sheet.text.startswith("To: Berta, room 3\n")
    sheet._text.setPlainText(sheet.text.replace("What I want to say:", "I object."))
    sheet._first.setDate(sheet._last.date())

    assert "I object." in sheet.text
    assert "at Back Office Ltd, " in sheet.text
    assert " – " not in sheet.text.split("Please")[0]
    sheet.copy_wanted.emit(sheet.text)
    assert "I object." in QGuiApplication.clipboard().text()


def test_a_backup_is_of_the_day_that_it_was_made_on(access: RecordAccess) -> None:
    """Though it was rewritten today, because something was let go of."""
    access.paths.backups.mkdir(parents=True)
    for day in (2, 4):
        (access.paths.backups / f"record-2026-03-0{day}.db").write_bytes(b"")
    own = OwnDataAccess(paths=access.paths, policy=access.policy)
    [backups] = [one for one in own.read().holdings if one.what is Kept.BACKUPS]

    assert (backups.rows, backups.first, backups.last) == (2, date(2026, 3, 2), date(2026, 3, 4))


def test_everything_is_exported_into_a_new_folder(
    shown: Callable[[], Composed], access: RecordAccess, tmp_path: Path, qtbot: QtBot
) -> None:
    """And the page says where it is."""
    a_record(access)
    one = shown()
    one.my_data.export(str(tmp_path))
    assert [job.says for job in one.background.long_jobs] == ["Exporting everything"]
    qtbot.waitUntil(lambda: says(one.page, f"Everything is in {tmp_path}"), timeout=60_000)

    [folder] = [path for path in tmp_path.iterdir() if path.name.startswith("engineroom-")]
    assert (folder / "record.db").exists()


def test_a_cancelled_export_leaves_nothing(
    shown: Callable[[], Composed], access: RecordAccess, tmp_path: Path, qtbot: QtBot
) -> None:
    """Nowhere."""
    a_record(access)
    one = shown()
    target = tmp_path / "target"
    target.mkdir()
    one.my_data.export(str(target))
    [job] = one.background.long_jobs
    job.cancel()
    qtbot.waitUntil(lambda: says(one.page, "Cancelled"), timeout=60_000)

    assert list(target.iterdir()) == []


def test_the_way_to_ones_time_is_one_press(shown: Callable[[], Composed], qtbot: QtBot) -> None:
    """Where stretches are corrected."""
    one = shown()
    one.my_data._open_corrections()
    sheet = one.my_data.sheet
    assert isinstance(sheet, CorrectionsSheet)
    with qtbot.waitSignal(one.my_data.day_wanted):
        sheet.day_wanted.emit()

    assert not sheet.isVisible()


def test_a_receipt_of_the_notice_is_listed(shown: Callable[[], Composed]) -> None:
    """As the command line wrote it."""
    assert main(["notice", "show"]) == 0
    assert main(["notice", "accept"]) == 0
    one = shown()
    rows = {row[0]: row for row in cells(one.page._stored)}

    assert rows["Notice receipts"][ROWS] == "1"
    assert rows["Notice receipts"][2] == "today"
