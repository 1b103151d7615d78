"""One scripted session of windows in front of a recording agent, whatever the desktop: its cost and its exactness."""

import random
import statistics
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import groupby, pairwise
from typing import Any, Protocol

from agent.loop import SAVE_EVERY_MS
from benchmarks.process import cpu_s, written_mb
from benchmarks.row import Row
from core.clock import steady_s
from stage.actor_client import ActorClient
from stage.actor_messages import Truth

WINDOWS = ("letters", "ledger", "claims")
SWITCH_EVERY_S = 5
CHANGES = 60
SECONDS_PER_HOUR = 3600


class Actor(Protocol):
    """Has windows, each known by its app, and tells what it saw of them."""

    @property
    def truths(self) -> list[Truth]: ...
    def retitle(self, window: str, title: str) -> object: ...
    def rest(self, seconds: float) -> None: ...


class Session:
    """Windows of one actor, each known by its app, and the agent process that records them."""

    def __init__(self, actor: Actor, pid: int, to_front: Callable[[str], object], desktop: str = "") -> None:
        """`to_front` brings the window of an app to the front; `desktop` is named in each row."""
        self._actor = actor
        self._pid = pid
        self._to_front = to_front
        self._prefix = f"{desktop}: " if desktop else ""

    def at_rest(self, seconds: float) -> Row:
        """While nothing changes."""
        began, used = steady_s(), cpu_s(self._pid)
        self._actor.rest(seconds)
        share = 100 * (cpu_s(self._pid) - used) / (steady_s() - began)
        return Row(what=f"{self._prefix}CPU at rest", figure=share, target=0.05, unit="% core")

    def busy(self, seconds: float) -> Iterator[Row]:
        """A switch every five seconds among windows that were seen before, and 30 new titles an hour."""
        for app in WINDOWS:
            self._to_front(app)
        self._actor.rest(SAVE_EVERY_MS / 1000 + 1)
        self._actor.retitle(WINDOWS[0], "A letter nobody has written yet")
        began, used, written = steady_s(), cpu_s(self._pid), written_mb(self._pid)
        for switch in range(round(seconds / SWITCH_EVERY_S)):
            self._to_front(WINDOWS[switch % len(WINDOWS)])
            self._actor.rest(SWITCH_EVERY_S)
        took = steady_s() - began
        share = 100 * (cpu_s(self._pid) - used) / took
        yield Row(what=f"{self._prefix}CPU with a switch every 5 s", figure=share, target=0.2, unit="% core")
        per_hour = (written_mb(self._pid) - written) * SECONDS_PER_HOUR / took
        yield Row(what=f"{self._prefix}written per busy hour", figure=per_hour, target=4, unit="MB")

    def exactness(self, timeline: Callable[[], Sequence[dict[str, Any]]]) -> Iterator[Row]:
        """Scripted changes against the windows' own focus events; `timeline` is what was recorded, saved first."""
        choice = random.Random(1)
        told = len(self._actor.truths)
        for change in range(CHANGES):
            app = WINDOWS[change % len(WINDOWS)]
            if choice.random() < 0.3:
                self._actor.retitle(app, f"Case {change}")
            self._to_front(app)
            self._actor.rest(0.3 + choice.random() * 1.2)
        recorded = [(span["app"], span["title"], _ms(span["start"])) for span in timeline()]
        errors: list[int] = []
        missed = 0
        for (visit, since), (_next, until) in pairwise(_visits(self._actor.truths[told:])):
            starts = [start for app, title, start in recorded if (app, title) == visit]
            near = [abs(start - since) for start in starts if abs(start - since) < until - since]
            errors += [min(near)] if near else []
            missed += not near and until - since > 1000
        what = f"{self._prefix}focus change to recorded start, median"
        yield Row(what=what, figure=statistics.median(errors), target=20, unit="ms")
        what = f"{self._prefix}mean error of span boundaries"
        yield Row(what=what, figure=statistics.mean(errors), target=50, unit="ms")
        yield Row(what=f"{self._prefix}visits longer than 1 s missed", figure=missed, target=0, unit="visits")


def open_windows(actor: ActorClient) -> None:
    for app in WINDOWS:
        actor.open(app, app=app, title=f"The {app}")


def _visits(truths: list[Truth]) -> list[tuple[tuple[str, str], int]]:
    told = [
        ((truth.app.lower(), truth.title), truth.at_ms)
        for truth in truths
        if truth.saw == "focus" or (truth.saw == "title" and truth.in_front)
    ]
    return [next(group) for _visit, group in groupby(told, key=lambda pair: pair[0])]


def _ms(text: str) -> int:
    return round(datetime.fromisoformat(text).timestamp() * 1000)
