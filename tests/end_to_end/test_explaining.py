"""Explaining a gap with real clicks and keys: from the popover to the card of the day, and back again."""

from datetime import timedelta

from core.clock import MS_PER_HOUR, now_ms, offset_min
from core.period import DayStarts
from gui.tokens import load_tokens
from stage.at_work import AgentAtWork
from stage.hands import Hands
from stage.xserver import XServer
from storage.engine import open_for_writing
from storage.record import Batch, Record
from tests.end_to_end.test_putting_right import await_, corner_of, inks_at
from tests.end_to_end.test_tray import icon_of
from tests.factories import a_gap, a_span
from tests.storage.records import OFFICE, rules

GAP_S = 42 * 60
ANSWERS_ABOVE_FOOT, BREAK_FROM_RIGHT = 84, 240
"""Pixels from the lower right corner of the window to the middle of the first answer, more or less."""
LINK_FROM_RIGHT, LINK_ABOVE_FOOT, LINK_WIDTH = 112, 128, 70
"""To where the card says which stretch it asks about."""


def record_yesterday(desk: AgentAtWork) -> str:
    """Work from nine on, asleep for 42 minutes at noon, work until two; which day that is."""
    now = now_ms()
    yesterday = DayStarts().day_of(now, offset_min(now)) - timedelta(days=1)
    nine_ms = DayStarts().bounds(yesterday, offset_min)[0] + 9 * MS_PER_HOUR
    noon_ms = nine_ms + 3 * MS_PER_HOUR
    after_ms = noon_ms + GAP_S * 1000
    spans = (
        a_span(nine_ms, seconds=3 * 3600, app="libreoffice-calc", title="Budget", off_min=offset_min(nine_ms)),
        a_span(after_ms, seconds=78 * 60, app="libreoffice-calc", title="Budget", off_min=offset_min(nine_ms)),
    )
    engine = open_for_writing(desk.paths.record)
    Record(engine, rules(OFFICE)).write(Batch(new=spans, gaps=(a_gap(noon_ms, seconds=GAP_S),)))
    engine.dispose()
    return yesterday.isoformat()


def seconds(desk: AgentAtWork, day: str) -> dict[str, float]:
    rows = desk.json("report", "--from", day, "--to", day, "--by", "category")["rows"]
    return {row["key"]: row["seconds"] for row in rows}


def asked(desk: AgentAtWork, day: str) -> int:
    """How many stretches of the day are to be explained."""
    return len(desk.json("explain", "--date", day)["to_explain"])


def open_yesterday(desk: AgentAtWork, screen: XServer) -> tuple[Hands, tuple[int, int]]:
    """From the icon to the day that asks; (hands, the lower right corner of the window)."""
    hands = Hands(desk.environment)
    desk.start_tray()
    desk.await_status(lambda status: status.mode == "recording")
    hands.click(*icon_of(hands))
    hands.await_window("Engineroom: today")
    hands.press("space")
    hands.front("Engineroom — ")
    window = hands.await_window("Engineroom — ")
    (x, y), (_x, _y, width, height) = corner_of(screen, window), hands.geometry(window)
    corner = x + width, y + height
    accent = load_tokens().light.accent.base.upper()
    hands.press("alt+Left")
    asks_at = corner[0] - LINK_FROM_RIGHT, corner[1] - LINK_ABOVE_FOOT
    await_(lambda: accent in inks_at(screen, asks_at, LINK_WIDTH))
    return hands, corner


def test_a_gap_is_explained_by_a_click_and_undone(desk: AgentAtWork, tray_screen: XServer) -> None:
    """A break is remembered and changes no total; with Ctrl+Z it is asked about again."""
    desk.accept_notice()
    day = record_yesterday(desk)
    hands, (right, bottom) = open_yesterday(desk, tray_screen)
    before = seconds(desk, day)
    assert asked(desk, day) == 1
    hands.click(right - BREAK_FROM_RIGHT, bottom - ANSWERS_ABOVE_FOOT)
    await_(lambda: asked(desk, day) == 0)
    assert seconds(desk, day) == before

    hands.press("ctrl+z")

    await_(lambda: asked(desk, day) == 1)


def test_a_gap_is_entered_by_keys_and_undone(desk: AgentAtWork, tray_screen: XServer) -> None:
    """Ctrl+N opens the form on what is to be explained, Enter adds it to the totals; Ctrl+Z takes it out again."""
    desk.accept_notice()
    day = record_yesterday(desk)
    hands, _corner = open_yesterday(desk, tray_screen)
    before = seconds(desk, day)
    hands.press("ctrl+n")
    hands.await_window("Engineroom — Add entry")
    hands.press("Return")
    await_(lambda: seconds(desk, day) == {**before, "Work/Meeting": GAP_S})
    assert asked(desk, day) == 0
    hands.front("Engineroom — My time")

    hands.press("ctrl+z")

    await_(lambda: seconds(desk, day) == before)
    assert asked(desk, day) == 1
