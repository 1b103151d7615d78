"""The tray program in a real tray: an icon that is clicked, a menu that is used, an agent that dies."""

import os
import signal
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from Xlib import X
from Xlib.display import Display

from core.clock import steady_s
from stage.at_work import AgentAtWork
from stage.hands import Hands
from stage.xserver import XServer

WITHIN_S = 30.0
SHOWN_WITHIN_S = 5.0
"""What is promised of an agent's death."""
LOOKED_WITHIN_S = 90.0
"""The tray looks for its folders once a minute."""
ICON = 22
SQUARE = 0.9


@pytest.fixture
def tray_screen() -> Iterator[XServer]:
    with XServer(window_manager="openbox", tray=True) as server:
        yield server


def icon_of(hands: Hands) -> tuple[int, int]:
    """Where the tray's one icon is, once it is there."""
    until = steady_s() + WITHIN_S
    while steady_s() < until:
        place = hands.place_of_icon()
        if place is not None:
            return place
        hands.leave(0.1)
    raise TimeoutError("no icon came into the tray")


def test_a_click_on_the_icon_opens_the_popover(desk: AgentAtWork, tray_screen: XServer) -> None:
    """Left click shows today; the agent that the tray started records."""
    hands = Hands(desk.environment)
    desk.accept_notice()
    desk.start_tray()
    desk.await_status(lambda status: status.mode == "recording")
    hands.click(*icon_of(hands))

    assert hands.await_window("Engineroom: today")


def menu_of(hands: Hands, pid: int) -> tuple[int, int, int, int]:
    """Where the menu of the tray program is, once it is open: the only window as high as this."""
    until = steady_s() + WITHIN_S
    while steady_s() < until:
        places = [hands.geometry(window) for window in hands.windows_of(pid)]
        menus = [place for place in places if place[3] > 150]
        if menus:
            return menus[0]
        hands.leave(0.1)
    raise TimeoutError("no menu came up")


def test_the_last_entry_of_the_menu_quits_and_stops_recording(desk: AgentAtWork, tray_screen: XServer) -> None:
    """Without an icon that says so, nothing is recorded."""
    hands = Hands(desk.environment)
    desk.accept_notice()
    tray = desk.start_tray()
    desk.await_status(lambda status: status.mode == "recording")
    hands.click(*icon_of(hands), button=3)
    x, y, width, height = menu_of(hands, tray.pid)
    hands.click(x + width // 2, y + height - 14)

    assert tray.wait(WITHIN_S) == 0
    assert desk.command("status").returncode == 1
    assert desk.rows("SELECT count(*) FROM span") != [(0,)]
    assert desk.rows("SELECT value FROM meta WHERE name = 'clean_stop'") == [("1",)]


def test_the_notice_comes_first_and_recording_follows_its_acknowledgement(
    desk: AgentAtWork, tray_screen: XServer
) -> None:
    """Page by page with the Return key; nothing is recorded before."""
    hands = Hands(desk.environment)
    desk.start_tray()
    hands.front("Before anything is recorded")
    assert not desk.paths.socket.exists()
    for _page in range(4):
        hands.leave(0.3)
        hands.press("Return")

    assert desk.await_status(lambda status: status.mode == "recording").last_sample_ms


def opened_by(pid: int, file: Path) -> bool:
    """Whether this process has `file` open just now."""
    for number in Path(f"/proc/{pid}/fd").iterdir():
        with suppress(OSError):
            if number.readlink() == file:
                return True
    return False


def test_it_ends_although_a_folder_of_the_network_does_not_answer(desk: AgentAtWork, tray_screen: XServer) -> None:
    """A pipe into which nobody writes stands in for it, where the tray reads which folder that is."""
    desk.accept_notice()
    tray = desk.start_tray()
    desk.await_status(lambda status: status.mode == "recording")
    desk.set("")
    desk.paths.settings.unlink()
    os.mkfifo(desk.paths.settings)
    silent = os.open(desk.paths.settings, os.O_RDWR)
    until = steady_s() + LOOKED_WITHIN_S
    while not opened_by(tray.pid, desk.paths.settings):
        assert steady_s() < until, "nobody looked whether the folder can be reached"
        Hands({}).leave(0.1)
    tray.terminate()

    assert tray.wait(WITHIN_S) == 0
    os.close(silent)


def fullness(screen: XServer, place: tuple[int, int]) -> float:
    """How much of the rectangle around the glyph on the icon is inked: all of a square, much less of a ring."""
    x, y = place[0] - ICON // 2, place[1] - ICON // 2
    with closing(Display(screen.display)) as display:
        data = display.screen().root.get_image(x, y, ICON, ICON, X.ZPixmap, 0xFFFFFFFF).data
    ground = data[:4]
    inked = [divmod(at // 4, ICON) for at in range(0, len(data), 4) if data[at : at + 4] != ground]
    if not inked:
        return 0.0
    rows, columns = ({place[side] for place in inked} for side in (0, 1))
    return len(inked) / ((max(rows) - min(rows) + 1) * (max(columns) - min(columns) + 1))


def await_glyph(screen: XServer, place: tuple[int, int], *, square: bool, within_s: float) -> None:
    until = steady_s() + within_s
    while (fullness(screen, place) > SQUARE) != square:
        assert steady_s() < until, "the icon did not change"
        Hands({}).leave(0.1)


def test_a_dead_agent_is_shown_within_seconds_and_can_be_started_again(desk: AgentAtWork, tray_screen: XServer) -> None:
    """Killed, it leaves a square in the tray; the menu's first entry starts another, and the ring is back."""
    hands = Hands(desk.environment)
    desk.accept_notice()
    tray = desk.start_tray()
    first = desk.await_status(lambda status: status.mode == "recording")
    icon = icon_of(hands)
    await_glyph(tray_screen, icon, square=False, within_s=WITHIN_S)
    os.kill(first.pid, signal.SIGKILL)
    await_glyph(tray_screen, icon, square=True, within_s=SHOWN_WITHIN_S)
    hands.click(*icon, button=3)
    menu_of(hands, tray.pid)
    hands.press("Down", "Return")

    second = desk.await_status(lambda status: status.mode == "recording")
    assert second.pid != first.pid
    await_glyph(tray_screen, icon, square=False, within_s=WITHIN_S)
    assert tray.poll() is None


def test_the_popover_offers_to_start_a_dead_agent_again(desk: AgentAtWork, tray_screen: XServer) -> None:
    """The button that does so has the focus when the popover opens."""
    hands = Hands(desk.environment)
    desk.accept_notice()
    desk.start_tray()
    first = desk.await_status(lambda status: status.mode == "recording")
    icon = icon_of(hands)
    await_glyph(tray_screen, icon, square=False, within_s=WITHIN_S)
    os.kill(first.pid, signal.SIGKILL)
    await_glyph(tray_screen, icon, square=True, within_s=SHOWN_WITHIN_S)
    hands.click(*icon)
    hands.await_window("Engineroom: today")
    hands.press("space")

    assert desk.await_status(lambda status: status.mode == "recording").pid != first.pid


def test_without_a_tray_the_window_opens_and_says_so(desk: AgentAtWork, home: Path) -> None:
    """A desktop without a tray is no reason to be invisible."""
    with XServer(window_manager="openbox") as bare:
        own = AgentAtWork(bare.environment(QT_QPA_PLATFORM="xcb"), home)
        own.accept_notice()
        own.start_tray()
        assert Hands(own.environment).await_window("Engineroom — ")
        own.close()
