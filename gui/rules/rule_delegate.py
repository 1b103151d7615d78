"""Paints one line of the rule list: place, kind, name, category, time, lock or grip; never knows what it means."""

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.glyphs import glyph_pixmap
from gui.presenters.rule_rows import RuleRow
from gui.rules.rule_rows_model import ROW_ROLE, Index
from gui.theme import Appearance, Role
from gui.widgets.blocks import paint_swatch

SIDE, MARK, BETWEEN, EDGE = 12, 14, 8, 2
SAMPLE = "000"
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RuleDelegate(QStyledItemDelegate):
    """Two lines for a rule, one for a head."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: RuleRow = index.data(ROW_ROLE)
        sizes = self._appearance.theme.tokens.sizes
        ratio = option.fontMetrics.height() / 16 if option.fontMetrics.height() > sizes.base.line else 1.0
        return QSize(0, round((36 if row.is_head else 44) * ratio))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: RuleRow = index.data(ROW_ROLE)
        colours = self._appearance.theme.colours
        area = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = QColor(colours.surface.selected if selected else colours.surface.card)
        painter.save()
        painter.fillRect(area, ground)
        if row.is_head:
            self._paint_head(painter, row, area)
        else:
            self._paint_rule(painter, row, area, ground, strong=selected)
            painter.setPen(QPen(QColor(colours.line.hairline), 1))
            painter.drawLine(QLineF(area.left(), area.bottom() - 0.5, area.right(), area.bottom() - 0.5))
        if selected:
            painter.fillRect(QRectF(area.left(), area.top(), EDGE, area.height()), QColor(colours.accent.base))
        if option.state & QStyle.StateFlag.State_HasFocus and not row.is_head:
            painter.setPen(QPen(QColor(colours.accent.focus), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -2))
        painter.restore()

    def _paint_head(self, painter: QPainter, row: RuleRow, area: QRectF) -> None:
        room = area.adjusted(SIDE, 8, -SIDE, 0)
        self._write(painter, room, row.name, "small", "secondary", LEFT)
        self._write(painter, room, row.at_right, "small", "secondary", RIGHT)

    def _paint_rule(self, painter: QPainter, row: RuleRow, area: QRectF, ground: QColor, *, strong: bool) -> None:
        theme = self._appearance.theme
        room = area.adjusted(SIDE - 4, 4, -SIDE, -4)
        painter.setFont(theme.font("base"))
        number = QRectF(room.left(), room.top(), painter.fontMetrics().horizontalAdvance(SAMPLE), room.height())
        self._write(painter, number, str(row.number), "base", "secondary", RIGHT)
        room.setLeft(number.right() + BETWEEN)
        if row.kind:
            top = round(area.center().y() - theme.tokens.pattern.swatch.height / 2)
            paint_swatch(painter, theme, row.kind, QPointF(room.left(), top), ground)
        room.setLeft(room.left() + theme.tokens.pattern.swatch.width + BETWEEN)
        room.setRight(self._paint_mark(painter, row, room))
        room.setRight(room.right() - self._write(painter, room, row.at_right, "base", "primary", RIGHT) - BETWEEN)
        upper, lower = (QRectF(room.left(), top, room.width(), room.height() / 2) for top in _halves(room))
        self._write(painter, upper, row.name, "strong" if strong else "base", "primary", LEFT)
        if row.warning:
            lower.setLeft(lower.left() + self._paint_warning(painter, lower))
        self._write(painter, lower, row.warning or row.gives, "small", "secondary", LEFT)

    def _paint_mark(self, painter: QPainter, row: RuleRow, room: QRectF) -> float:
        """What room is left of it."""
        ink = QColor(self._appearance.theme.colours.text.secondary)
        mark = glyph_pixmap("lock" if row.at is None else "grip", ink, MARK, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPointF(room.right() - MARK, round(room.center().y() - MARK / 2)), mark)
        return room.right() - MARK - BETWEEN

    def _paint_warning(self, painter: QPainter, room: QRectF) -> float:
        """How wide it is."""
        ink = QColor(self._appearance.theme.colours.status["blocked"])
        mark = glyph_pixmap("attention", ink, MARK, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPointF(room.left(), round(room.center().y() - MARK / 2)), mark)
        return MARK + 4

    def _write(
        self, painter: QPainter, room: QRectF, text: str, role: Role, tone: str, where: Qt.AlignmentFlag
    ) -> float:
        """How wide it came out."""
        painter.setFont(self._appearance.theme.font(role))
        painter.setPen(QColor(getattr(self._appearance.theme.colours.text, tone)))
        elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, where, elided)
        return painter.fontMetrics().horizontalAdvance(elided)


def _halves(room: QRectF) -> tuple[float, float]:
    return room.top(), room.center().y()
