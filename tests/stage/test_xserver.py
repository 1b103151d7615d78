import os
import subprocess
from pathlib import Path

import psutil
import pytest

from core.errors import MachineError
from stage.xserver import ScreenSize, WindowManager, XServer
from tests.desktop import open_files
from tests.plain_user import as_plain_user


def root_properties(screen: XServer, *names: str) -> str:
    """What xprop, which knows nothing of us, finds on the screen."""
    asked = subprocess.run(
        ["xprop", "-root", *names], env=screen.environment(), capture_output=True, text=True, check=True
    )
    return asked.stdout


def own_children() -> set[int]:
    return {child.pid for child in psutil.Process().children(recursive=True)}


@pytest.mark.parametrize("manager", ["openbox", "xfwm4"])
def test_a_screen_is_ready_when_it_is_given(manager: WindowManager) -> None:
    """Window manager and tray are there at once, nobody has to sleep; all is gone at the end."""
    children, files = own_children(), open_files()
    with XServer(window_manager=manager, tray=True) as screen:
        assert "window id" in root_properties(screen, "_NET_SUPPORTING_WM_CHECK")
        assert Path(f"/proc/{screen.pid}/comm").read_text().strip() == "Xvfb"

    assert own_children() == children
    assert open_files() == files


def test_the_size_is_as_asked() -> None:
    with XServer(window_manager=None, size=ScreenSize(width=640, height=480)) as screen:
        shown = subprocess.run(
            ["xwininfo", "-root"], env=screen.environment(), capture_output=True, text=True, check=True
        )

    assert "Width: 640" in shown.stdout
    assert "Height: 480" in shown.stdout


def test_a_killed_server_comes_back_on_its_number() -> None:
    """What reconnects finds it where it was, with its window manager."""
    with XServer(window_manager="openbox") as screen:
        display, pid = screen.display, screen.pid
        screen.kill()
        with pytest.raises(MachineError, match="not running"):
            _ = screen.pid
        screen.restart()

        assert screen.display == display
        assert screen.pid != pid
        assert "window id" in root_properties(screen, "_NET_SUPPORTING_WM_CHECK")


def test_two_screens_do_not_meet() -> None:
    with XServer(window_manager=None) as one, XServer(window_manager=None) as other:
        assert one.display != other.display


def test_programs_of_the_screen_end_with_it() -> None:
    """By their pid, whether or not they notice that the server has gone."""
    with XServer(window_manager=None) as screen:
        program = screen.run("sleep", "600")
        assert program.poll() is None

    assert program.returncode is not None


def test_nothing_of_the_persons_session_reaches_a_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """No program of a test lands on the real desktop or its bus."""
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/run/user/1000/bus")
    with XServer(window_manager=None) as screen:
        environment = screen.environment(COLOUR="blue")

    assert environment["DISPLAY"] == screen.display
    assert "WAYLAND_DISPLAY" not in environment
    assert "1000" not in environment["DBUS_SESSION_BUS_ADDRESS"]
    assert environment["COLOUR"] == "blue"


def test_a_program_that_is_not_installed_is_named() -> None:
    with XServer(window_manager=None) as screen, pytest.raises(MachineError, match="no-such-program is not installed"):
        screen.run("no-such-program")


def test_it_serves_a_plain_user(tmp_path: Path) -> None:
    """Nothing of it needs root."""

    def check() -> None:
        os.environ["HOME"] = str(tmp_path)
        with XServer(window_manager="openbox") as screen:
            assert os.stat(f"/proc/{screen.pid}").st_uid == os.geteuid()  # noqa: PTH116 - as /proc has it
            assert "window id" in root_properties(screen, "_NET_SUPPORTING_WM_CHECK")

    as_plain_user(check, tmp_path)
