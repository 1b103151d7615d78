from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QTableWidget
from pytestqt.qtbot import QtBot

from core.errors import EngineroomError
from gui.access.record_access import RecordAccess
from gui.background import Background
from gui.own_data.share import ShareDialog
from gui.own_data.sharing import Sharing
from gui.places import Places
from gui.presenters.shared import shared_view
from gui.theme import Appearance
from reports.shared_folder import read_totals
from tests.gui.access.test_record_access import a_record
from tests.gui.days import shared_totals


@pytest.fixture
def background() -> Iterator[Background]:
    pool = Background()
    yield pool
    pool.close()


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(QSettings(str(tmp_path / "windows.ini"), QSettings.Format.IniFormat))


def test_the_dialog_shows_exactly_the_rows(appearance: Appearance, qtbot: QtBot) -> None:
    """Cell by cell what the presenter made of the file's content."""
    view = shared_view(shared_totals())
    dialog = ShareDialog(appearance, view, "/srv/team")
    qtbot.addWidget(dialog)
    table = dialog.findChild(QTableWidget)
    assert table is not None
    cells = [
        tuple(table.model().index(row, column).data() for column in range(table.columnCount()))
        for row in range(table.rowCount())
    ]

    assert tuple(cells) == view.rows


def test_nothing_can_be_shared_to_nowhere(appearance: Appearance, qtbot: QtBot) -> None:
    """The button waits for a folder."""
    dialog = ShareDialog(appearance, shared_view(shared_totals()), "")
    qtbot.addWidget(dialog)
    assert not dialog._share.isEnabled()
    dialog.show_folder("/srv/team")

    assert dialog._share.isEnabled()


def test_what_was_shown_is_written_after_it_was_agreed_to(
    access: RecordAccess, background: Background, appearance: Appearance, places: Places, tmp_path: Path, qtbot: QtBot
) -> None:
    """Not before, and to the folder that was named last."""
    a_record(access)
    folder = tmp_path / "shared"
    folder.mkdir()
    complaints: list[EngineroomError] = []
    sharing = Sharing(appearance, background, access, places, complaints.append)
    sharing.begin(str(folder))
    qtbot.waitUntil(lambda: sharing._dialog is not None)
    dialog = sharing._dialog
    assert dialog is not None
    qtbot.addWidget(dialog)
    assert list(folder.iterdir()) == []
    with qtbot.waitSignal(sharing.shared) as heard:
        qtbot.mouseClick(dialog._share, Qt.MouseButton.LeftButton)

    assert heard.args == [str(folder)]
    shared, unreadable = read_totals(folder)
    assert len(shared[0].days) == 1
    assert unreadable == []
    assert dialog._said.text().startswith("Written: ")


def test_a_folder_that_refuses_is_said_in_the_dialog(
    access: RecordAccess, background: Background, appearance: Appearance, places: Places, tmp_path: Path, qtbot: QtBot
) -> None:
    """Where it can be put right."""
    a_record(access)
    sharing = Sharing(appearance, background, access, places, lambda error: pytest.fail(str(error)))
    sharing.begin(str(tmp_path / "missing"))
    qtbot.waitUntil(lambda: sharing._dialog is not None)
    dialog = sharing._dialog
    assert dialog is not None
    qtbot.addWidget(dialog)
    dialog._share.click()

    qtbot.waitUntil(lambda: "Nothing could be written" in dialog._said.text())


def test_nothing_recorded_is_said_without_a_dialog(
    access: RecordAccess, background: Background, appearance: Appearance, places: Places, qtbot: QtBot
) -> None:
    """There would be nothing in it."""
    complaints: list[EngineroomError] = []
    sharing = Sharing(appearance, background, access, places, complaints.append)
    sharing.begin("")
    qtbot.waitUntil(lambda: bool(complaints))

    assert sharing._dialog is None
