"""The notice is copied to where its reader says, and what came of it is told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from core.config import Config, Settings
from core.notice import notice_for
from gui.background import Background
from gui.notice.notice_copying import NAME, NoticeCopying

NOTICE = notice_for(Config(settings=Settings(), sources={}, organisation=None))


@pytest.fixture
def background() -> Iterator[Background]:
    pool = Background()
    yield pool
    pool.close()


def test_the_reader_is_asked_where_to(background: Background, tmp_path: Path, qtbot: QtBot) -> None:
    """With a name to begin with; the file that is chosen is written."""
    window, said = QWidget(), list[str]()
    qtbot.addWidget(window)
    window.show()
    NoticeCopying(background, NOTICE, window, said.append).ask()
    [dialog] = window.findChildren(QFileDialog)
    assert [Path(name).name for name in dialog.selectedFiles()] == [NAME]
    file = tmp_path / "kept.pdf"
    dialog.fileSelected.emit(str(file))
    dialog.close()
    qtbot.waitUntil(lambda: said == [f"Written: {file}"])

    assert file.read_bytes().startswith(b"%PDF-")


def test_a_place_that_refuses_is_told(background: Background, tmp_path: Path, qtbot: QtBot) -> None:
    """In one line."""
    window, said = QWidget(), list[str]()
    qtbot.addWidget(window)
    NoticeCopying(background, NOTICE, window, said.append).write(tmp_path / "missing" / "notice.pdf")
    qtbot.waitUntil(lambda: bool(said))

    assert "cannot be written" in said[0]
