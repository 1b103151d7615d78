from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from core.clock import offset_min
from gui.presenters.spans import SpanRow, span_rows
from gui.theme import Appearance
from gui.time.span_list import SpanList
from gui.time.span_tree import SpanTree
from gui.widgets.row_delegate import KIND_ROLE
from reports.shapes import Timeline
from tests.gui.days import DAY, a_timeline


def berlin(_utc_ms: int) -> int:
    return 60


def rows() -> tuple[SpanRow, ...]:
    return span_rows(a_timeline(), offset_min)


def a_row(name: str, *below: str) -> SpanRow:
    return SpanRow(
        name=name, when="", time="0:01", kind="Work", category="Work", why="", rows=tuple(a_row(one) for one in below)
    )


def texts(tree: SpanTree, parent: QModelIndex) -> list[str]:
    return [str(tree.index(place, 0, parent).data()) for place in range(tree.rowCount(parent))]


def test_the_model_keeps_qts_rules(appearance: Appearance, qtmodeltester: ModelTester) -> None:
    """As Qt's own tester sees them, with rows and without."""
    tree = SpanTree(appearance)
    qtmodeltester.check(tree)
    tree.show_rows(rows())
    qtmodeltester.check(tree)


def test_apps_hold_their_titles(appearance: Appearance) -> None:
    """Two levels, five columns."""
    tree = SpanTree(appearance)
    tree.show_rows(rows())
    ledger = tree.index(1, 0)

    assert texts(tree, QModelIndex())[:2] == ["Claims desk", "Ledger"]
    assert texts(tree, ledger) == ["Postings – March", "Suspense account ‹number›", "Postings – March"]
    assert [tree.index(2, column, ledger).data() for column in range(5)] == [
        "Postings – March", "10:52 – 11:03", "0:11", "Idle", "app is Ledger",
    ]  # fmt: skip
    assert tree.index(2, 3, ledger).data(KIND_ROLE) == "Idle"
    assert tree.headerData(2, Qt.Orientation.Horizontal) == "Time"


def test_what_was_open_stays_open_when_the_day_goes_on(appearance: Appearance, qtbot: QtBot) -> None:
    """By name: apps change their places while time is added."""
    view = SpanList(appearance)
    qtbot.addWidget(view)
    view.show_rows((a_row("mail", "Inbox"), a_row("calc", "Budget")))
    view.expand(view.model().index(1, 0))
    view.setCurrentIndex(view.model().index(0, 0))
    view.show_rows((a_row("calc", "Budget", "Sheet"), a_row("mail", "Inbox")))

    assert view.isExpanded(view.model().index(0, 0))
    assert not view.isExpanded(view.model().index(1, 0))
    assert view.currentIndex().isValid()


def test_the_cursor_stays_on_its_row_when_the_day_goes_on(appearance: Appearance, qtbot: QtBot) -> None:
    """However many come before it: an application has become the longest, and a window the longest of it."""
    view = SpanList(appearance)
    qtbot.addWidget(view)
    day = a_timeline()
    view.show_rows(span_rows(Timeline(day=DAY, pieces=day.pieces[:4], gaps=()), berlin))
    model = view.model()
    mail, wiki = model.index(1, 0), model.index(2, 0)
    assert (mail.data(), wiki.data()) == ("Mail", "Policy wiki")
    view.setCurrentIndex(wiki)
    view.show_rows(span_rows(day, berlin))
    assert view.currentIndex().data() == "Policy wiki"
    view.expand(view.currentIndex())
    view.setCurrentIndex(model.index(1, 2, view.currentIndex()))
    assert view.currentIndex().siblingAtColumn(0).data() == "Water exclusions"
    view.show_rows(span_rows(Timeline(day=DAY, pieces=day.pieces[:4], gaps=()), berlin))

    assert view.currentIndex().siblingAtColumn(0).data() == "Water exclusions"
    assert view.currentIndex().column() == 2


def test_names_keep_their_room_in_a_narrow_window(appearance: Appearance, qtbot: QtBot) -> None:
    """The reasons go first; the tooltip still has them."""
    view = SpanList(appearance)
    qtbot.addWidget(view)
    view.show_rows(rows())
    view.show()
    view.resize(480, 300)
    assert view.isColumnHidden(4)
    assert (
        view.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "Claims desk\nWork / Claims\napp is Claims desk"
    )
    view.resize(900, 300)

    assert not view.isColumnHidden(4)
