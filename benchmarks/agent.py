"""The agent on a real screen: what it costs at rest and at work, how fast and how exact it is."""

import random
import statistics
import tempfile
from collections.abc import Iterator
from datetime import datetime
from itertools import groupby, pairwise
from pathlib import Path

from agent.loop import SAVE_EVERY_MS
from benchmarks.process import cpu_s, rss_mb, written_mb
from benchmarks.row import Row
from core.clock import now_ms, steady_s
from stage.actor_client import ActorClient
from stage.actor_messages import Truth
from stage.at_work import AgentAtWork
from stage.xserver import XServer

REST_S = 60
BUSY_S = 120
SWITCH_EVERY_S = 5
CHANGES = 60
SECONDS_PER_HOUR = 3600


def rows() -> Iterator[Row]:
    """Every figure of the agent, as soon as it is known."""
    with tempfile.TemporaryDirectory() as home, XServer(window_manager="openbox") as screen:
        work = AgentAtWork(screen.environment(), Path(home))
        work.accept_notice()
        with ActorClient(screen.environment()) as actor:
            for number in range(3):
                actor.open(f"w{number}", app=f"Program{number}", title=f"Window {number}")
                actor.activate(f"w{number}")
            started_ms = now_ms()
            agent = work.start()
            first = work.await_status(lambda status: status.last_sample_ms is not None).last_sample_ms or 0
            yield Row(what="first sample after start", figure=(first - started_ms) / 1000, target=1.5, unit="s")
            actor.rest(3)
            yield Row(what="CPU at rest", figure=_cpu_share(agent.pid, actor, REST_S), target=0.05, unit="% core")
            yield from _busy(agent.pid, actor)
            yield from _exactness(work, actor)
            yield Row(what="agent memory", figure=rss_mb(agent.pid), target=48, unit="MB")
        work.stop(agent)


def _cpu_share(pid: int, actor: ActorClient, seconds: float) -> float:
    """Per cent of a core over so many seconds in which nothing changes."""
    began, used = steady_s(), cpu_s(pid)
    actor.rest(seconds)
    return 100 * (cpu_s(pid) - used) / (steady_s() - began)


def _busy(pid: int, actor: ActorClient) -> Iterator[Row]:
    """A switch every five seconds among windows that were seen before, and 30 new titles an hour."""
    for number in range(3):
        actor.activate(f"w{number}")
    actor.rest(SAVE_EVERY_MS / 1000 + 1)
    actor.retitle("w0", "A letter nobody has written yet")
    began, used, written = steady_s(), cpu_s(pid), written_mb(pid)
    for switch in range(BUSY_S // SWITCH_EVERY_S):
        actor.activate(f"w{switch % 3}")
        actor.rest(SWITCH_EVERY_S)
    took = steady_s() - began
    share = 100 * (cpu_s(pid) - used) / took
    yield Row(what="CPU with a switch every 5 s", figure=share, target=0.2, unit="% core")
    per_hour = (written_mb(pid) - written) * SECONDS_PER_HOUR / took
    yield Row(what="written per busy hour", figure=per_hour, target=4, unit="MB")


def _exactness(work: AgentAtWork, actor: ActorClient) -> Iterator[Row]:
    """Scripted changes against the windows' own focus events."""
    choice = random.Random(1)
    told = len(actor.truths)
    for change in range(CHANGES):
        window = f"w{change % 3}"
        if choice.random() < 0.3:
            actor.retitle(window, f"Case {change}")
        actor.activate(window)
        actor.rest(0.3 + choice.random() * 1.2)
    work.save()
    truths = _visits(actor.truths[told:])
    recorded = [(s["app"], s["title"], _ms(s["start"])) for s in work.json("timeline")["spans"]]
    errors: list[int] = []
    missed = 0
    for (visit, since), (_next, until) in pairwise(truths):
        starts = [start for app, title, start in recorded if (app, title) == visit]
        near = [abs(start - since) for start in starts if abs(start - since) < until - since]
        errors += [min(near)] if near else []
        missed += not near and until - since > 1000
    yield Row(what="focus change to recorded start, median", figure=statistics.median(errors), target=20, unit="ms")
    yield Row(what="mean error of span boundaries", figure=statistics.mean(errors), target=50, unit="ms")
    yield Row(what="visits longer than 1 s missed", figure=missed, target=0, unit="visits")


def _visits(truths: list[Truth]) -> list[tuple[tuple[str, str], int]]:
    told = [
        ((truth.app.lower(), truth.title), truth.at_ms)
        for truth in truths
        if truth.saw == "focus" or (truth.saw == "title" and truth.in_front)
    ]
    return [next(group) for _visit, group in groupby(told, key=lambda pair: pair[0])]


def _ms(text: str) -> int:
    return round(datetime.fromisoformat(text).timestamp() * 1000)
