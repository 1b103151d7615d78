"""The agent on a real screen: what it costs at rest and at work, how fast and how exact it is."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.process import rss_mb
from benchmarks.row import Row
from benchmarks.session import Session, open_windows
from core.clock import now_ms
from stage.actor_client import ActorClient
from stage.at_work import AgentAtWork
from stage.xserver import XServer

REST_S = 60
BUSY_S = 120


def rows() -> Iterator[Row]:
    """Every figure of the agent, as soon as it is known."""
    with tempfile.TemporaryDirectory() as home, XServer(window_manager="openbox") as screen:
        work = AgentAtWork(screen.environment(), Path(home))
        work.accept_notice()
        with ActorClient(screen.environment()) as actor:
            open_windows(actor)
            started_ms = now_ms()
            agent = work.start()
            first = work.await_status(lambda status: status.last_sample_ms is not None).last_sample_ms or 0
            yield Row(what="first sample after start", figure=(first - started_ms) / 1000, target=1.5, unit="s")
            actor.rest(3)
            session = Session(actor, agent.pid, actor.activate)
            yield session.at_rest(REST_S)
            yield from session.busy(BUSY_S)
            yield from session.exactness(work.saved_timeline)
            yield Row(what="agent memory", figure=rss_mb(agent.pid), target=48, unit="MB")
        work.stop(agent)
