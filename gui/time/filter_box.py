"""The box in which a person says which spans to see; never decides which they are."""

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from gui.glyphs import MARK_SIZE, glyph_pixmap
from gui.presenters.filtering import NO_FILTER, Filter, explained
from gui.theme import Appearance
from gui.widgets.buttons import Button
from gui.widgets.shortcut_keys import bind, tell_keys
from gui.widgets.shortcut_panes import make_pane

STILL_MS = 150
LEAST_WIDTH, WIDTH_IN_USE, WIDTH = 56, 120, 184
BESIDE, TARGET = 6, 24


class FilterBox(QLineEdit):
    """Tells what is asked for once somebody stops typing; Esc and × clear it."""

    changed = Signal(object)
    """A `Filter`."""

    def __init__(self, appearance: Appearance, page: QWidget) -> None:
        """Ctrl+F gets here from anywhere on `page`."""
        super().__init__()
        self._appearance = appearance
        self._told = NO_FILTER
        self.setPlaceholderText(self.tr("Filter"))
        self.setAccessibleName(self.tr("Filter"))
        self.setAccessibleDescription(explained())
        self.setToolTip(explained())
        self.setMinimumWidth(LEAST_WIDTH)
        self.setMaximumWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._clear = Button(appearance, look="link", mark="clear")
        self._clear.setParent(self)
        self._clear.setAccessibleName(self.tr("Clear the filter"))
        self._clear.setToolTip(self.tr("Clear the filter (Esc)"))
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.clicked.connect(lambda: self.ask(NO_FILTER))
        self._clear.hide()
        self.setTextMargins(MARK_SIZE + BESIDE, 0, TARGET - BESIDE, 0)
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.setInterval(STILL_MS)
        self._still.timeout.connect(self._tell)
        self.textChanged.connect(self._typed)
        self.returnPressed.connect(self._tell)
        make_pane(self)
        bind(QKeySequence.StandardKey.Find, page, self._go_here, self.tr("Filter what is shown"))
        tell_keys(self, self.tr("In the filter"), [(self.tr("Esc"), self.tr("Clear the filter"))])

    @property
    def filter(self) -> Filter:
        """What was told last."""
        return self._told

    def ask(self, wanted: Filter) -> None:
        """As if somebody had typed it, and told at once."""
        self.setText(wanted.text)
        self.setCursorPosition(0)
        self._tell()

    def event(self, event: QEvent) -> bool:
        """Esc is ours before it is the page's, as long as there is something to clear."""
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_escape and self.text() and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.ask(NO_FILTER)
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        self._still.stop()
        wanted = Filter(self.text().strip())
        if wanted != self._told:
            self._told = wanted
            self.changed.emit(wanted)

    def _go_here(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            ink = QColor(self._appearance.theme.colours.text.secondary)
            mark = glyph_pixmap("search", ink, MARK_SIZE, self.devicePixelRatioF())
            painter.drawPixmap(QPoint(BESIDE + 2, (self.height() - MARK_SIZE) // 2), mark)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._clear.setGeometry(self.width() - TARGET - 2, (self.height() - TARGET) // 2, TARGET, TARGET)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._take_room()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._take_room()

    def _take_room(self) -> None:
        """While it is used; what is beside it gives up some of its own."""
        self.setMinimumWidth(WIDTH_IN_USE if self.hasFocus() or self.text() else LEAST_WIDTH)

    def _typed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._take_room()
        self._still.start()
