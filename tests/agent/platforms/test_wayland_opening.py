"""Wayland back-ends of our own tongues, as they come up."""

from typing import NoReturn

import pytest

from agent.platforms import kwin, sway, wlroots
from agent.platforms.protocols import DesktopLost
from stage.compositor import Compositor
from tests.agent.platforms.wayland_cast import Backend
from tests.desktop import open_files

pytestmark = pytest.mark.desktops


def test_a_view_that_does_not_come_up_leaves_nothing_open(
    backend: Backend, wayland: Compositor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A compositor that goes away while it is got to know is asked again and again: every line is closed each time."""

    def gone(_server: object) -> NoReturn:
        raise DesktopLost("the Wayland compositor went away")

    kept: list[BaseException] = []  # as a debugger or a log would, so that nothing is closed by chance
    files = open_files()
    for module in (sway, kwin, wlroots):
        monkeypatch.setattr(module, "IdleWatch", gone)
    for _ in range(3):
        with pytest.raises(DesktopLost) as lost:
            backend.open_view()
        kept.append(lost.value)

    assert wayland.pid
    assert files == open_files()
