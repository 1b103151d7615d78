"""The ordered list of rules, to select, drag and move by keys; never changes the order itself."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QVBoxLayout, QWidget

from gui.presenters.rule_rows import RuleRow
from gui.rules.rule_delegate import RuleDelegate
from gui.rules.rule_rows_model import RuleRowsModel
from gui.theme import Appearance
from gui.widgets.labels import Label, rule
from gui.widgets.shortcut_keys import tell_keys


class RuleListView(QListView):
    """Alt with the arrows moves what is selected, Delete takes it away."""

    moved = Signal(int)
    """By -1 or 1."""
    removed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if by is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(by)
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class RuleList(QWidget):
    """Tells which rule was picked, and where one is wanted."""

    picked = Signal(int)
    """The place at which the rule is asked."""
    move_wanted = Signal(int, int)
    """From and to, as places among the person's own rules."""
    remove_wanted = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._model = RuleRowsModel()
        self._delegate = RuleDelegate(appearance)
        self._showing = False
        self.view = self._list_view()
        self._model.dropped.connect(self.move_wanted)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.view, 1)
        rows.addWidget(rule())
        hint = self.tr("Time decided in the last 28 days.\nAlt+↑ and Alt+↓ move a rule.")
        foot = Label(appearance, hint, role="small", tone="secondary", wrap=True)
        foot.setContentsMargins(12, 8, 12, 8)
        rows.addWidget(foot)
        self.setFocusProxy(self.view)

    @property
    def rows(self) -> Sequence[RuleRow]:
        return self._model.rows

    def show_rows(self, rows: Sequence[RuleRow], number: int) -> None:
        """`number` is the rule that is selected."""
        self._showing = True
        self._model.show_rows(rows)
        place = next((place for place, row in enumerate(rows) if row.number == number and not row.is_head), None)
        if place is None:
            self.view.clearSelection()
        elif self.view.currentIndex().row() != place:
            self.view.setCurrentIndex(self._model.index(place))
        self._showing = False

    def _list_view(self) -> RuleListView:
        view = RuleListView()
        view.setModel(self._model)
        view.setItemDelegate(self._delegate)
        view.setAccessibleName(self.tr("Rules, in the order in which they are asked"))
        view.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        view.setDragDropOverwriteMode(False)
        view.setFrameShape(QListView.Shape.NoFrame)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.selectionModel().currentChanged.connect(self._pick)
        view.moved.connect(self._move_by)
        view.removed.connect(self.remove_wanted)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._open_menu)
        moves, removes = self.tr("Move the rule"), self.tr("Remove the rule")
        tell_keys(view, self.tr("Rules"), ((self.tr("Alt+↑  Alt+↓"), moves), (self.tr("Del"), removes)))
        return view

    def _pick(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and not self._showing:
            self.picked.emit(self.rows[current.row()].number)

    @property
    def _at(self) -> int | None:
        """Where the selected rule stands among the person's own."""
        current = self.view.currentIndex()
        return self.rows[current.row()].at if current.isValid() else None

    def _move_by(self, by: int) -> None:
        at = self._at
        if at is not None:
            self.move_wanted.emit(at, at + by)

    def _open_menu(self, where: QPoint) -> None:
        """What can be done about the rule, without dragging and without keys."""
        at = self._at
        if at is None:
            return
        menu = QMenu(self)
        up = menu.addAction(self.tr("Move up"))
        up.triggered.connect(lambda: self._move_by(-1))
        up.setEnabled(at > 0)
        down = menu.addAction(self.tr("Move down"))
        down.triggered.connect(lambda: self._move_by(1))
        down.setEnabled(at < max(row.at for row in self.rows if row.at is not None))
        menu.addSeparator()
        menu.addAction(self.tr("Remove the rule")).triggered.connect(self.remove_wanted)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.view.viewport().mapToGlobal(where))
