from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.flow import Flow


@pytest.fixture
def flow(qtbot: QtBot) -> Iterator[Flow]:
    """Three parts of 100 by 20, 10 apart, in lines 4 apart."""
    around = QWidget()
    qtbot.addWidget(around)
    made = Flow(10, lines_apart=4)
    around.setLayout(made)
    for _part in range(3):
        part = QWidget()
        part.setFixedSize(100, 20)
        made.addWidget(part)
    yield made
    around.close()


def places(flow: Flow) -> list[tuple[int, int]]:
    found = []
    for number in range(flow.count()):
        item = flow.itemAt(number)
        assert item is not None
        found.append((item.geometry().x(), item.geometry().y()))
    return found


def test_what_fits_stands_in_one_line(flow: Flow) -> None:
    """In the middle of the height that there is."""
    flow.setGeometry(QRect(0, 0, 320, 40))

    assert (flow.sizeHint().width(), flow.heightForWidth(320)) == (320, 20)
    assert places(flow) == [(0, 10), (110, 10), (220, 10)]


def test_what_does_not_fit_goes_on_in_the_next_line(flow: Flow) -> None:
    """Whole, and as wide as one part at the least."""
    flow.setGeometry(QRect(0, 0, 319, 44))

    assert flow.heightForWidth(319) == 44
    assert places(flow) == [(0, 0), (110, 0), (0, 24)]
    assert flow.minimumSize().width() == 100
