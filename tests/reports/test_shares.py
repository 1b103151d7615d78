"""What left this computer is noted row by row, for its person alone, and forgotten with the days it is about."""

import stat
import sys
from datetime import date
from pathlib import Path

import pytest

from core.errors import MachineError
from reports.shares import Share, forget_shares, note_share, read_shares
from reports.sharing import SharedDay, SharedTotals


def a_share(written_ms: int, *days: str, to: str = "/srv/team/anna.totals.json") -> Share:
    return Share(
        to=to,
        totals=SharedTotals(
            person="anna",
            device="desk-1",
            written_ms=written_ms,
            timezone="Europe/Berlin",
            idle_threshold_s=300,
            ruleset="r1",
            days=[SharedDay(day=day, recorded_s=60, not_recorded_s=5, seconds={"Work": 60}) for day in days],
        ),
    )


def test_what_was_noted_is_read_back_the_latest_first(tmp_path: Path) -> None:
    """Row by row, as it was written."""
    log = tmp_path / "data" / "shared.jsonl"
    assert read_shares(log) == ()
    first, second = a_share(1000, "2026-03-12"), a_share(2000, "2026-03-12", "2026-03-13")
    note_share(log, first)
    note_share(log, second)

    assert read_shares(log) == (second, first)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has lists of who may do what instead")
def test_nobody_else_can_read_it(tmp_path: Path) -> None:
    """From its first byte on, and after something was forgotten."""
    log = tmp_path / "shared.jsonl"
    note_share(log, a_share(1000, "2026-03-12", "2026-03-13"))
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    forget_shares(log, date(2026, 3, 13))

    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_rows_are_forgotten_with_their_days(tmp_path: Path) -> None:
    """A share of which no day is left goes altogether; what is kept stays in its order."""
    log = tmp_path / "shared.jsonl"
    note_share(log, a_share(1000, "2026-03-10", "2026-03-11"))
    note_share(log, a_share(2000, "2026-03-11", "2026-03-12"))
    note_share(log, a_share(3000, "2026-03-13"))
    forget_shares(log, date(2026, 3, 12))

    whole, half = read_shares(log)
    assert whole == a_share(3000, "2026-03-13")
    assert half.totals == a_share(2000, "2026-03-12").totals
    assert (half.days, half.forgotten) == (2, 1)
    assert b"2026-03-11" not in log.read_bytes()


def test_of_how_many_days_it_was_stays_however_often_is_forgotten(tmp_path: Path) -> None:
    """Three days left this computer, though the rows of one are here."""
    log = tmp_path / "shared.jsonl"
    note_share(log, a_share(1000, "2026-03-10", "2026-03-11", "2026-03-12"))
    forget_shares(log, date(2026, 3, 11))
    forget_shares(log, date(2026, 3, 12))

    [left] = read_shares(log)
    assert (left.days, left.forgotten) == (3, 2)


def test_everything_is_forgotten_with_everything(tmp_path: Path) -> None:
    """Also where there is nothing to forget."""
    log = tmp_path / "shared.jsonl"
    forget_shares(log, None)
    forget_shares(log, date(2026, 3, 12))
    note_share(log, a_share(1000, "2026-03-12"))
    forget_shares(log, None)

    assert not log.exists()


def test_a_line_that_was_cut_off_hides_no_other(tmp_path: Path) -> None:
    """By a power cut."""
    log = tmp_path / "shared.jsonl"
    note_share(log, a_share(1000, "2026-03-12"))
    with log.open("ab") as file:
        file.write(b'{"to":"/srv')

    assert read_shares(log) == (a_share(1000, "2026-03-12"),)
    note_share(log, a_share(2000, "2026-03-13"))
    assert read_shares(log) == (a_share(2000, "2026-03-13"), a_share(1000, "2026-03-12"))


@pytest.mark.parametrize("before", [None, date(2026, 3, 12)])
def test_what_a_power_cut_left_of_forgetting_is_forgotten_too(tmp_path: Path, before: date | None) -> None:
    """It holds rows as the log does."""
    log = tmp_path / "shared.jsonl"
    unfinished = log.with_name("shared.jsonl.new")
    unfinished.write_text("rows", encoding="utf-8")
    forget_shares(log, before)

    assert not unfinished.exists()


def test_a_log_that_cannot_be_forgotten_is_told(tmp_path: Path) -> None:
    """It would go on naming what was erased."""
    log = tmp_path / "shared.jsonl"
    log.mkdir()

    with pytest.raises(MachineError, match="still names what was erased"):
        forget_shares(log, None)


def test_a_log_that_is_no_file_is_told(tmp_path: Path) -> None:
    """Instead of pretending that nothing left."""
    (tmp_path / "shared.jsonl").mkdir()

    with pytest.raises(MachineError, match=r"shared\.jsonl"):
        read_shares(tmp_path / "shared.jsonl")


def test_rows_of_days_in_the_middle_are_forgotten(tmp_path: Path) -> None:
    """Of each share the others stay; where none of them was shared, the log is not written at all."""
    log = tmp_path / "shared.jsonl"
    note_share(log, a_share(1000, "2026-03-10", "2026-03-11", "2026-03-12"))
    forget_shares(log, date(2026, 3, 12), date(2026, 3, 11))
    [share] = read_shares(log)
    before = log.stat().st_mtime_ns
    forget_shares(log, date(2026, 3, 12), date(2026, 3, 11))

    assert [day.day for day in share.totals.days] == ["2026-03-10", "2026-03-12"]
    assert (share.days, share.forgotten) == (3, 1)
    assert log.stat().st_mtime_ns == before
