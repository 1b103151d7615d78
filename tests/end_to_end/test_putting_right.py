"""Putting a day right with real clicks, drags and keys: the tray's icon, its popover, the day window, and back."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from Xlib import X
from Xlib.display import Display

from core.clock import MS_PER_HOUR, now_ms, offset_min, steady_s
from core.period import DayStarts
from gui.tokens import load_tokens
from stage.at_work import AgentAtWork
from stage.hands import Hands
from stage.xserver import ScreenSize, XServer
from storage.engine import open_for_writing
from storage.record import Batch, Record
from tests.end_to_end.test_tray import icon_of
from tests.factories import a_span
from tests.storage.records import OFFICE, rules

WITHIN_S = 30.0
LANES_TOP = 122
"""Pixels from the top of the window to the middle of the lane of categories, give or take its half."""


@pytest.fixture
def tray_screen() -> Iterator[XServer]:
    with XServer(window_manager="openbox", tray=True, size=ScreenSize(width=1400, height=900)) as server:
        yield server


@pytest.fixture
def desk(tray_screen: XServer, home: Path) -> Iterator[AgentAtWork]:
    at_work = AgentAtWork(tray_screen.environment(QT_QPA_PLATFORM="xcb"), home)
    yield at_work
    at_work.close()


def record_yesterday(desk: AgentAtWork) -> str:
    """An hour of an unknown program from nine on, and half an hour of another; which day that is."""
    now = now_ms()
    yesterday = DayStarts().day_of(now, offset_min(now)) - timedelta(days=1)
    nine_ms = DayStarts().bounds(yesterday, offset_min)[0] + 9 * MS_PER_HOUR
    engine = open_for_writing(desk.paths.record)
    spans = (
        a_span(nine_ms, seconds=3600, app="unheard-of", title="One", off_min=offset_min(nine_ms)),
        a_span(nine_ms + MS_PER_HOUR, seconds=1800, app="unknown", title="Two", off_min=offset_min(nine_ms)),
    )
    Record(engine, rules(OFFICE)).write(Batch(new=spans))
    engine.dispose()
    return yesterday.isoformat()


def seconds(desk: AgentAtWork, day: str) -> dict[str, float]:
    """What the command line reports of a day."""
    rows = desk.json("report", "--from", day, "--to", day, "--by", "kind")["rows"]
    return {row["key"]: row["seconds"] for row in rows}


def await_(holds: Callable[[], bool]) -> None:
    until = steady_s() + WITHIN_S
    while not holds():
        assert steady_s() < until, "it never came to that"
        Hands({}).leave(0.1)


def colour_at(screen: XServer, x: int, y: int) -> str:
    """Of one pixel of the screen."""
    with closing(Display(screen.display)) as display:
        image = display.screen().root.get_image(x, y, 1, 1, X.ZPixmap, 0xFFFFFFFF)
    blue, green, red = image.data[:3]
    return f"#{red:02X}{green:02X}{blue:02X}"


def test_a_stretch_is_put_right_and_undone(desk: AgentAtWork, tray_screen: XServer) -> None:
    """From the icon to the day before; a drag and the key W: command line and window show work, until Ctrl+Z."""
    hands = Hands(desk.environment)
    desk.accept_notice()
    day = record_yesterday(desk)
    desk.start_tray()
    desk.await_status(lambda status: status.mode == "recording")
    hands.click(*icon_of(hands))
    hands.await_window("Engineroom: today")
    hands.press("space")
    hands.front("Engineroom — ")
    x, y, width, _height = hands.geometry(hands.await_window("Engineroom — "))
    left, right = x + 176 + 20 + 92, x + width - 20 - 14
    lane = y + LANES_TOP

    def at(part: float) -> tuple[int, int]:
        return round(left + part * (right - left)), lane

    hands.press("alt+Left")
    work, card = load_tokens().light.category["work"].upper(), load_tokens().light.surface.card.upper()
    await_(lambda: colour_at(tray_screen, *at(0.5)) != card)
    hands.drag(at(0.97), at(0.69))
    hands.press("w")
    await_(lambda: seconds(desk, day) == {"Unclassified": 3600, "Work": 1800})
    await_(lambda: colour_at(tray_screen, *at(0.85)) == work)
    assert colour_at(tray_screen, *at(0.3)) != work

    hands.press("ctrl+z")

    await_(lambda: seconds(desk, day) == {"Unclassified": 5400})
    await_(lambda: colour_at(tray_screen, *at(0.85)) != work)
