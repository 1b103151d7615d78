from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from core.clock import offset_min
from gui.presenters.lanes import Drawable
from gui.theme import Appearance
from gui.time.lanes import DayLanes
from tests.gui.days import NOW, a_day, an_empty_day


def test_pointing_at_a_place_tells_what_happened_there(appearance: Appearance, qtbot: QtBot) -> None:
    """Ten in the morning is two ninths along the axis from eight to five."""
    widget = DayLanes(appearance)
    qtbot.addWidget(widget)
    widget.resize(1000, widget.sizeHint().height())
    widget.show_day(Drawable(day=a_day(), offset_at=offset_min, now_ms=NOW))
    plot = widget._plot()
    at_ten = plot.left() + plot.width() * (2 + 5 / 60) / 9

    assert widget.tip_at(at_ten) == "Policy wiki\nEstimate limits ‹number›\nKnowledge / Wiki\n10:02 – 10:14 · 0:12"
    assert widget.tip_at(plot.left() - 5) == ""


def test_work_is_painted_where_it_was(appearance: Appearance, qtbot: QtBot) -> None:
    """Half past eight is ink, half past twelve is paper."""
    widget = DayLanes(appearance)
    qtbot.addWidget(widget)
    widget.resize(1000, widget.sizeHint().height())
    widget.show_day(Drawable(day=a_day(), offset_at=offset_min, now_ms=NOW))
    image, plot = widget.grab().toImage(), widget._plot()

    def at(hours: float) -> str:
        across = round(plot.left() + plot.width() * (hours - 8) / 9)
        return image.pixelColor(across, round(widget._main_area().top()) + 10).name()

    assert at(8.5) == appearance.theme.ink("Work").name()
    assert at(12.55) != appearance.theme.ink("Work").name()


def test_an_empty_day_has_its_axis(appearance: Appearance, qtbot: QtBot) -> None:
    """And nothing to point at."""
    widget = DayLanes(appearance)
    qtbot.addWidget(widget)
    widget.resize(1000, widget.sizeHint().height())
    widget.show_day(Drawable(day=an_empty_day(), offset_at=offset_min, now_ms=None))

    assert widget.tip_at(500) == ""
    assert not widget.grab().isNull()


def test_the_lanes_follow_theme_and_day(appearance: Appearance, qtbot: QtBot) -> None:
    """What was painted before is kept only as long as it holds."""
    widget = DayLanes(appearance)
    qtbot.addWidget(widget)
    widget.resize(1000, widget.sizeHint().height())
    widget.show_day(Drawable(day=a_day(), offset_at=offset_min, now_ms=NOW))
    plot = widget._plot()
    place = QPoint(round(plot.left() + plot.width() * 0.5 / 9), round(widget._main_area().top()) + 10)
    light = widget.grab().toImage().pixelColor(place).name()
    try:
        appearance.wear("dark")
        dark = widget.grab().toImage().pixelColor(place).name()
        assert dark == appearance.theme.ink("Work").name() != light
    finally:
        appearance.wear("light")
    assert widget.grab().toImage().pixelColor(place).name() == light
    widget.show_day(Drawable(day=an_empty_day(), offset_at=offset_min, now_ms=None))

    assert widget.grab().toImage().pixelColor(place).name() not in {light, dark}
