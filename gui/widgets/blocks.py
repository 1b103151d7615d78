"""Paints time as matter: one block in the ink and pattern of its kind; never decides where it stands."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.presenters.strips import GAP, Block, runs
from gui.theme import Theme
from gui.widgets.brushes import brush


def paint_block(painter: QPainter, theme: Theme, kind: str, area: QRectF, ground: QColor) -> None:
    """Fill `area`, whose edges are whole pixels; a gap is only a dotted floor."""
    pattern, ink = theme.tokens.pattern.of(kind), theme.ink(kind)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    if kind == GAP:
        painter.setPen(_dashed(ink, pattern.stroke, pattern.dash))
        floor = area.bottom() - pattern.stroke / 2
        painter.drawLine(QLineF(area.left(), floor, area.right(), floor))
    elif area.width() < theme.tokens.pattern.solid_below:
        painter.fillRect(area, ink)
    else:
        painter.setBrushOrigin(area.topLeft())
        painter.fillRect(area, brush(theme, kind, ground, _pixel_ratio(painter)))
        _outline(painter, theme, kind, area)
    painter.restore()


def paint_swatch(painter: QPainter, theme: Theme, kind: str, corner: QPointF, ground: QColor) -> None:
    """The sample of a kind in legends and tables."""
    swatch = theme.tokens.pattern.swatch
    paint_block(painter, theme, kind, QRectF(corner.x(), corner.y(), swatch.width, swatch.height), ground)


def paint_blocks(painter: QPainter, theme: Theme, blocks: Sequence[Block], area: QRectF, ground: QColor) -> None:
    """Blocks along the width of `area`, a line of ground between two neighbours that are wide enough for it."""
    ratio = _pixel_ratio(painter)
    found = runs(blocks, round(area.width() * ratio))
    separator = theme.tokens.pattern.separator
    narrowest = theme.tokens.pattern.solid_below
    for run, after in zip(found, [*found[1:], None], strict=False):
        width = (run.last - run.first) / ratio
        meets = after is not None and after.first == run.last and GAP not in {run.kind, after.kind}
        if meets and width > narrowest:
            width -= separator
        block = QRectF(area.left() + run.first / ratio, area.top(), width, area.height())
        paint_block(painter, theme, run.kind, block, ground)


def _outline(painter: QPainter, theme: Theme, kind: str, area: QRectF) -> None:
    pattern, ink = theme.tokens.pattern.of(kind), theme.ink(kind)
    if pattern.kind != "outline" and not pattern.outline:
        return
    dash = pattern.outline.removeprefix("dashed").strip() if pattern.outline.startswith("dashed") else ""
    painter.setPen(_dashed(ink, pattern.stroke, dash))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = pattern.stroke / 2
    painter.drawRect(area.adjusted(half, half, -half, -half))


def _dashed(ink: QColor, width: float, dash: str) -> QPen:
    """`dash` is lengths of line and space in pixels, such as `3 2`; a solid line where it is empty."""
    pen = QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin)
    if dash:
        pen.setDashPattern([float(length) / width for length in dash.split()])
    return pen


def _pixel_ratio(painter: QPainter) -> float:
    return painter.device().devicePixelRatioF()
