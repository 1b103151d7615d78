"""`python -m benchmarks.desktops`: the agent on every Wayland desktop and under Wine, with the same script."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from benchmarks import windows
from benchmarks.process import rss_mb
from benchmarks.row import Row
from benchmarks.session import Session, open_windows
from stage.actor_client import ActorClient
from stage.at_work import AgentAtWork
from stage.compositor import KWIN, SWAY, Compositor
from stage.gnome import GnomeShell
from stage.wayland_hands import hands_on

REST_S = 30
BUSY_S = 60
SETTLED_AFTER_S = 5
QT_ON_WAYLAND = {"QT_QPA_PLATFORM": "wayland", "QT_LOGGING_RULES": "qt.qpa.wayland*=false"}


def main() -> int:
    """Print the table; the exit code is 0 even where a target is missed: the machines are noisy."""
    for screen in (Compositor(SWAY), Compositor(KWIN), GnomeShell()):
        for row in rows(screen):
            print(row.line(), flush=True)
    for row in windows.rows(REST_S, BUSY_S):
        print(row.line(), flush=True)
    return 0


def rows(made: Compositor | GnomeShell) -> Iterator[Row]:
    """Every figure of one desktop, as soon as it is known."""
    with (
        made as screen,
        tempfile.TemporaryDirectory() as home,
        ActorClient(screen.environment(**QT_ON_WAYLAND), "stage.qt_actor") as actor,
        closing(AgentAtWork(screen.environment(), Path(home))) as work,
    ):
        work.accept_notice()
        open_windows(actor)
        hands = hands_on(screen)

        def to_front(app: str) -> None:
            hands.activate(app)
            actor.await_front(app)

        agent = work.record()
        actor.rest(SETTLED_AFTER_S)
        session = Session(actor, agent.pid, to_front, screen.name)
        yield session.at_rest(REST_S)
        yield from session.busy(BUSY_S)
        yield from session.exactness(work.saved_timeline)
        yield Row(what=f"{screen.name}: agent memory", figure=rss_mb(agent.pid), target=48, unit="MB")


if __name__ == "__main__":
    sys.exit(main())
