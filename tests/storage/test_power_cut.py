"""The power fails while the record is written: nothing that was acknowledged is lost, and nothing is broken.

What the record really does, statement by statement and with its own settings, is done once more on a disk that
remembers how it was written to.
"""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from agent.heartbeat import Folding
from agent.recorder import Recorder
from core.period import DayStarts
from storage.engine import PRAGMAS, transaction
from storage.health import diagnose
from storage.meta import MODE, write_fact
from tests.factories import NINE, a_sample, a_span
from tests.figures import note
from tests.storage.invariants import violations
from tests.storage.power_cut import Disk, dump, replay
from tests.storage.records import Kept, kept_in

POINTS = 300
SAVES = 120
FEW_PAGES = "wal_autocheckpoint=40"
"""So that the log is handed back often enough to be cut in the middle of that, too."""


@dataclass(frozen=True, slots=True)
class Work:
    """What a day of recording did."""

    start: dict[str, bytes]
    """The files before it, by ending."""
    transactions: list[list[str]]


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Work:
    """Two days through the recorder, with a save every quarter of an hour, totals built, and a pause noted."""
    with kept_in(tmp_path_factory.mktemp("work")) as kept:
        kept.write(*(a_span(NINE - (n + 1) * 60_000, seconds=30, title=f"Yesterday {n}") for n in range(300)))
        kept.engine.dispose()
        start = {"": kept.file.read_bytes()}
        transactions = list(_transactions(kept))
    return Work(start, transactions)


def _transactions(kept: Kept) -> Iterator[list[str]]:
    """The statements of each transaction, as SQLite was given them."""
    seen: list[str] = []
    with kept.engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.set_trace_callback(seen.append)
    _record(kept)
    raw.set_trace_callback(None)
    under_way: list[str] = []
    for statement in seen:
        under_way.append(statement)
        if statement == "COMMIT":
            yield under_way
            under_way = []


def _record(kept: Kept) -> None:
    chance = random.Random(7)
    recorder = Recorder(kept.record.write, Folding(idle_threshold_ms=300_000, day_starts=DayStarts()))
    at_ms = NINE
    for save in range(SAVES):
        for _ in range(60):
            at_ms += 15_000 if save % 40 else 3_600
            idle_ms = 400_000 if chance.random() < 0.05 else 0
            recorder.observe(a_sample(at_ms, title=f"Document {chance.randrange(900)}", idle_ms=idle_ms))
        recorder.save()
        if save % 30 == 20:
            kept.build(at_ms)
            with transaction(kept.engine) as connection:
                write_fact(connection, MODE, f'{{"name": "paused", "until_ms": {at_ms}}}')
    assert recorder.warning is None


@dataclass
class Found:
    """What was found after all the cuts."""

    broken: int = 0
    lost: int = 0
    """Cuts after which something acknowledged was missing."""
    in_checkpoints: int = 0
    """Cuts with writes to the record itself under way, not to its log alone."""


def cuts(work: Work, folder: Path, *pragmas: str) -> Found:
    """Cut the power at so many points, and open what is left as the next agent would."""
    replayed, cut = folder / "replayed.db", folder / "cut.db"
    replayed.write_bytes(work.start[""])
    disk, states = replay(replayed, (*PRAGMAS, FEW_PAGES, *pragmas), work.transactions)
    chance = random.Random(300)
    found = Found()
    for point in sorted(chance.sample(range(len(disk.log)), POINTS)):
        for path in folder.glob("cut.db*"):
            path.unlink()
        for ending, content in disk.after_cut(work.start, point, chance).items():
            cut.with_name(cut.name + ending).write_bytes(content)
        found.in_checkpoints += _is_in_checkpoint(disk, point)
        left = _left_in(cut)
        acknowledged = disk.acknowledged(point)
        found.broken += left is None
        found.lost += left is not None and left not in states[acknowledged : acknowledged + 2]
    return found


def _is_in_checkpoint(disk: Disk, point: int) -> bool:
    return any(happened.what == "write" and happened.ending == "" for happened in disk.log[max(0, point - 3) : point])


def _left_in(file: Path) -> list[str] | None:
    """Every row, or None where an invariant does not hold."""
    try:
        if diagnose(file) is not None:
            return None
        with closing(sqlite3.connect(file)) as raw:
            return None if violations(raw) else dump(raw)
    except sqlite3.DatabaseError:
        return None


def note_cuts(proof: str, found: Found) -> None:
    figures = {"broken or violated": found.broken, "lost something acknowledged": found.lost}
    note(proof, {"points": POINTS, "in the middle of a checkpoint": found.in_checkpoints, **figures})


@pytest.mark.timeout(300)
def test_a_power_cut_breaks_nothing_and_loses_nothing_acknowledged(work: Work, tmp_path: Path) -> None:
    """At 300 points of two days of recording: the record is sound, and at most the save under way is missing."""
    found = cuts(work, tmp_path)

    note_cuts("power cuts", found)
    assert (found.broken, found.lost) == (0, 0)
    assert found.in_checkpoints >= 20


@pytest.mark.timeout(300)
@pytest.mark.parametrize(("careless", "shows"), [("synchronous=normal", "lost"), ("synchronous=off", "broken")])
def test_a_careless_record_would_be_found_out(work: Work, tmp_path: Path, careless: str, shows: str) -> None:
    """The same cuts, with settings that sync less: the simulation is not blind."""
    found = cuts(work, tmp_path, careless)

    note_cuts(f"power cuts with {careless}", found)
    assert getattr(found, shows) >= 20
    assert (found.broken > 0) is (careless == "synchronous=off")
