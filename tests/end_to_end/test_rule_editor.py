"""A rule made with real keys: the tray's icon, the day, the editor, its preview, and totals that change everywhere."""

from agent.control import Request, ask
from gui.tokens import load_tokens
from reports.shapes import Today
from stage.at_work import AgentAtWork
from stage.hands import Hands
from stage.xserver import XServer
from tests.end_to_end.test_putting_right import await_, corner_of, inks_at, record_yesterday, seconds
from tests.end_to_end.test_tray import icon_of

LANES = (60, 300)
"""Pixels from the top of the window between which the lanes are."""
RULES = (100, 76)
"""Where, from the corner of the window, the second page is opened; the first one 29 pixels above it."""


def today(desk: AgentAtWork) -> dict[str, int]:
    """What the popover shows, by kind."""
    return {total.kind: total.observed_ms for total in ask(desk.paths.socket, Request("today"), Today).kinds}


class Window:
    """The main window, and what is painted in it."""

    def __init__(self, hands: Hands, screen: XServer) -> None:
        self._hands, self._screen = hands, screen
        window = hands.await_window("Engineroom — ")
        (self.x, self.y), (_x, _y, self.width, self.height) = corner_of(screen, window), hands.geometry(window)

    def open(self, page: str) -> None:
        above = 0 if page == "Rules" else 29
        self._hands.click(self.x + RULES[0], self.y + RULES[1] - above)
        self._hands.await_window(f"Engineroom — {page}")

    def day_shows(self, kind: str, part: float, width: int = 4) -> bool:
        """Whether anything in the lanes from this part of the day on is painted in the ink of `kind`."""
        left, right = self.x + 176 + 20 + 92, self.x + self.width - 20 - 14
        place = round(left + part * (right - left)), self.y + LANES[0]
        ink = load_tokens().light.category[kind].upper()
        return ink in inks_at(self._screen, place, width, LANES[1] - LANES[0])

    def can_save(self) -> bool:
        """The primary button at the foot is no longer grey."""
        place = self.x + self.width - 20 - 30, self.y + self.height - 16 - 26
        return load_tokens().light.accent.base.upper() in inks_at(self._screen, place)


def open_yesterday(desk: AgentAtWork, screen: XServer, hands: Hands) -> Window:
    """From the icon by way of the popover."""
    hands.click(*icon_of(hands))
    hands.await_window("Engineroom: today")
    hands.press("space")
    hands.front("Engineroom — ")
    window = Window(hands, screen)
    await_(lambda: window.day_shows("unclassified", 0.0, window.width - 176 - 20 - 92 - 34))
    hands.press("alt+Left")
    await_(lambda: window.day_shows("work", 0.3))
    return window


def test_a_rule_is_made_saved_for_history_and_undone(desk: AgentAtWork, tray_screen: XServer) -> None:
    """By keys, from the icon on; once the preview allows it, it is saved: commands, window and tray tell the same."""
    hands = Hands(desk.environment)
    desk.accept_notice()
    day = record_yesterday(desk)
    desk.start_tray()
    desk.await_status(lambda status: status.mode == "recording")
    window = open_yesterday(desk, tray_screen, hands)
    assert not window.day_shows("work", 0.85)
    assert "Work" not in today(desk)

    window.open("Rules")
    hands.press("ctrl+n")
    hands.type("Mine")
    hands.press("Tab", "space")
    hands.type("anything | engineroom")
    await_(window.can_save)
    hands.press("ctrl+s")

    await_(lambda: seconds(desk, day) == {"Work": 5400})
    assert 'id = "Mine"' in desk.paths.rules.read_text(encoding="utf-8")
    await_(lambda: today(desk).get("Work", 0) > 0)
    window.open("My time")
    await_(lambda: window.day_shows("work", 0.85))

    window.open("Rules")
    hands.press("ctrl+z")
    await_(lambda: seconds(desk, day) == {"Work": 3600, "Unclassified": 1800})
    await_(lambda: "Work" not in today(desk))
    assert not desk.paths.rules.exists()
