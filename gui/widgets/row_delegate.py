"""Paints the rows of lists and tables: a hairline below, a swatch before a category; never knows what they mean."""

from PySide6.QtCore import QLineF, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.glyphs import glyph_pixmap
from gui.presenters.team import Bar
from gui.theme import Appearance
from gui.widgets.blocks import paint_blocks, paint_swatch

KIND_ROLE, BAR_ROLE = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
CORRECTED_ROLE = Qt.ItemDataRole.UserRole + 3
OWN_ROLE = Qt.ItemDataRole.UserRole + 4
"""For what a model keeps with a row besides; nothing is painted for it."""
SIDE, MARK = 8, 12


class RowDelegate(QStyledItemDelegate):
    """One height for every row; marks the selected ones at their left edge as well."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        hint = super().sizeHint(option, index)
        with_swatch, corrected = bool(index.data(KIND_ROLE)), bool(index.data(CORRECTED_ROLE))
        marks = self.room_of_marks(with_swatch=with_swatch, corrected=corrected)
        row = max(self._appearance.theme.tokens.space.row, hint.height() + 4)
        return QSize(hint.width() + marks + 2 * SIDE, row)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours = self._appearance.theme.colours
        area = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = QColor(colours.surface.selected if selected else colours.surface.card)
        painter.fillRect(area, ground)
        bar = index.data(BAR_ROLE)
        if isinstance(bar, Bar):
            self._paint_bar(painter, bar, area, ground)
        else:
            room = self._paint_swatch(painter, index, area, ground)
            self._paint_text(painter, index, self._paint_mark(painter, index, room))
        painter.setPen(QPen(QColor(colours.line.hairline), 1))
        painter.drawLine(QLineF(area.left(), area.bottom() - 0.5, area.right(), area.bottom() - 0.5))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.accent.focus), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -2))

    def _paint_bar(self, painter: QPainter, bar: Bar, area: QRectF, ground: QColor) -> None:
        theme = self._appearance.theme
        height = theme.tokens.pattern.swatch.height + 2
        room = QRectF(area.left() + SIDE, area.center().y() - height // 2, area.width() - 2 * SIDE, height)
        paint_blocks(painter, theme, bar.blocks, room, ground)

    def _paint_swatch(
        self, painter: QPainter, index: QModelIndex | QPersistentModelIndex, area: QRectF, ground: QColor
    ) -> QRectF:
        """What room is left for the text."""
        theme = self._appearance.theme
        room = area.adjusted(SIDE, 0, -SIDE, 0)
        kind = index.data(KIND_ROLE)
        if kind:
            top = round(area.center().y() - theme.tokens.pattern.swatch.height / 2)
            paint_swatch(painter, theme, kind, QPointF(room.left(), top), ground)
            room.setLeft(room.left() + self._swatch_room())
        return room

    def _paint_mark(self, painter: QPainter, index: QModelIndex | QPersistentModelIndex, room: QRectF) -> QRectF:
        """The mark of what was corrected, at the right; what room is left for the text."""
        if not index.data(CORRECTED_ROLE):
            return room
        ink = QColor(self._appearance.theme.colours.text.secondary)
        ratio = painter.device().devicePixelRatioF()
        corner = QPointF(room.right() - MARK, round(room.center().y() - MARK / 2))
        painter.drawPixmap(corner, glyph_pixmap("corrected", ink, MARK, ratio))
        return room.adjusted(0, 0, -MARK - SIDE, 0)

    def _paint_text(self, painter: QPainter, index: QModelIndex | QPersistentModelIndex, room: QRectF) -> None:
        theme = self._appearance.theme
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(index.data(Qt.ItemDataRole.FontRole) or theme.font("base"))
        painter.setPen(QColor(index.data(Qt.ItemDataRole.ForegroundRole) or theme.colours.text.primary))
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, index.data(Qt.ItemDataRole.TextAlignmentRole) or left, elided)

    def room_of_marks(self, *, with_swatch: bool, corrected: bool) -> int:
        """What a text gives up to what stands beside it."""
        return (self._swatch_room() if with_swatch else 0) + (MARK + SIDE if corrected else 0)

    def _swatch_room(self) -> int:
        return self._appearance.theme.tokens.pattern.swatch.width + 6
