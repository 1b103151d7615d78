"""Headless compositors start, crash, come back and leave nothing."""

import psutil
import pytest

from core.errors import MachineError
from stage.compositor import KWIN, SWAY, WESTON, Compositor, Kind
from tests.desktop import open_files

pytestmark = pytest.mark.desktops


def own_children() -> set[int]:
    return {child.pid for child in psutil.Process().children(recursive=True)}


@pytest.mark.parametrize("kind", [SWAY, WESTON, KWIN], ids=lambda kind: kind.name)
def test_it_is_ready_when_it_is_given_and_gone_at_the_end(kind: Kind) -> None:
    """A program finds it by its environment; neither processes nor files nor folders are left."""
    children, files = own_children(), open_files()
    with Compositor(kind) as screen:
        folder = screen.folder
        assert (folder / screen.environment()["WAYLAND_DISPLAY"]).is_socket()
        assert screen.run("sh", "-c", "test -S $XDG_RUNTIME_DIR/$WAYLAND_DISPLAY").wait(20) == 0

    assert (own_children(), open_files()) == (children, files)
    assert not folder.exists()


@pytest.mark.parametrize("kind", [SWAY, KWIN], ids=lambda kind: kind.name)
def test_a_killed_one_comes_back_under_its_name(kind: Kind) -> None:
    """What reconnects finds it where it was."""
    with Compositor(kind) as screen:
        name, pid = screen.environment()["WAYLAND_DISPLAY"], screen.pid
        screen.kill()
        with pytest.raises(MachineError, match="is not running"):
            _ = screen.pid
        screen.restart()

        assert screen.environment()["WAYLAND_DISPLAY"] == name
        assert screen.pid != pid


def test_one_that_does_not_start_is_said_with_its_reason() -> None:
    """Instead of a test that waits in vain."""
    broken = Kind(name="broken", command=("sh", "-c", "echo no such output >&2"), settings="")

    with pytest.raises(MachineError, match=r"broken did not start: [\s\S]*no such output"), Compositor(broken):
        pass
