"""Exports by the command line on a real record, off the UI thread."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from core.errors import EngineroomError
from core.period import Period
from gui.access.record_access import RecordAccess
from gui.background import Background
from gui.presenters.export_formats import export_formats, file_name
from gui.time.exporting import Exporting
from tests.gui.access.test_record_access import a_record

CSV = export_formats()[0]


class Desk:
    """What is said and complained about."""

    def __init__(self) -> None:
        self.background = Background()
        self.said: list[str] = []
        self.complaints: list[EngineroomError] = []
        self.exporting = Exporting(self.background, self.said.append, self.complaints.append)


@pytest.fixture
def desk(qapp: object) -> Iterator[Desk]:
    one = Desk()
    yield one
    one.background.close()


def test_a_day_is_written_where_the_person_says(desk: Desk, access: RecordAccess, tmp_path: Path, qtbot: QtBot) -> None:
    """Two spans of the only day there is, for a spreadsheet; where it is is said."""
    day = a_record(access)
    file = tmp_path / "mine.csv"
    desk.exporting.write(CSV, Period(day, day), file)
    [job] = desk.background.long_jobs
    assert job.says == "Exporting mine.csv"
    qtbot.waitUntil(lambda: not desk.background.busy, timeout=20_000)

    assert desk.complaints == []
    assert job.share == 1.0
    assert desk.said == [f"Written: {file}"]
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [row["app"] for row in rows] == ["libreoffice-calc", "something"]


def test_what_cannot_be_written_is_told(desk: Desk, access: RecordAccess, tmp_path: Path, qtbot: QtBot) -> None:
    """And nothing is said to be there."""
    day = a_record(access)
    desk.exporting.write(CSV, Period(day, day), tmp_path / "missing" / "mine.csv")
    qtbot.waitUntil(lambda: not desk.background.busy, timeout=20_000)

    [complaint] = desk.complaints
    assert "cannot be written" in str(complaint)
    assert desk.said == []


def test_the_file_is_proposed_with_its_days_in_its_name(desk: Desk, qtbot: QtBot, access: RecordAccess) -> None:
    """The person is asked without anybody waiting for the answer."""
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    day = a_record(access)
    desk.exporting.begin(parent, CSV, Period(day, day))
    [dialog] = parent.findChildren(QFileDialog)
    assert dialog.isVisible()
    dialog.reject()

    assert file_name(CSV, Period(day, day)) == f"engineroom-{day.isoformat()}.csv"
    assert not desk.background.busy
