"""The main window: navigation at the left, one page at the right; never knows what stands on the pages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from core.errors import EngineroomError
from gui.keys.shortcut_help import ShortcutHelp
from gui.presenters.agent_view import Glyph
from gui.theme import Appearance
from gui.widgets.buttons import Button
from gui.widgets.labels import Card, ElidedLabel, Label
from gui.widgets.opening_size import opening_size
from gui.widgets.page_scroll import PageScroll
from gui.widgets.shortcut_keys import bind
from gui.widgets.shortcut_panes import Panes, make_pane
from gui.widgets.state_mark import StateMark

SIZE, LEAST_SIZE = QSize(1200, 800), QSize(960, 640)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageEntry:
    """One line of the navigation, and how its page is made when it is opened first."""

    key: str
    group: str
    """Entries with the same group stand together below its name."""
    name: str
    mark: str
    make: Callable[[], QWidget]


class MainWindow(QWidget):
    """Makes each page when it is opened first; closing it leaves the tray running."""

    page_failed = Signal(object)
    """An `EngineroomError`: the page that was asked for cannot be made, and the one before it stays."""
    offer_taken = Signal()
    """What stands below the state: start the agent again, or read the notice."""
    closed = Signal()

    def __init__(self, appearance: Appearance, entries: Sequence[PageEntry]) -> None:
        super().__init__()
        self._appearance = appearance
        self._entries = {entry.key: entry for entry in entries}
        self._pages: dict[str, QWidget] = {}
        self._buttons: dict[str, Button] = {}
        self._group = QButtonGroup(self)
        self._stack = QStackedWidget()
        self._mark = StateMark(appearance, Glyph.STOPPED, 20)
        self._head = Label(appearance, role="strong", wrap=True)
        self._line = ElidedLabel(appearance, role="small", tone="secondary")
        self._offer = Button(appearance)
        self._offer.clicked.connect(self.offer_taken)
        self._offer.hide()
        self._remark = Card(appearance, shape="banner", padding=8)
        self._remark_text = Label(appearance, role="small", wrap=True)
        self._remark.rows.addWidget(self._remark_text)
        self._remark.hide()
        self._foot = QVBoxLayout()
        self.resize(opening_size(self, SIZE))
        self.setMinimumSize(opening_size(self, LEAST_SIZE))
        self._lay_out(entries)
        self._panes = Panes(self)
        self._help = ShortcutHelp(appearance, self)

    def open_page(self, key: str) -> None:
        if key not in self._pages and not self._make(key):
            return
        self._buttons[key].setChecked(True)
        self._stack.setCurrentIndex(list(self._pages).index(key))
        self.setWindowTitle(self.tr("Engineroom — {page}").format(page=self._entries[key].name))
        self._pages[key].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def keys(self) -> tuple[str, ...]:
        """Of all pages, in the order of the navigation."""
        return tuple(self._entries)

    @property
    def open_key(self) -> str:
        """Which page is open; empty before the first."""
        return next((key for place, key in enumerate(self._pages) if place == self._stack.currentIndex()), "")

    def show_state(self, glyph: Glyph, head: str, line: str, offer: str) -> None:
        """`offer` is what can be done about it; no button where it is empty."""
        self._mark.show_glyph(glyph)
        self._head.setText(head)
        self._line.setText(line)
        self._offer.setText(offer)
        self._offer.setVisible(bool(offer))

    def say(self, remark: str) -> None:
        """One line above every page; none where it is empty."""
        self._remark_text.setText(remark)
        self._remark.setVisible(bool(remark))

    def stand_at_foot(self, part: QWidget) -> None:
        """Below every page."""
        self._foot.addWidget(part)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _make(self, key: str) -> bool:
        """Whether that could be done; the navigation goes back to the page that is open where not."""
        try:
            page = self._entries[key].make()
        except EngineroomError as error:
            if self.open_key:
                self._buttons[self.open_key].setChecked(True)
            self.page_failed.emit(error)
            return False
        self._pages[key] = page
        self._stack.addWidget(PageScroll(page))
        return True

    def _lay_out(self, entries: Sequence[PageEntry]) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._sidebar(entries))
        right = QVBoxLayout()
        right.setSpacing(0)
        margin = QVBoxLayout()
        page = self._appearance.theme.tokens.space.page
        margin.setContentsMargins(page["left"], 0, page["right"], 0)
        margin.addWidget(self._remark)
        right.addLayout(margin)
        right.addWidget(self._stack, 1)
        self._foot.setContentsMargins(page["left"], 0, page["right"], 0)
        right.addLayout(self._foot)
        row.addLayout(right, 1)

    def _sidebar(self, entries: Sequence[PageEntry]) -> QWidget:
        sidebar = QWidget()
        sidebar.setProperty("shape", "sidebar")
        sidebar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        make_pane(sidebar)
        column = QVBoxLayout(sidebar)
        column.setContentsMargins(8, 12, 8, 16)
        column.setSpacing(2)
        group = ""
        for place, entry in enumerate(entries, start=1):
            if entry.group != group:
                group = entry.group
                head = Label(self._appearance, group, role="small", tone="secondary")
                head.setContentsMargins(8, 10 if place > 1 else 0, 0, 4)
                column.addWidget(head)
            column.addWidget(self._nav_button(entry, place))
        column.addStretch()
        column.addLayout(self._state())
        column.addSpacing(6)
        column.addWidget(self._offer)
        least = self._appearance.theme.tokens.space.sidebar_width
        sidebar.setFixedWidth(max(least, column.totalMinimumSize().width()))
        return sidebar

    def _nav_button(self, entry: PageEntry, place: int) -> Button:
        button = Button(self._appearance, entry.name, look="nav", mark=entry.mark)
        button.setCheckable(True)
        button.make_room_for_strong()
        button.clicked.connect(lambda: self.open_page(entry.key))
        bind(f"Alt+{place}", self, lambda: self.open_page(entry.key), entry.name)
        self._group.addButton(button)
        self._buttons[entry.key] = button
        return button

    def _state(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(10, 0, 4, 0)
        row.setSpacing(9)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._head)
        words.addWidget(self._line)
        row.addWidget(self._mark)
        row.addLayout(words, 1)
        return row
