"""Idle time out of the protocols' words; with a clock that the test moves."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from agent.platforms import wayland_idle
from agent.platforms.wayland_connection import WaylandConnection
from agent.platforms.wayland_idle import IdleWatch
from agent.platforms.wayland_wire import Arguments
from tests.agent.platforms.scripted_compositor import ScriptedCompositor, scripted

IDLED, RESUMED = 0, 1


class Watched:
    """An `IdleWatch`, its compositor, and the clock of both."""

    def __init__(self, compositor: ScriptedCompositor, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now_s = 100.0
        monkeypatch.setattr(wayland_idle, "steady_s", lambda: self.now_s)
        self.compositor = compositor
        self.server = WaylandConnection()
        self.watch = IdleWatch(self.server)
        self.server.round_trip()

    def asked(self) -> tuple[int, tuple[int, int, int]]:
        """(opcode, arguments) of the one request."""
        (request,) = self.compositor.requests
        arguments = Arguments(request.body)
        return request.opcode, (arguments.number(), arguments.number(), arguments.number())

    def told(self, opcode: int) -> None:
        (notification, *_rest) = self.asked()[1]
        self.compositor.say(notification, opcode)
        self.server.round_trip()


@contextmanager
def watched(folder: Path, monkeypatch: pytest.MonkeyPatch, **offers: int) -> Iterator[Watched]:
    monkeypatch.setenv("WAYLAND_DISPLAY", str(folder / "wayland"))
    with scripted(folder / "wayland", **offers) as compositor:
        watched = Watched(compositor, monkeypatch)
        yield watched
        watched.server.close()


@pytest.mark.parametrize("version", [1, 2])
def test_the_standard_protocol_is_asked_for_input_alone_where_it_can_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: int
) -> None:
    """From version 2 on a video does not count as input; with version 1 it does, and that is said."""
    with watched(tmp_path, monkeypatch, wl_seat=7, ext_idle_notifier_v1=version, org_kde_kwin_idle=1) as it:
        opcode, (_new, timeout_ms, seat) = it.asked()

        assert (opcode, timeout_ms, seat) == (version, 1000, it.compositor.made["wl_seat"])
        assert "ext-idle-notify" in it.watch.capability().how
        assert ("video" in it.watch.capability().how) == (version == 1)


def test_the_older_protocol_is_asked_where_there_is_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its arguments stand in another order."""
    with watched(tmp_path, monkeypatch, wl_seat=7, org_kde_kwin_idle=1) as it:
        opcode, (_new, seat, timeout_ms) = it.asked()

        assert (opcode, seat, timeout_ms) == (0, it.compositor.made["wl_seat"], 1000)
        assert "video" in it.watch.capability().how


def test_time_is_counted_from_the_last_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The word comes a second after it; while somebody types, the last input was just now."""
    with watched(tmp_path, monkeypatch, wl_seat=1, ext_idle_notifier_v1=2) as it:
        it.now_s = 110.0
        assert it.watch.idle_ms() == 0
        it.told(IDLED)
        assert it.watch.idle_ms() == 1000
        it.now_s = 410.0
        assert it.watch.idle_ms() == 301_000
        it.told(RESUMED)
        assert it.watch.idle_ms() == 0
        it.now_s = 410.75
        assert it.watch.idle_ms() == 750
        it.now_s = 430.0
        assert it.watch.idle_ms() == 0


@pytest.mark.parametrize(
    ("offers", "why"),
    [({"ext_idle_notifier_v1": 2}, "neither keyboard nor mouse"), ({"wl_seat": 7}, "neither ext-idle-notify")],
)
def test_a_compositor_that_does_not_tell_is_said_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, offers: dict[str, int], why: str
) -> None:
    """No idle time is made up."""
    with watched(tmp_path, monkeypatch, **offers) as it:
        assert it.watch.idle_ms() is None
        assert not it.watch.capability().works
        assert why in it.watch.capability().how
