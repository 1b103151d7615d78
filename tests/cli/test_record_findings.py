"""What is made of the record, its backups, its disk and its clock."""

from datetime import date
from functools import partial
from pathlib import Path

import pytest

from cli import record_findings
from cli.finding import Level
from cli.record_findings import (
    MIB,
    backup_finding,
    clock_finding,
    disk_finding,
    loss_findings,
    record_finding,
    room_finding,
)
from storage.losses import Loss
from storage.overview import Overview
from storage.place import refuse_network
from tests.factories import NINE
from tests.storage.records import kept_in

IN_STEP = Overview(until_ms=NINE, losses=())


def test_a_record_that_is_missing_or_unsound_is_a_failure(tmp_path: Path) -> None:
    """And a sound one is not."""
    with kept_in(tmp_path) as kept:
        file = kept.file
    sound = record_finding(file)
    file.write_bytes(b"")

    assert sound.level is Level.OK
    assert record_finding(file).what == "The record is empty"
    assert record_finding(file).level is Level.FAIL
    assert record_finding(tmp_path / "none.db").what == "There is no record yet"
    assert record_finding(tmp_path / "none.db").level is Level.FAIL


def test_a_record_on_a_network_share_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the way out, before anything is looked for there."""
    mounts = tmp_path / "mounts"
    mounts.write_text(f"server:/homes {tmp_path} nfs4 rw 0 0\n", encoding="ascii")
    monkeypatch.setattr(record_findings, "refuse_network", partial(refuse_network, mounts=mounts))

    found = record_finding(tmp_path / "record.db")

    assert found.level is Level.FAIL
    assert "network share (nfs4)" in found.what
    assert "ENGINEROOM_HOME" in found.remedy


@pytest.mark.parametrize(
    ("made_on", "level"),
    [
        ((), Level.WARN),
        (("2026-03-02",), Level.OK),
        (("2026-03-01", "2026-02-20"), Level.OK),
        (("2026-02-28",), Level.WARN),
    ],
)
def test_old_backups_are_told(made_on: tuple[str, ...], level: Level, tmp_path: Path) -> None:
    """The newest counts; one from yesterday is new enough."""
    for day in made_on:
        (tmp_path / f"record-{day}.db").touch()

    assert backup_finding(tmp_path, date(2026, 3, 2)).level is level


@pytest.mark.parametrize(("free", "level"), [(19, Level.FAIL), (20, Level.WARN), (499, Level.WARN), (500, Level.OK)])
def test_a_full_disk_is_a_failure(free: int, level: Level) -> None:
    """And one that is nearly full a warning."""
    assert room_finding(free * MIB).level is level


def test_the_disk_is_looked_at_before_there_is_a_folder(tmp_path: Path) -> None:
    """A first start asks too."""
    assert disk_finding(tmp_path / "to" / "be" / "made").about == "disk"


@pytest.mark.parametrize(
    ("ahead_ms", "synchronised", "level", "word"),
    [
        (0, True, Level.OK, "over the network"),
        (0, None, Level.OK, "In step"),
        (60_000, True, Level.OK, "over the network"),
        (60_001, True, Level.WARN, "2026-03-02 09:01"),
        (0, False, Level.WARN, "Nothing keeps"),
    ],
)
def test_a_clock_that_cannot_be_right_is_told(
    ahead_ms: int, synchronised: bool | None, level: Level, word: str
) -> None:
    """A record that ends in the future was written by a clock that was ahead, or this one is behind."""
    found = clock_finding(Overview(until_ms=NINE + ahead_ms, losses=()), NINE, synchronised=synchronised)

    assert found.level is level
    assert word in found.what


def test_what_was_lost_is_told_until_it_was_read() -> None:
    """With the way to put it away."""
    loss = Loss(
        at_ms=NINE,
        reason="is damaged",
        aside=None,
        backup=None,
        spans_saved=3,
        complete_until_ms=0,
        acknowledged_ms=None,
    )

    [found] = loss_findings(Overview(until_ms=NINE, losses=(loss,)))

    assert found.level is Level.WARN
    assert "it is damaged" in found.what
    assert "--acknowledge" in found.remedy
    assert list(loss_findings(IN_STEP)) == []
