"""The record survives what happens to disks, through the real agent process and its commands."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from agent.control import Status
from core.clock import local_time, now_ms
from stage.actor_client import ActorClient
from stage.at_work import AgentAtWork
from stage.xserver import XServer
from tests.end_to_end.showing import show
from tests.storage.damage import pages_of, zero
from tests.storage.disks import filled, small_disk


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "disk", 2) as folder:
        yield folder


@pytest.fixture
def actor(screen: XServer) -> Iterator[ActorClient]:
    with ActorClient(screen.environment()) as client:
        yield client


def saved(work: AgentAtWork, holds: Callable[[Status], bool]) -> Status:
    """Have the agent save until what it says of itself holds."""
    answers = [work.save()]
    while not holds(answers[-1]) and len(answers) < 20:
        answers.append(work.save())
    assert holds(answers[-1]), answers[-1]
    return answers[-1]


def is_writing(status: Status) -> bool:
    """Whether nothing waits in memory; the day's backup may still wait for better times."""
    return not any(warning.startswith("The record cannot be used") for warning in status.warnings)


def titles(work: AgentAtWork) -> set[str]:
    return {title for (title,) in work.rows("SELECT title FROM span JOIN context USING (ctx_id)")}


def test_a_damaged_record_is_kept_rebuilt_and_told_of(work: AgentAtWork, actor: ActorClient) -> None:
    """By every status until it was acknowledged; commands say meanwhile what will mend it."""
    work.accept_notice()
    agent = work.record()
    show(actor, work, "Before the backup")
    assert work.command("backup").returncode == 0
    show(actor, work, "After the backup")
    work.stop(agent)
    record = work.paths.record
    zero(record, *pages_of(record, "sqlite_autoindex_context_1"), *pages_of(record, "roll_hour"))
    damaged = record.read_bytes()
    report = work.command("notice", "show")
    agent = work.record()
    told = work.status().losses
    shown = work.command("status").stdout
    acknowledged = work.json("status", "--acknowledge")
    _code, said = work.stop(agent)
    later = work.record()
    losses = work.status().losses
    work.stop(later)

    assert report.returncode == 1
    assert "is damaged" in report.stderr
    assert "start the agent" in report.stderr
    assert ["It was built again from the backup record-" in loss for loss in told] == [True]
    assert f"Warning: {told[0]} — `engineroom status --acknowledge` puts this away" in shown
    assert "the record could not be used: it is damaged" in said
    assert acknowledged["losses"] == losses == []
    assert {"Before the backup", "After the backup"} <= titles(work)
    [aside] = [path for path in record.parent.glob("record.db.aside-*") if not path.name.endswith(("-wal", "-shm"))]
    assert aside.read_bytes() == damaged
    assert work.rows("PRAGMA quick_check") == [("ok",)]


def test_without_receipts_the_notice_is_asked_for_again(work: AgentAtWork) -> None:
    """A record that was lost with nothing to build it from records nobody."""
    work.accept_notice()
    work.paths.record.write_bytes(b"Dear diary, " * 1000)

    assert work.command("agent", "--for", "1s").returncode == 3
    assert work.rows("SELECT count(*) FROM notice_receipt") == [(0,)]


def test_the_agent_makes_the_backup_of_its_day(work: AgentAtWork) -> None:
    """At its start, where none was made today; the older ones go once there are three."""
    work.accept_notice()
    backups = work.paths.backups
    work.command("backup")
    [own] = backups.iterdir()
    for day in (1, 2, 3):
        shutil.copyfile(own, backups / f"record-2026-01-0{day}.db")
    own.unlink()
    agent = work.record()
    today = f"record-{local_time(now_ms()).date()}.db"
    work.await_status(lambda _status: (backups / today).exists())
    work.stop(agent)

    assert sorted(path.name for path in backups.iterdir()) == ["record-2026-01-02.db", "record-2026-01-03.db", today]
    assert (backups / today).stat().st_mode & 0o777 == 0o600


