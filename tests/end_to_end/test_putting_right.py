"""Putting a day right with real clicks, drags and keys: the tray's icon, its popover, the day window, and back."""

from collections.abc import Callable
from contextlib import closing
from datetime import timedelta

from Xlib import X
from Xlib.display import Display

from core.clock import MS_PER_HOUR, now_ms, offset_min, steady_s
from core.period import DayStarts
from gui.tokens import load_tokens
from stage.at_work import AgentAtWork
from stage.hands import Hands
from stage.xserver import XServer
from storage.engine import open_for_writing
from storage.record import Batch, Record
from tests.end_to_end.test_tray import icon_of
from tests.factories import a_span
from tests.storage.records import OFFICE, rules

WITHIN_S = 30.0
LANE_BELOW = 158
"""Pixels from the top of the window to the middle of the lane of categories, more or less."""


def record_yesterday(desk: AgentAtWork) -> str:
    """An hour in a spreadsheet from nine on, and half an hour of what no rule knows; which day that is."""
    now = now_ms()
    yesterday = DayStarts().day_of(now, offset_min(now)) - timedelta(days=1)
    nine_ms = DayStarts().bounds(yesterday, offset_min)[0] + 9 * MS_PER_HOUR
    engine = open_for_writing(desk.paths.record)
    spans = (
        a_span(nine_ms, seconds=3600, app="libreoffice-calc", title="Budget", off_min=offset_min(nine_ms)),
        a_span(nine_ms + MS_PER_HOUR, seconds=1800, app="unheard-of", title="Anything", off_min=offset_min(nine_ms)),
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


def corner_of(screen: XServer, window: str) -> tuple[int, int]:
    """Where the inside of a window begins on the screen, whatever frame is around it."""
    with closing(Display(screen.display)) as display:
        inside = display.create_resource_object("window", int(window))
        corner = display.screen().root.translate_coords(inside, 0, 0)
        return corner.x, corner.y


def inks_at(screen: XServer, place: tuple[int, int], width: int = 16, height: int = 12) -> set[str]:
    """The colours of the pixels to the right of and below a place of the screen, as many as a pattern has."""
    with closing(Display(screen.display)) as display:
        data = display.screen().root.get_image(*place, width, height, X.ZPixmap, 0xFFFFFFFF).data
    pixels = (data[start : start + 3] for start in range(0, len(data), 4))
    return {f"#{red:02X}{green:02X}{blue:02X}" for blue, green, red in pixels}


INKS = {kind: ink.upper() for kind, ink in load_tokens().light.category.items()}


def open_day(desk: AgentAtWork, screen: XServer, hands: Hands) -> tuple[int, int, int]:
    """From the icon to the day under way; left and right end of its axis on the screen, and where its kinds are."""
    desk.accept_notice()
    desk.start_tray()
    desk.await_status(lambda status: status.mode == "recording")
    hands.click(*icon_of(hands))
    hands.await_window("Engineroom: today")
    hands.press("space")
    hands.front("Engineroom — ")
    window = hands.await_window("Engineroom — ")
    (x, y), (_x, _y, width, _height) = corner_of(screen, window), hands.geometry(window)
    left, right = x + 176 + 20 + 92, x + width - 20 - 14
    await_(lambda: INKS["unclassified"] in inks_at(screen, (left, y + LANE_BELOW), right - left))
    return left, right, y + LANE_BELOW


def test_a_stretch_is_put_right_and_undone(desk: AgentAtWork, tray_screen: XServer) -> None:
    """From the icon to the day before; a drag and the key K: command line and window show knowledge, until Ctrl+Z."""
    hands = Hands(desk.environment)
    day = record_yesterday(desk)
    left, right, lane = open_day(desk, tray_screen, hands)

    def at(part: float) -> tuple[int, int]:
        return round(left + part * (right - left)), lane

    hands.press("alt+Left")
    await_(lambda: inks_at(tray_screen, at(0.3)) == {INKS["work"]})
    hands.drag(at(0.97), at(0.69))
    hands.press("k")
    await_(lambda: seconds(desk, day) == {"Work": 3600, "Knowledge": 1800})
    await_(lambda: INKS["knowledge"] in inks_at(tray_screen, at(0.85)))

    hands.press("ctrl+z")

    await_(lambda: seconds(desk, day) == {"Work": 3600, "Unclassified": 1800})
    await_(lambda: INKS["unclassified"] in inks_at(tray_screen, at(0.85)))


def test_what_is_now_is_put_right_from_the_popover(desk: AgentAtWork, tray_screen: XServer) -> None:
    """By keys alone: back from the button with the focus to "Not right?", down to Personal, and its first entry."""
    hands = Hands(desk.environment)
    desk.accept_notice()
    desk.start_tray()
    desk.await_status(lambda status: status.mode == "recording")
    hands.click(*icon_of(hands))
    window = hands.await_window("Engineroom: today")
    await_(lambda: hands.geometry(window)[3] > 300)

    today = DayStarts().day_of(now_ms(), offset_min(now_ms())).isoformat()

    def personal() -> float:
        return seconds(desk, today).get("Personal", 0)

    hands.press("shift+Tab", "space", "Down", "Down", "Down", "Return", "Return")
    await_(lambda: personal() > 0)
    hands.press("ctrl+z")
    await_(lambda: personal() == 0)


def test_a_day_is_put_right_by_keys_alone(desk: AgentAtWork, tray_screen: XServer) -> None:
    """F6 to the lanes, an arrow to a span, Shift and an arrow to the next one; a letter says what both were."""
    hands = Hands(desk.environment)
    day = record_yesterday(desk)
    left, right, lane = open_day(desk, tray_screen, hands)
    width = right - left
    hands.press("alt+Left")
    await_(lambda: inks_at(tray_screen, (left + width // 4, lane)) == {INKS["work"]})
    hands.press("shift+F6", "Right", "shift+Right", "p")
    await_(lambda: seconds(desk, day) == {"Personal": 5400})
    await_(lambda: INKS["personal"] in inks_at(tray_screen, (left + width // 4, lane)))
    hands.press("ctrl+z")
    await_(lambda: seconds(desk, day) == {"Work": 3600, "Unclassified": 1800})


def test_words_and_zoom_show_a_part_of_a_day(desk: AgentAtWork, tray_screen: XServer) -> None:
    """What does not fit turns faint and comes back with escape; what is zoomed to fills the lane."""
    hands = Hands(desk.environment)
    record_yesterday(desk)
    left, right, lane = open_day(desk, tray_screen, hands)
    work, unknown = (left + (right - left) // 4, lane), (left + 17 * (right - left) // 20, lane)
    hands.press("alt+Left")
    await_(lambda: inks_at(tray_screen, work) == {INKS["work"]})
    hands.press("ctrl+f")
    hands.type("anything")
    await_(lambda: INKS["work"] not in inks_at(tray_screen, work))
    await_(lambda: INKS["unclassified"] in inks_at(tray_screen, unknown))
    hands.press("Escape")
    await_(lambda: inks_at(tray_screen, work) == {INKS["work"]})
    hands.press("F6", "Home", "z")
    await_(lambda: inks_at(tray_screen, unknown) == {INKS["work"]})
    hands.press("0")
    await_(lambda: INKS["unclassified"] in inks_at(tray_screen, unknown))
