"""What `erase` leaves behind where the disk or a reader refuses part of it, and what it says then."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from cli.main import main
from core.clock import MS_PER_DAY
from core.paths import user_paths
from reports import shares
from reports.shares import note_share, read_shares
from storage.backups import back_up
from storage.engine import open_for_writing
from storage.record import Batch, Record
from tests.cli.commands import refused, told
from tests.factories import NINE, a_span
from tests.reports.test_shares import a_share
from tests.storage.records import OFFICE, rules

MARKER = "Zwicky-Marker-Title"
BEFORE = ("erase", "--before", "2026-03-03", "--yes")


@pytest.fixture
def record(home: Path) -> Path:
    """Monday with a marker, Tuesday, a backup of both, and a share of both."""
    paths = user_paths()
    engine = open_for_writing(paths.record)
    spans = a_span(NINE, title=MARKER), a_span(NINE + MS_PER_DAY, title="Tuesday")
    Record(engine, rules(OFFICE)).write(Batch(new=spans))
    engine.dispose()
    back_up(paths.record, paths.backups, NINE + MS_PER_DAY)
    note_share(paths.shares, a_share(NINE, "2026-03-02", "2026-03-03"))
    return paths.record


@pytest.fixture
def full_log(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The log of shares cannot be written anew."""

    def full(_finished: Path, _file: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(shares, "put_in_place", full)
        yield


def files_with_a_trace(record: Path) -> list[str]:
    files = (path for path in sorted(record.parent.rglob("*")) if path.is_file())
    return [path.name for path in files if MARKER.encode() in path.read_bytes()]


@pytest.mark.usefixtures("full_log")
def test_traces_go_where_the_log_of_shares_cannot_forget(record: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Both is told: that it is out of the record, and what still names its days."""
    assert len(files_with_a_trace(record)) == 2
    assert main(BEFORE) == 1
    said = capfd.readouterr().err

    assert files_with_a_trace(record) == []
    assert "Erased: 1 spans" in said
    assert "shared.jsonl still names what was erased: No space left on device — make room on the disk" in said
    assert [day.day for day in read_shares(user_paths().shares)[0].totals.days] == ["2026-03-02", "2026-03-03"]


@pytest.mark.usefixtures("full_log")
def test_all_that_was_refused_is_told_at_once(record: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """In the last line, which the windows show, with every way out; done again, it is gone."""
    with closing(sqlite3.connect(record, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM span").fetchall()
        assert main(BEFORE) == 1
    said = capfd.readouterr().err.splitlines()[-1]

    assert "No space left on device. It is out of the record, but its traces could not be removed" in said
    assert said.endswith("make room on the disk, then erase again; close Engineroom's windows, then do it again")
    assert main(BEFORE) == 1
    assert files_with_a_trace(record) == []


def test_days_in_the_middle_go_from_every_file(record: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Asked once, with both days named; Tuesday stays, in the backup too."""
    words = ("erase", "--from", "2026-03-01", "--to", "2026-03-02")
    said = told(capfd, *words, "--yes")

    assert said == {"since": "2026-03-01", "before": "2026-03-03", "spans": 1}
    assert files_with_a_trace(record) == []
    files = (path for path in record.parent.rglob("*.db") if b"Tuesday" in path.read_bytes())
    assert len(list(files)) == 2
    assert [day.day for day in read_shares(user_paths().shares)[0].totals.days] == ["2026-03-03"]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--from", "2026-03-01"), "Days to erase have a first and a last one"),
        (("--before", "2026-03-01", "--to", "2026-03-02"), "Days to erase have a first and a last one"),
        (("--from", "2026-03-02", "--to", "2026-03-01"), "before it begins"),
        (("--from", "2026-03-02", "--to", "2999-01-01"), "2999-01-01 has not begun"),
        (("--before", "2999-01-01"), "2999-01-01 has not begun"),
    ],
)
def test_days_that_make_no_sense_are_refused(
    record: Path, words: tuple[str, ...], why: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """And nothing goes."""
    assert why in refused(capfd, "erase", *words, "--yes")
    assert len(files_with_a_trace(record)) == 2
