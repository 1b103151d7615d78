"""A person sees how much is kept of what, takes all of it along, and has it erased with what was noted beside it."""

import json
import sqlite3
import stat
import sys
from contextlib import closing
from pathlib import Path

import pytest

from classifiers.in_force import RulesInForce
from classifiers.rule_places import RulePlaces
from cli.main import main
from core.clock import MS_PER_HOUR
from core.paths import user_paths
from reports.shares import note_share, read_shares
from storage.engine import open_for_writing
from storage.record import Batch, Record
from tests.factories import NINE, a_gap, a_span
from tests.reports.test_shares import a_share

FILES = {
    "CONTENTS.txt", "activitywatch.json", "corrections.json", "notice.txt", "record.db", "settings.json",
    "shared.jsonl", "time.csv", "time.ics", "time.jsonl", "totals.csv",
}  # fmt: skip


@pytest.fixture
def record() -> Path:
    """An hour of a spreadsheet on Monday 2 March 2026, half an hour later of something else, and one share."""
    paths = user_paths()
    engine = open_for_writing(paths.record)
    spans = (
        a_span(NINE, seconds=3600, title="Budget 2026"),
        a_span(NINE + 2 * MS_PER_HOUR, seconds=1800, app="unheard-of", title="Else"),
    )
    gaps = (a_gap(NINE + MS_PER_HOUR, seconds=3600),)
    Record(engine, RulesInForce(RulePlaces.of(paths))).write(Batch(new=spans, gaps=gaps))
    engine.dispose()
    note_share(paths.shares, a_share(NINE, "2026-03-02"))
    return paths.record


def test_what_is_kept_is_shown(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With its days, and with what left and where to; never a title."""
    assert main(["data", "show", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert main(["data", "show"]) == 0
    text = capsys.readouterr().out

    kept = {one["what"]: (one["rows"], one["first"], one["last"]) for one in told["kept"]}
    assert kept["spans"] == (2, "2026-03-02", "2026-03-02")
    assert kept["gaps"] == (1, "2026-03-02", "2026-03-02")
    assert told["shared"] == [
        {
            "at": "2026-03-02T09:00:00.000+01:00",
            "to": "/srv/team/anna.totals.json",
            "days": ["2026-03-02"],
            "forgotten": 0,
        }
    ]
    assert "Shared 2026-03-02 09:00: totals of 1 days to /srv/team/anna.totals.json" in text
    assert "Budget" not in text + json.dumps(told)


def test_without_a_record_nothing_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    """And nothing left."""
    assert main(["data", "show"]) == 0
    assert "Nothing that is kept here has left this computer" in capsys.readouterr().out


def test_everything_can_be_taken_along(record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In every format there is, in one folder; asked for twice, in two."""
    main(["correct", "Personal", "--from", "2026-03-02T11:00", "--to", "2026-03-02T11:10"])
    for _twice in range(2):
        assert main(["data", "export", "--to", str(tmp_path), "--json"]) == 0
    told = capsys.readouterr().out
    folders = sorted(folder for folder in tmp_path.iterdir() if folder.name.startswith("engineroom-"))
    assert [str(folder) in told for folder in folders] == [True, True]

    first = folders[0]
    assert {file.name for file in first.iterdir()} == FILES
    assert (first / "totals.csv").read_text().split() == [
        "day,kind,seconds",
        "2026-03-02,Personal,600.0",
        "2026-03-02,Unclassified,1200.0",
        "2026-03-02,Work,3600.0",
    ]
    assert all("Budget 2026" in (first / f"time.{kind}").read_text() for kind in ("csv", "jsonl"))
    assert "BEGIN:VEVENT" in (first / "time.ics").read_text()
    [correction] = json.loads((first / "corrections.json").read_text())
    assert (correction["category"], correction["undone"]) == ("Personal", None)
    assert read_shares(first / "shared.jsonl") == (a_share(NINE, "2026-03-02"),)
    with closing(sqlite3.connect(first / "record.db")) as copy:
        assert copy.execute("SELECT count(*) FROM span").fetchone() == (2,)
    if sys.platform != "win32":
        modes = {stat.S_IMODE(path.stat().st_mode) for path in (first, *first.iterdir())}
        assert modes == {0o700, 0o600}


def test_what_the_person_wrote_is_taken_along_as_it_is(record: Path, tmp_path: Path) -> None:
    """Also what a power cut or an editor made of it, and the rules that held before."""
    paths = user_paths()
    with paths.shares.open("ab") as log:
        log.write(b'{"to":"/srv/B\xc3')
    paths.config.mkdir(parents=True, exist_ok=True)
    paths.rules.write_bytes(b"# B\xfcro\r\n")
    paths.earlier_rules.mkdir()
    (paths.earlier_rules / "1772442000000.toml").write_bytes(b"# before\n")
    assert main(["data", "export", "--to", str(tmp_path)]) == 0

    [folder] = [path for path in tmp_path.iterdir() if path.name.startswith("engineroom-")]
    assert (folder / "shared.jsonl").read_bytes() == paths.shares.read_bytes()
    assert (folder / "rules.toml").read_bytes() == b"# B\xfcro\r\n"
    assert (folder / "earlier-rules" / "1772442000000.toml").read_bytes() == b"# before\n"


def test_an_export_that_fails_leaves_nothing(
    record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Half a folder would look like all of it."""
    target = tmp_path / "full"
    target.mkdir()

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("cli.exporting.write_private", refuse)
    assert main(["data", "export", "--to", str(target)]) == 1

    assert "No space left on device" in capsys.readouterr().err
    assert list(target.iterdir()) == []


def test_progress_is_told_line_by_line(record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """For a window that shows it."""
    assert main(["data", "export", "--to", str(tmp_path), "--progress"]) == 0
    lines = [line for line in capsys.readouterr().err.splitlines() if line.startswith("progress ")]

    assert lines
    assert all(0 <= float(line.removeprefix("progress ")) <= 1 for line in lines)


def test_a_share_is_noted_and_forgotten_with_everything(record: Path, tmp_path: Path) -> None:
    """By the command as by the window."""
    shared = tmp_path / "team"
    shared.mkdir()
    assert main(["share", "--to", str(shared), "--from", "2026-03-02", "--yes"]) == 0
    latest, _first = read_shares(user_paths().shares)
    assert [day.day for day in latest.totals.days] == ["2026-03-02"]
    assert Path(latest.to).parent == shared

    assert main(["erase", "--all", "--yes"]) == 0
    assert read_shares(user_paths().shares) == ()
    assert Path(latest.to).exists()
