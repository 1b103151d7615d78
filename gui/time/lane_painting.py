"""Paints one lane of a day in each of its looks; never decides what stands in it."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from gui.presenters.lanes import Lane, Look, Named
from gui.presenters.strips import runs
from gui.theme import Theme
from gui.tokens import Lanes as Heights
from gui.widgets.blocks import paint_block, paint_blocks

LEAST_LABEL_WIDTH = 34
LEAST_BETWEEN = 3
"""Pixels from one edge to the next: closer ones would be seen as a block."""


def height_of(look: Look, heights: Heights) -> int:
    return {
        Look.STATES: heights.state,
        Look.KINDS: heights.category,
        Look.NAMES: heights.application,
        Look.TICKS: heights.window,
        Look.FRAMES: heights.calendar,
    }[look]


def paint_lane(painter: QPainter, theme: Theme, lane: Lane, area: QRectF, *, selected: bool) -> None:
    """On the ground of what is selected, or on that of a card."""
    _PAINTERS[lane.look](painter, theme, lane, area, _neutral(theme, selected=selected))


def across(area: QRectF, at: float) -> float:
    """The whole pixel at which a part of the axis lies."""
    return float(round(area.left() + at * area.width()))


def _neutral(theme: Theme, *, selected: bool) -> QColor:
    surface = theme.colours.surface
    return QColor(surface.selected if selected else surface.hover)


def _paint_states(painter: QPainter, theme: Theme, lane: Lane, area: QRectF, _neutral: QColor) -> None:
    active = QColor(theme.colours.line.edge)
    ratio = painter.device().devicePixelRatioF()
    for run in runs(lane.kinds, round(area.width() * ratio)):
        left, width = area.left() + run.first / ratio, (run.last - run.first) / ratio
        if run.kind:
            place = QRectF(left, area.top(), width, area.height())
            paint_block(painter, theme, run.kind, place, QColor(theme.colours.surface.card))
        else:
            middle = area.top() + area.height() / 2
            painter.fillRect(QRectF(left, round(middle) - 1, width, 3), active)


def _paint_kinds(painter: QPainter, theme: Theme, lane: Lane, area: QRectF, _neutral: QColor) -> None:
    paint_blocks(painter, theme, lane.kinds, area, QColor(theme.colours.surface.card))


def _paint_names(painter: QPainter, theme: Theme, lane: Lane, area: QRectF, neutral: QColor) -> None:
    _fill(painter, lane, area, neutral)
    _paint_edges(painter, theme, area, (one.start for one in lane.blocks))
    wide = LEAST_LABEL_WIDTH / max(1.0, area.width())
    for one in lane.blocks:
        if one.end - one.start >= wide:
            _paint_name(painter, theme, one.name, _place(area, one))


def _paint_ticks(painter: QPainter, theme: Theme, lane: Lane, area: QRectF, neutral: QColor) -> None:
    _fill(painter, lane, area, neutral)
    _paint_edges(painter, theme, area, lane.ticks)


def _fill(painter: QPainter, lane: Lane, area: QRectF, ink: QColor) -> None:
    """Blocks that meet as one: a day may have thousands."""
    left, width = area.left(), area.width()
    found: list[list[int]] = []
    for one in lane.blocks:
        start, end = round(left + one.start * width), round(left + one.end * width)
        if found and found[-1][1] >= start:
            found[-1][1] = max(found[-1][1], end)
        else:
            found.append([start, max(end, start + 1)])
    _fill_all(painter, [QRectF(start, area.top(), end - start, area.height()) for start, end in found], ink)


def _paint_edges(painter: QPainter, theme: Theme, area: QRectF, places: Iterable[float]) -> None:
    """A line one pixel wide at each of these parts of the axis, with some ground between it and the next."""
    left, width = area.left(), area.width()
    found: list[int] = []
    for at in sorted({round(left + place * width) for place in places}):
        if not found or at - found[-1] >= LEAST_BETWEEN:
            found.append(at)
    rects = [QRectF(at, area.top(), 1, area.height()) for at in found]
    _fill_all(painter, rects, QColor(theme.colours.line.edge))


def _fill_all(painter: QPainter, rects: list[QRectF], ink: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawRects(rects)


def _paint_frames(painter: QPainter, theme: Theme, lane: Lane, area: QRectF, _neutral: QColor) -> None:
    for one in lane.blocks:
        block = _place(area, one).adjusted(0, 2, 0, -2)
        painter.setPen(QPen(QColor(theme.colours.line.edge), 1))
        painter.setBrush(QColor(theme.colours.surface.card))
        painter.drawRect(block.adjusted(0.5, 0.5, -0.5, -0.5))
        if block.width() >= LEAST_LABEL_WIDTH:
            _paint_name(painter, theme, one.name, block)


def _place(area: QRectF, block: Named) -> QRectF:
    left, right = across(area, block.start), across(area, block.end)
    return QRectF(left, area.top(), max(1.0, right - left), area.height())


def _paint_name(painter: QPainter, theme: Theme, name: str, block: QRectF) -> None:
    painter.setFont(theme.font("small"))
    painter.setPen(QColor(theme.colours.text.primary))
    room = block.adjusted(6, 0, -3, 0)
    text = QFontMetricsF(painter.font()).elidedText(name, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


_PAINTERS: dict[Look, Callable[[QPainter, Theme, Lane, QRectF, QColor], None]] = {
    Look.STATES: _paint_states,
    Look.KINDS: _paint_kinds,
    Look.NAMES: _paint_names,
    Look.TICKS: _paint_ticks,
    Look.FRAMES: _paint_frames,
}
