"""What the Wayland connection does when a compositor errs, hangs, talks nonsense or goes away."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from agent.platforms import wayland_connection
from agent.platforms.protocols import DesktopLost
from agent.platforms.wayland_connection import DISPLAY, WaylandConnection
from agent.platforms.wayland_wire import packed
from agent.platforms.wlroots import WlrootsView
from core.sample import Window
from tests.agent.platforms.scripted_compositor import ScriptedCompositor, scripted
from tests.desktop import open_files

ERROR = 0
TITLE, APP_ID, STATE, DONE, CLOSED = 0, 1, 4, 5, 6
ACTIVATED = 2
MADE_BY_COMPOSITOR = 0xFF000000


@pytest.fixture
def compositor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ScriptedCompositor]:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-9")
    with scripted(tmp_path / "wayland-9", zwlr_foreign_toplevel_manager_v1=3) as compositor:
        yield compositor


def test_ids_are_used_again(compositor: ScriptedCompositor) -> None:
    """A day of round trips needs no more objects than one."""
    server = WaylandConnection()
    for _ in range(100):
        server.round_trip()

    assert server.new_object(lambda _opcode, _arguments: None) < 6
    server.close()


def test_an_error_is_told_in_the_words_of_the_compositor(compositor: ScriptedCompositor) -> None:
    """Whoever reads the status learns what it disliked."""
    server = WaylandConnection()
    compositor.say(DISPLAY, ERROR, 3, 1, "no such object")

    with pytest.raises(DesktopLost, match="went away: no such object"):
        server.round_trip()
    assert server.closed


@pytest.mark.parametrize("nonsense", [b"HTTP/1.1 400 Bad", packed(DISPLAY, ERROR)])
def test_nonsense_is_lost_in_words(compositor: ScriptedCompositor, nonsense: bytes) -> None:
    """No exception but the one that says so, and no file left open."""
    server = WaylandConnection()
    compositor.say_raw(nonsense)

    with pytest.raises(DesktopLost, match="it sent"):
        server.round_trip()
    assert server.fileno() == -1


def test_a_compositor_that_is_not_there_is_lost_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the session does not even name a folder for it."""
    monkeypatch.setenv("WAYLAND_DISPLAY", str(tmp_path / "nobody"))
    files = open_files()
    with pytest.raises(DesktopLost, match="cannot be reached: No such file"):
        WaylandConnection()
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY")
    with pytest.raises(DesktopLost, match="XDG_RUNTIME_DIR is not set"):
        WaylandConnection()

    assert files == open_files()


def test_a_start_that_nobody_answers_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A compositor that hangs from the start costs one wait and no file."""
    monkeypatch.setattr(wayland_connection, "ANSWER_WITHIN_S", 0.05)
    monkeypatch.setenv("WAYLAND_DISPLAY", str(tmp_path / "silent"))
    with scripted(tmp_path / "silent") as silent:
        monkeypatch.setattr(silent, "_obey", lambda _request: None)
        with pytest.raises(DesktopLost, match="does not answer"):
            WaylandConnection()


def test_a_window_is_shown_when_the_compositor_is_done_with_it(compositor: ScriptedCompositor) -> None:
    """Half a description is no window; a closed one is given back, and its number may come again."""
    view = WlrootsView()
    view.look()
    manager = compositor.made["zwlr_foreign_toplevel_manager_v1"]
    for title in ("Fall 1", "Fall 2"):
        compositor.say(manager, 0, MADE_BY_COMPOSITOR)
        compositor.say(MADE_BY_COMPOSITOR, TITLE, title)
        compositor.say(MADE_BY_COMPOSITOR, APP_ID, "org.example.Claims")
        compositor.say(MADE_BY_COMPOSITOR, STATE, 4, ACTIVATED)
        assert view.look().window is None
        compositor.say(MADE_BY_COMPOSITOR, DONE)
        assert view.look().window == Window(app="claims", title=title)
        compositor.say(MADE_BY_COMPOSITOR, CLOSED)
        assert view.look().window is None
    view.close()


def test_a_manager_that_tells_no_more_is_lost(compositor: ScriptedCompositor) -> None:
    """What it said last is not taken for what is in front for ever."""
    view = WlrootsView()
    view.look()
    compositor.say(compositor.made["zwlr_foreign_toplevel_manager_v1"], 1)

    with pytest.raises(DesktopLost, match="stopped to tell"):
        view.look()
    assert view.closed
