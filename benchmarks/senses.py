"""What it costs the agent to count input and to know of calls."""

import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from Xlib import X
from Xlib.display import Display
from Xlib.ext import xtest

from benchmarks.process import cpu_s, rss_mb
from benchmarks.row import Row
from core.clock import steady_s
from stage.actor_client import ActorClient
from stage.at_work import AgentAtWork
from stage.sound import Sound
from stage.xserver import XServer

WATCH_S = 30
PER_SECOND = 500
WHEEL_UP = 4
_pacing = threading.Event()


def rows() -> Iterator[Row]:
    """With counts on, a window in the middle of the screen, and a sound server."""
    with (
        tempfile.TemporaryDirectory() as home,
        XServer(window_manager="openbox") as screen,
        Sound() as sound,
        ActorClient(screen.environment()) as actor,
    ):
        work = AgentAtWork(screen.environment() | {"PULSE_SERVER": sound.address}, Path(home))
        work.set("input_counts = true")
        work.accept_notice()
        actor.open("w", app="Program", title="Window")
        actor.activate("w")
        agent = work.record()
        hand = _Hand(screen.display)
        for what, move in (("moves of the mouse", hand.move), ("notches of the wheel", hand.scroll)):
            share, per_second = _cpu_share(agent.pid, move)
            yield Row(
                what=f"counting input: CPU with {PER_SECOND} {what} a second",
                figure=share,
                target=3,
                unit="% core",
                beside=f"{per_second:.0f} a second made",
            )
        sound.record("zoom")
        work.await_status(lambda status: status.state == "call")
        yield Row(what="CPU in a call", figure=_cpu_share(agent.pid, None)[0], target=0.05, unit="% core")
        yield Row(what="agent memory, counting and in a call", figure=rss_mb(agent.pid), target=48, unit="MB")
        hand.close()
        work.stop(agent)


def _cpu_share(pid: int, act: Callable[[], None] | None) -> tuple[float, float]:
    """Per cent of a core while `act` is done again and again, and how often a second that was."""
    began, used, done = steady_s(), cpu_s(pid), 0
    while (passed := steady_s() - began) < WATCH_S:
        if act is not None and done < passed * PER_SECOND:
            act()
            done += 1
        else:
            _pacing.wait(0.5 / PER_SECOND if act else WATCH_S - passed)
    return 100 * (cpu_s(pid) - used) / (steady_s() - began), done / passed


class _Hand:
    """Moves and scrolls on one screen by XTEST, which the server sends on like any mouse."""

    def __init__(self, display: str) -> None:
        self._display = Display(display)
        self._moved = 0

    def move(self) -> None:
        self._moved += 1
        self._fake(X.MotionNotify, x=600 + self._moved % 80, y=400)

    def scroll(self) -> None:
        self._fake(X.ButtonPress, detail=WHEEL_UP)
        self._fake(X.ButtonRelease, detail=WHEEL_UP)

    def close(self) -> None:
        self._display.close()

    def _fake(self, kind: int, **of: int) -> None:
        xtest.fake_input(self._display, kind, **of)
        self._display.flush()
