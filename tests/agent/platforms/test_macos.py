"""What can be known of the macOS back-end without a Mac: its pure parts, and that it is refused elsewhere."""

from collections.abc import Mapping
from typing import Any

import pytest

from agent.platforms.macos import MacDesktop
from agent.platforms.macos_front import name_of
from agent.platforms.macos_microphone import names_of
from agent.platforms.macos_session import hides
from agent.platforms.protocols import DesktopLost


@pytest.mark.parametrize(
    ("bundle", "shown", "app"),
    [
        ("Visual Studio Code.app", "Code", "visual studio code"),
        ("Calendar.app", "Kalender", "calendar"),
        (None, "python3.11", "python3.11"),
        (None, None, "unknown"),
    ],
)
def test_a_program_goes_by_its_bundle(bundle: str | None, shown: str | None, app: str) -> None:
    """Which no language changes; by the name shown where it has none."""
    assert app == name_of(bundle, shown)


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("/Applications/zoom.us.app/Contents/MacOS/zoom.us", {"zoom.us"}),
        (
            "/Applications/Google Chrome.app/Frameworks/Chrome Helper.app/Contents/MacOS/Chrome Helper",
            {"google chrome", "chrome helper"},
        ),
        ("/opt/homebrew/bin/linphone", {"linphone"}),
        ("", set()),
    ],
)
def test_who_holds_a_microphone_goes_by_its_file_and_its_bundle(path: str, names: set[str]) -> None:
    """A call in a browser is held by a helper of the browser."""
    assert names == names_of(path)


@pytest.mark.parametrize(
    ("session", "hidden"),
    [
        ({"kCGSSessionOnConsoleKey": True}, False),
        ({"kCGSSessionOnConsoleKey": True, "CGSSessionScreenIsLocked": True}, True),
        ({"kCGSSessionOnConsoleKey": False}, True),
        ({}, False),
        (None, True),
    ],
    ids=["in front", "locked", "switched away", "not told", "no session"],
)
def test_a_session_is_hidden_while_locked_or_away(session: Mapping[str, Any] | None, hidden: bool) -> None:
    """A key that is missing means no."""
    assert hidden == hides(session)


def test_it_is_refused_on_another_system() -> None:
    """Its rooms can be imported anywhere."""
    with pytest.raises(DesktopLost, match="not macOS"):
        MacDesktop()
