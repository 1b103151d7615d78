"""The closed tray: what it holds before a window was opened."""

import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

from benchmarks.process import cpu_s, rss_mb
from benchmarks.row import Row
from core.clock import steady_s
from stage.at_work import AgentAtWork
from stage.xserver import XServer

SETTLE_S = 8
WATCH_S = 20
_watching = threading.Event()


def rows() -> Iterator[Row]:
    """Memory and cost of the tray while nobody looks at it."""
    with tempfile.TemporaryDirectory() as home, XServer(window_manager="openbox", tray=True) as screen:
        work = AgentAtWork(screen.environment(), Path(home))
        work.accept_notice()
        agent = work.record()
        tray = work.start_tray()
        _watching.wait(SETTLE_S)
        began, used = steady_s(), cpu_s(tray.pid)
        _watching.wait(WATCH_S)
        share = 100 * (cpu_s(tray.pid) - used) / (steady_s() - began)
        yield Row(what="closed tray memory", figure=rss_mb(tray.pid), target=75, unit="MB")
        yield Row(what="closed tray CPU", figure=share, target=0.5, unit="% core")
        tray.terminate()
        work.stop(agent)
        work.close()
