"""Windows that come, go and change by the thousand, for any desktop and any windows; judges what a back-end sees."""

import gc
import threading
from collections.abc import Callable

import psutil

from agent.platforms.protocols import Desktop
from core.clock import steady_s
from stage.actor_client import ActorClient
from tests.desktop import await_sight, open_files, shows, shows_nothing

CHURN_S = 20.0
AT_ONCE = 4
GONE_WITHIN_S = 2.0
"""A desktop learns of the end of a window a little after its program."""
FIRST_CHANGES, CHANGES = 1000, 10_000
MIB = 1 << 20


class _Churn:
    """Opens and closes windows in a thread of its own, as fast as they can."""

    def __init__(self, actor: ActorClient) -> None:
        self._actor = actor
        self.over = threading.Event()
        self.ended_s: dict[str, float] = {}
        """When each window was closed, by its title."""

    def run(self) -> None:
        until, number = steady_s() + CHURN_S, 0
        try:
            while steady_s() < until:
                self._actor.open(str(number), app=f"churn{number}", title=str(number))
                number += 1
                if number > AT_ONCE:
                    self._close(number - AT_ONCE - 1)
            for left in range(max(0, number - AT_ONCE), number):
                self._close(left)
        finally:
            self.over.set()

    def _close(self, number: int) -> None:
        self._actor.close(str(number))
        self.ended_s[str(number)] = steady_s()


def watch_them_come_and_go(actor: ActorClient, desktop: Desktop) -> None:
    """Look flat out for twenty seconds: no look may raise, and no window be seen after its end."""
    seen: list[tuple[float, str]] = []
    churn = _Churn(actor)
    churning = threading.Thread(target=churn.run)
    churning.start()
    while not churn.over.is_set():
        began_s = steady_s()
        window = desktop.look().window
        if window is not None:
            seen.append((began_s, window.title))
    churning.join()
    ended_s = churn.ended_s

    assert len(ended_s) > 100
    assert len({title for _at, title in seen}) > 50
    assert [(at, title) for at, title in seen if at > ended_s.get(title, at) + GONE_WITHIN_S] == []
    await_sight(desktop, shows_nothing)


def watch_ten_thousand_changes(actor: ActorClient, desktop: Desktop) -> None:
    """Each must be seen, and they may take neither memory nor files."""
    actor.open("a", app="claims", title="start")
    await_sight(desktop, shows("claims", "start"))

    def change(number: int) -> None:
        actor.truths.clear()  # else ten thousand of them are what is measured
        actor.retitle("a", f"title {number}")
        await_sight(desktop, shows("claims", f"title {number}"))

    leaves_nothing_behind(change, CHANGES)


def leaves_nothing_behind(change: Callable[[int], None], times: int) -> None:
    """Of so many changes, in memory and open files; a few before them may fill what is kept once."""

    def footprint() -> tuple[int, int]:
        gc.collect()
        return open_files(), psutil.Process().memory_info().rss

    for number in range(FIRST_CHANGES):
        change(number)
    files, memory = footprint()
    for number in range(times):
        change(number)
    files_after, memory_after = footprint()

    assert files == files_after
    assert memory_after - memory < MIB
