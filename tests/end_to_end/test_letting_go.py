"""What is erased, or kept no longer, is in no file of its person, through the real agent and its commands."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.clock import MS_PER_DAY, MS_PER_HOUR, local_time, now_ms, offset_min
from reports.shares import note_share, read_shares
from stage.actor_client import ActorClient
from stage.at_work import AgentAtWork
from stage.xserver import XServer
from storage.engine import open_for_writing
from storage.record import Batch, Record
from tests.end_to_end.showing import show
from tests.factories import a_span
from tests.reports.test_shares import a_share
from tests.storage.records import OFFICE, rules

MARKER, MARKED_APP = "Zwicky-Marker-Title", "Zwickyprogram"


@pytest.fixture
def actor(screen: XServer) -> Iterator[ActorClient]:
    with ActorClient(screen.environment()) as client:
        yield client


def test_erased_means_gone_from_every_file(work: AgentAtWork, actor: ActorClient, tmp_path: Path) -> None:
    """Neither title nor program is found in any file of this person: record, logs, backups, old copies, and so on."""
    own = tmp_path / "own.db"
    work.accept_notice()
    agent = work.record()
    show(actor, work, MARKER, app=MARKED_APP)
    refused = work.command("erase", "--all", "--yes")
    assert work.command("backup").returncode == 0
    assert work.command("backup", "--to", str(own)).returncode == 0
    work.stop(agent)
    record = work.paths.record
    for name in ("record.db.before-v3", "record.db.aside-2026-01-01T090000", "record.db-wal.left-behind"):
        shutil.copyfile(record, record.with_name(name))
    found_before = files_with_a_trace(work.home)
    kept = work.command("erase", "--all", said="n\n")
    erased = work.json("erase", "--all", "--yes")

    assert refused.returncode == 1
    assert "An agent is recording" in refused.stderr
    assert "Quit and stop recording" in refused.stderr
    assert len(found_before) == 5
    assert "Nothing was erased." in kept.stderr
    assert erased["spans"] >= 1
    assert files_with_a_trace(work.home) == []
    assert work.command("restore", str(own)).returncode == 0
    assert work.rows("SELECT count(*) FROM span") == [(0,)]
    assert files_with_a_trace(work.home) == []
    work.accept_notice()
    assert work.command("agent", "--for", "1s").returncode == 0


def files_with_a_trace(folder: Path) -> list[Path]:
    words = (MARKER.lower().encode(), MARKED_APP.lower().encode())
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return [path for path in files if any(word in path.read_bytes().lower() for word in words)]


def test_a_policy_or_setting_may_forbid_to_erase(work: AgentAtWork) -> None:
    """And says whom to ask."""
    work.set("erase_allowed = false")
    refused = work.command("erase", "--all", "--yes")

    assert refused.returncode == 1
    assert "The policy does not allow to erase" in refused.stderr


def remember(work: AgentAtWork, days_ago: int, title: str) -> None:
    """An hour of long ago, as an agent of then would have left it."""
    engine = open_for_writing(work.paths.record)
    noon_ms = (now_ms() // MS_PER_DAY - days_ago) * MS_PER_DAY + 12 * MS_PER_HOUR
    span = a_span(noon_ms, seconds=3600, app=MARKED_APP, title=title, off_min=offset_min(noon_ms))
    Record(engine, rules(OFFICE)).write(Batch(new=(span,)))
    engine.dispose()


def test_detail_that_is_kept_no_longer_goes_by_itself(work: AgentAtWork) -> None:
    """The agent builds the totals, lets go of the spans, and leaves no byte of them; the report says what it did."""
    work.accept_notice()
    remember(work, 40, MARKER)
    remember(work, 20, "Less than a month ago")
    keeping_all = work.record()
    work.await_status(lambda _status: any(work.paths.backups.glob("record-*.db")))
    work.stop(keeping_all)
    for day in ("2026-01-01", "2026-01-02"):
        work.command("backup", "--to", str(work.paths.backups / f"record-{day}.db"))
    long_aside = work.paths.record.with_name("record.db.aside-2026-01-01T090000")
    shutil.copyfile(work.paths.record, long_aside)
    os.utime(long_aside, (0, 0))
    first, last = (str(local_time(now_ms() - days * MS_PER_DAY).date()) for days in (60, 10))
    before = work.json("report", "--from", first, "--to", last, "--by", "app")
    found_before = files_with_a_trace(work.home)
    work.set("keep_spans_days = 30")
    work.accept_notice()

    agent = work.record()
    work.await_status(lambda _status: not long_aside.exists())
    work.stop(agent)

    assert len(found_before) == 5
    assert [path.name for path in work.home.rglob("*.db") if MARKER.encode() in path.read_bytes()] == []
    assert len(list(work.paths.backups.iterdir())) == 3
    assert work.rows("SELECT title FROM context WHERE title LIKE 'Less than%'") == [("Less than a month ago",)]
    assert before["rows"] == [{"key": MARKED_APP, "seconds": 7200, "active_s": 7200}]
    assert work.json("report", "--from", first, "--to", last, "--by", "app")["rows"] == before["rows"]


def test_detail_goes_though_the_log_of_shares_cannot_be_read(work: AgentAtWork) -> None:
    """No byte of it is left; the agent says what waits."""
    work.accept_notice()
    remember(work, 100, MARKER)
    work.paths.shares.mkdir()
    work.set("keep_totals_months = 1")
    work.accept_notice()
    assert len(files_with_a_trace(work.home)) >= 1
    agent = work.record()
    told = work.await_status(lambda status: any("Today's care of the record waits" in said for said in status.warnings))
    work.stop(agent)

    assert files_with_a_trace(work.home) == []
    assert any("shared.jsonl cannot be read" in said for said in told.warnings)


def test_what_was_shared_is_listed_as_long_as_totals_are_kept(work: AgentAtWork) -> None:
    """The rows of a share are totals too: those of years ago go by themselves, those of today stay."""
    today = str(local_time(now_ms()).date())
    note_share(work.paths.shares, a_share(1000, "2020-01-01"))
    note_share(work.paths.shares, a_share(2000, "2020-01-02", today))
    work.set("keep_totals_months = 1")
    work.accept_notice()
    agent = work.record()
    work.await_status(lambda _status: len(read_shares(work.paths.shares)) == 1)
    work.stop(agent)

    [share] = read_shares(work.paths.shares)
    assert [day.day for day in share.totals.days] == [today]
    assert share.forgotten == 1
