"""The agent under Wine, with the same script as on every other desktop; never a real Windows."""

import threading
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from benchmarks.hand import counting_rows
from benchmarks.process import rss_mb
from benchmarks.row import Row
from benchmarks.session import WINDOWS, Session
from core.clock import now_ms
from stage.actor_messages import Truth
from stage.wine import WineStage
from stage.xserver import XServer
from tests.agent.platforms.windows_cast import Program, WindowsCast
from tests.windows.desk import WindowsDesk

WINDOW = "a"
IN_A_WINDOW = (300, 250)
_pacing = threading.Event()


class WindowsActor:
    """One program for each window; what it does is true from that moment on."""

    def __init__(self, cast: WindowsCast) -> None:
        self.truths: list[Truth] = []
        self._titles = {app: f"The {app}" for app in WINDOWS}
        self._front = ""
        self._programs: dict[str, Program] = {}
        for app, title in self._titles.items():
            program = self._programs[app] = cast.program(app)
            program.do("tell")
            program.open(WINDOW, title)

    def retitle(self, window: str, title: str) -> None:
        self._titles[window] = title
        self._programs[window].retitle(WINDOW, title)
        self._note("title", window)

    def to_front(self, app: str) -> None:
        self._programs[app].front(WINDOW)
        self._front = app
        self._note("focus", app)

    def rest(self, seconds: float) -> None:
        _pacing.wait(seconds)

    def _note(self, saw: Any, app: str) -> None:
        self.truths.append(
            Truth(saw=saw, at_ms=now_ms(), window=app, app=app, title=self._titles[app], in_front=app == self._front)
        )


def rows(rest_s: float, busy_s: float) -> Iterator[Row]:
    """What the process writes is not told: Wine's server writes for it."""
    with XServer() as screen, WineStage(screen) as stage, closing(WindowsDesk(stage, "bench")) as desk:
        cast = WindowsCast(stage)
        actor = WindowsActor(cast)
        desk.accept_notice()
        agent = desk.record()
        for app in WINDOWS:  # under Wine, programs that ran before learn late that somebody listens
            actor.to_front(app)
            actor.rest(1.5)
        session = Session(actor, agent.pid, actor.to_front, "windows")
        yield session.at_rest(rest_s)
        yield from (row for row in session.busy(busy_s) if row.unit != "MB")
        yield from session.exactness(lambda: _saved(desk))
        yield Row(what="windows: agent memory", figure=rss_mb(agent.pid), target=48, unit="MB")
        desk.done("stop")
        desk.set("input_counts = true\n")
        desk.accept_notice()
        agent = desk.record()
        yield from counting_rows(agent.pid, screen.display, over=IN_A_WINDOW, desktop="windows")
        cast.leave()


def _saved(desk: WindowsDesk) -> list[dict[str, Any]]:
    spans: list[dict[str, Any]] = desk.json("timeline")["spans"]
    return spans
