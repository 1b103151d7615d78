"""What it costs the agent to count input and to know of calls."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.hand import counting_rows, cpu_share
from benchmarks.process import rss_mb
from benchmarks.row import Row
from stage.actor_client import ActorClient
from stage.at_work import AgentAtWork
from stage.sound import Sound
from stage.xserver import XServer

MIDDLE = (600, 400)


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
        yield from counting_rows(agent.pid, screen.display, over=MIDDLE)
        sound.record("zoom")
        work.await_status(lambda status: status.state == "call")
        yield Row(what="CPU in a call", figure=cpu_share(agent.pid, None)[0], target=0.05, unit="% core")
        yield Row(what="agent memory, counting and in a call", figure=rss_mb(agent.pid), target=48, unit="MB")
        work.stop(agent)
