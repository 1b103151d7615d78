"""The real agent is killed while it writes, again and again: nothing that it acknowledged is lost."""

import random
import shutil
import signal
import socket
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import pytest

from agent.control import Request
from core.clock import steady_s
from stage.actor_client import ActorClient
from stage.at_work import AgentAtWork
from stage.xserver import XServer
from storage.aside import remove
from storage.engine import open_for_writing
from tests.figures import note, percentile
from tests.storage.invariants import violations

WINDOWS = 3


@dataclass
class Found:
    """What was acknowledged, and what stood in the record after each kill."""

    acknowledged: dict[int, int] = field(default_factory=dict)
    """Milliseconds of each span that stood in the record when a save was acknowledged, by start."""
    saves: int = 0
    under_way: int = 0
    """Kills that came before the answer to the save that was asked for last."""
    lost: set[int] = field(default_factory=set)
    violations: list[str] = field(default_factory=list)
    reopened_ms: list[float] = field(default_factory=list)

    def acknowledge(self, work: AgentAtWork) -> None:
        work.save()
        self.saves += 1
        for start, observed in work.rows("SELECT start_ms, observed_ms FROM span"):
            self.acknowledged[start] = max(observed, self.acknowledged.get(start, 0))

    def look_into(self, record: Path, folder: Path) -> None:
        """Open a copy of what the kill left, as the next agent opens the record itself."""
        copy = folder / "copy.db"
        for ending in ("", "-wal"):
            shutil.copyfile(f"{record}{ending}", f"{copy}{ending}")
        began_s = steady_s()
        engine = open_for_writing(copy)
        engine.connect().close()
        self.reopened_ms.append((steady_s() - began_s) * 1000)
        engine.dispose()
        with closing(sqlite3.connect(copy)) as raw:
            self.violations += violations(raw)
            stored = dict(raw.execute("SELECT start_ms, observed_ms FROM span"))
        remove(copy)
        self.lost |= {start for start, observed in self.acknowledged.items() if stored.get(start, 0) < observed}


def ask_to_save(work: AgentAtWork) -> socket.socket:
    """Without waiting for the answer."""
    asking = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    asking.connect(str(work.paths.socket))
    asking.sendall(msgspec.json.encode(Request("save")) + b"\n")
    return asking


def is_answered(asking: socket.socket) -> bool:
    """Whether the agent answered before it died."""
    try:
        return bool(asking.recv(1))
    except ConnectionResetError:
        return False


@pytest.mark.parametrize(
    "kills",
    [
        pytest.param(50, marks=pytest.mark.timeout(900)),
        pytest.param(1000, marks=[pytest.mark.slow, pytest.mark.timeout(14_400)]),
    ],
)
def test_kills_lose_nothing_acknowledged(work: AgentAtWork, screen: XServer, tmp_path: Path, kills: int) -> None:
    """After each kill -9 under a save: every acknowledged span is there, and every invariant of the record holds."""
    choice = random.Random(kills)
    work.accept_notice()
    found = Found()
    folder = tmp_path / "copies"
    folder.mkdir()
    with ActorClient(screen.environment()) as actor:
        for number in range(WINDOWS):
            actor.open(f"w{number}", app=f"Program{number}", title="Window")
        for _kill in range(kills):
            agent = work.record()
            for _switch in range(choice.randrange(1, 4)):
                actor.activate(f"w{choice.randrange(WINDOWS)}")
                actor.rest(choice.random() / 50)
            found.acknowledge(work)
            actor.activate(f"w{choice.randrange(WINDOWS)}")
            with ask_to_save(work) as asking:
                actor.rest(choice.random() / 200)
                work.stop(agent, by=signal.SIGKILL)
                found.under_way += not is_answered(asking)
            found.look_into(work.paths.record, folder)

    note(
        f"{kills} kills",
        {
            "saves acknowledged": found.saves,
            "spans acknowledged": len(found.acknowledged),
            "kills under a save": found.under_way,
            "spans lost": len(found.lost),
            "violations": len(found.violations),
            "reopen p50 ms": round(percentile(found.reopened_ms, 50), 1),
            "reopen p99 ms": round(percentile(found.reopened_ms, 99), 1),
        },
    )
    assert found.lost == set()
    assert found.violations == []
    assert {why for (why,) in work.rows("SELECT why FROM gap")} == {"crashed"}
    assert len(found.acknowledged) >= kills
    assert found.under_way > 0