def test_a_disk_that_fills_while_the_agent_writes(screen: XServer, actor: ActorClient, disk: Path) -> None:
    """The person is warned, recording goes on in memory, and all of it is written when there is room again."""
    work = AgentAtWork(screen.environment(), disk / "home")
    try:
        work.accept_notice()
        agent = work.record()
        work.await_status(lambda _status: any(work.paths.backups.glob("*.db")))
        show(actor, work, "While there is room")
        work.save()
        with filled(disk):
            for number in range(12):
                show(actor, work, f"Window {number} on a full disk " + "x" * 300)
            full = saved(work, lambda status: not is_writing(status))
            on_disk = titles(work)
        saved(work, is_writing)
        assert work.stop(agent) == (0, "")
    finally:
        work.close()

    assert full.mode == "recording"
    assert any("full" in warning and "make room" in warning for warning in full.warnings)
    assert "While there is room" in on_disk
    wanted = {f"Window {number} on a full disk " + "x" * 300 for number in range(12)}
    assert not wanted <= on_disk
    assert wanted | {"While there is room"} <= titles(work)
    assert work.rows("SELECT count(*) FROM gap") == [(0,)]


def test_a_record_that_somebody_else_keeps_locked(work: AgentAtWork, actor: ActorClient) -> None:
    """The agent answers and records meanwhile, and writes when the lock is gone."""
    work.accept_notice()
    agent = work.record()
    work.await_status(lambda _status: any(work.paths.backups.glob("*.db")))
    with closing(sqlite3.connect(work.paths.record, isolation_level=None, timeout=10)) as other:
        other.execute("BEGIN IMMEDIATE")
        for number in range(3):
            show(actor, work, f"Window {number} behind a lock")
        locked = work.save()
        other.execute("ROLLBACK")
    saved(work, is_writing)
    assert work.stop(agent) == (0, "")

    assert any("locked" in warning for warning in locked.warnings)
    assert {f"Window {number} behind a lock" for number in range(3)} <= titles(work)
    assert work.rows("SELECT count(*) FROM gap") == [(0,)]


def test_the_latest_backup_is_restored_and_nothing_lost_by_it(work: AgentAtWork, actor: ActorClient) -> None:
    """The record until then is kept beside it; an agent that records must stop first."""
    work.accept_notice()
    agent = work.record()
    show(actor, work, "Before the backup")
    work.command("backup")
    show(actor, work, "After the backup")
    refused = work.command("restore", "--latest")
    work.stop(agent)
    restored = work.json("restore", "--latest")
    both = work.command("restore", "--latest", "some.db")

    assert (refused.returncode, "An agent is recording" in refused.stderr) == (1, True)
    assert both.returncode == 1
    assert "Before the backup" in titles(work)
    assert "After the backup" not in titles(work)
    with closing(sqlite3.connect(restored["kept"])) as aside:
        assert aside.execute("SELECT count(*) FROM context WHERE title = 'After the backup'").fetchone() == (1,)
    assert work.command("agent", "--for", "1s").returncode == 0


def test_outside_the_working_hours_nothing_is_looked_at(work: AgentAtWork, actor: ActorClient) -> None:
    """The status says so and until when, and the notice said so before."""
    tomorrow = local_time(now_ms() + 2 * 86_400_000)
    work.set(f'working_hours = ["{tomorrow:%a} 10:00-11:00"]')
    notice = work.command("notice", "show")
    work.command("notice", "accept")
    agent = work.start()
    status = work.await_status(lambda status: status.mode == "off-hours")
    actor.open("w", app="Ledger", title="Private letter")
    actor.activate("w")
    shown = work.command("status")
    work.stop(agent)

    assert f"{tomorrow:%a} 10:00-11:00" in notice.stdout
    assert status.mode_until_ms is not None
    assert local_time(status.mode_until_ms).strftime("%a %H:%M") == f"{tomorrow:%a} 10:00"
    assert shown.stdout.startswith("Off-hours for another ")
    assert (status.app, status.last_sample_ms) == ("", None)
    assert {why for (why,) in work.rows("SELECT why FROM gap")} == {"off-hours"}
    assert work.rows("SELECT count(*) FROM span") == [(0,)]
