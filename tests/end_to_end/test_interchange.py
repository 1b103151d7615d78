"""What other programs recorded into the record, and the record into files for other programs, by the commands."""

import os
import signal
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from agent.lease import Lease
from cli.main import main
from core.clock import now_ms, offset_min
from core.paths import paths_below
from interchange.moments import iso
from stage.actor_client import ActorClient
from stage.at_work import PROJECT, AgentAtWork
from stage.xserver import XServer
from tests.agent.staged import StagedAgent, StagedClock, StagedDesktop, shows
from tests.cli.commands import told
from tests.interchange.told import a_bucket, an_export, presence, seen

GROUPINGS = ("kind", "category", "app", "hour", "day")
PERIOD = ("--from", "2026-03-01", "--to", "today")
FORMULA = '=HYPERLINK("x"),\n@home'


@pytest.fixture
def export_of_activitywatch(tmp_path: Path) -> Path:
    """An hour of windows on Monday 2 March 2026, ten minutes of it away from the desk."""
    file = tmp_path / "aw-export.json"
    windows = [seen(60 * n, 59.5, ("thunderbird", "gnumeric")[n % 2], f"{FORMULA} {n}") for n in range(60)]
    buckets = a_bucket("currentwindow", *reversed(windows)), a_bucket("afkstatus", presence(1200, 600))
    file.write_text(an_export(*buckets), encoding="utf-8")
    return file


@pytest.fixture
def desk(home: Path) -> Path:
    """The home of a person who acknowledged the notice, and of whom an agent has recorded a minute."""
    accept_notice()
    desktop = StagedDesktop(
        StagedClock(wall_ms=now_ms() - 600_000), [(0, shows("gnumeric", FORMULA)), (40_000, shows("dillo", "Wiki — 2"))]
    )
    agent = StagedAgent(paths_below(home).record, desktop)
    agent.run(60)
    agent.stop()
    return home


def accept_notice() -> None:
    assert main(["notice", "show"]) == main(["notice", "accept"]) == 0


def rows_of(home: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(paths_below(home).record)) as record:
        return record.execute(query).fetchall()


def dump_of(home: Path) -> list[str]:
    with closing(sqlite3.connect(paths_below(home).record)) as record:
        return list(record.iterdump())


@pytest.mark.parametrize("form", ["csv", "jsonl", "activitywatch"])
def test_another_home_that_takes_an_export_in_has_the_same_totals(
    form: str,
    desk: Path,
    export_of_activitywatch: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """To the millisecond, in every report; what the agent saw and what came from elsewhere."""
    assert main(["import", str(export_of_activitywatch), "--format", "activitywatch"]) == 0
    file = tmp_path / f"out.{form}"
    assert main(["export", *PERIOD, "--format", form, "--output", str(file)]) == 0
    before = {by: told(capfd, "report", *PERIOD, "--by", by) for by in GROUPINGS}
    monday = told(capfd, "timeline", "--date", "2026-03-02")

    monkeypatch.setenv("ENGINEROOM_HOME", str(tmp_path / "another"))
    accept_notice()
    summary = told(capfd, "import", str(file), "--format", form)

    assert {by: told(capfd, "report", *PERIOD, "--by", by) for by in GROUPINGS} == before
    assert told(capfd, "timeline", "--date", "2026-03-02") == monday
    assert summary["written"] == rows_of(desk, "SELECT count(*) FROM span")[0][0] > 60
    assert before["kind"]["recorded_s"] == 60 * 59.5 + 60
    idle = [row["seconds"] for row in before["kind"]["rows"] if row["key"] == "Idle"]
    assert idle == [10 * 59.5]


def test_importing_twice_changes_nothing(
    desk: Path, export_of_activitywatch: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Not a byte of what is stored, and the summary says why."""
    first = told(capfd, "import", str(export_of_activitywatch), "--format", "activitywatch")
    before = dump_of(desk)
    second = told(capfd, "import", str(export_of_activitywatch), "--format", "activitywatch")

    assert (first["read"], first["written"], first["covered"]) == (61, 60, 0)
    assert (second["read"], second["written"], second["covered"]) == (61, 0, 60)
    assert dump_of(desk) == before
    assert rows_of(desk, "SELECT DISTINCT source.name FROM span JOIN source USING (source_id)") == [
        ("activitywatch:pc1",)
    ]


def test_the_summary_names_what_was_wrong(desk: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """With the lines that could not be read; what reaches beyond the present is cut."""
    file = tmp_path / "mine.csv"
    file.write_text(
        "start,duration_ms,app,title\n"
        "2026-03-02T09:00:00+01:00,60000,mail,Inbox\n"
        "2026-03-02T09:00:30+01:00,60000,mail,Outbox\n"
        "yesterday,60000,mail,Secret\n"
        f"{'2999-01-01T00:00:00+00:00'},60000,mail,Inbox\n",
        encoding="utf-8",
    )
    capfd.readouterr()

    assert main(["import", str(file), "--format", "csv"]) == 0

    out, err = capfd.readouterr()
    summary = told(capfd, "import", str(file), "--format", "csv")
    assert summary["unreadable"] == [
        {"place": "line 4", "why": "its time is not written as in 2026-03-02T09:00:00.000+01:00"}
    ]
    assert out.splitlines() == [
        "Read 3 events, wrote 2 spans.",
        "  1 overlapped: the later one holds from its start on",
        "  1 reach into the last minute or beyond it, and were cut",
        "  1 could not be read:",
        "    line 4: its time is not written as in 2026-03-02T09:00:00.000+01:00",
    ]
    assert err == ""


def test_a_file_that_breaks_off_leaves_the_record_as_it_was(
    desk: Path, export_of_activitywatch: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """One line says which file, where, and what to do."""
    broken = tmp_path / "broken.json"
    broken.write_bytes(export_of_activitywatch.read_bytes()[:-100])
    before = dump_of(desk)
    capfd.readouterr()

    assert main(["import", str(broken), "--format", "activitywatch"]) == 1

    (line,) = capfd.readouterr().err.splitlines()
    assert line.startswith(f"{broken}, line 1: this is no JSON")
    assert " — " in line
    assert dump_of(desk) == before


def test_nothing_is_taken_in_before_the_notice_was_acknowledged(home: Path, export_of_activitywatch: Path) -> None:
    """What is in the file is about the same person."""
    assert main(["import", str(export_of_activitywatch), "--format", "activitywatch"]) == 3
    assert not paths_below(home).record.exists()


def test_titles_of_other_programs_are_masked_and_private_windows_hidden(
    desk: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """By the same rules as those that the agent sees; the raw title is nowhere on the disk."""
    paths_below(desk).settings.parent.mkdir(parents=True, exist_ok=True)
    paths_below(desk).settings.write_text('titles = "redacted"\n', encoding="utf-8")
    accept_notice()
    file = tmp_path / "aw.json"
    windows = seen(0, 60, "mail", "To marker@example.org"), seen(60, 60, "KeePassXC", "marker of a password")
    file.write_text(an_export(a_bucket("currentwindow", *windows)), encoding="utf-8")

    told(capfd, "import", str(file), "--format", "activitywatch")

    query = "SELECT app.name, title, state FROM span JOIN context USING (ctx_id) JOIN app USING (app_id)"
    assert rows_of(desk, f"{query} WHERE source_id IS NOT NULL ORDER BY start_ms") == [
        ("mail", "To ‹mail›", 0),
        ("", "", 4),
    ]
    assert not any(b"marker" in path.read_bytes() for path in desk.rglob("*") if path.is_file())


def test_an_export_is_private_and_complete(desk: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The file is what stdout would be, replaces an older one, and nobody else can read it."""
    file = tmp_path / "out.csv"
    file.write_text("an older one")
    file.chmod(0o644)
    assert main(["export", *PERIOD, "--format", "csv", "--output", str(file)]) == 0
    capfd.readouterr()
    assert main(["export", *PERIOD, "--format", "csv"]) == 0

    assert file.read_bytes().decode() == capfd.readouterr().out
    assert file.read_text().count("gnumeric") == 1
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "out.csv"]


def test_an_export_that_cannot_be_written_says_so(
    desk: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Nothing that is no plain file is replaced by one."""
    for target, why in ((tmp_path, "is no plain file"), (tmp_path / "no" / "folder", "cannot be written")):
        assert main(["export", "--format", "jsonl", "--output", str(target)]) == 1
        assert why in capfd.readouterr().err
    assert main(["export", "--format", "jsonl", "--output", os.devnull]) == 1
    assert Path(os.devnull).is_char_device()


def test_a_calendar_shows_the_day_in_categories(desk: Path, capfd: pytest.CaptureFixture[str]) -> None:
    capfd.readouterr()
    assert main(["export", *PERIOD, "--format", "ics"]) == 0

    lines = capfd.readouterr().out.split("\r\n")
    assert [line for line in lines if line.startswith("CATEGORIES")] == [
        "CATEGORIES:Work/Spreadsheets",
        "CATEGORIES:Knowledge/Wiki",
    ]


def test_an_import_waits_for_whoever_erases_or_restores(
    desk: Path, export_of_activitywatch: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """What is erased must not come back in the middle of it; afterwards the way is free."""
    words = ["import", str(export_of_activitywatch), "--format", "activitywatch"]
    other = Lease(paths_below(desk).lease, "engineroom erase")
    assert other.take()
    assert main(words) == 1
    assert "`engineroom erase` is at work on the record" in capfd.readouterr().err
    other.give_back()

    assert main(words) == 0
    assert other.take()
    other.give_back()


@pytest.fixture
def long_file(tmp_path: Path) -> Path:
    """Sixty thousand events, one minute of every two from the first of January 2020 on."""
    file = tmp_path / "long.csv"
    rows = (f"{iso(1_577_836_800_000 + 120_000 * n, 0)},60000,mail,T{n}\n" for n in range(60_000))
    file.write_text("start,duration_ms,app,title\n" + "".join(rows), encoding="utf-8")
    return file


def test_stopping_half_way_leaves_whole_batches_and_can_be_gone_on_with(desk: Path, long_file: Path) -> None:
    """Ctrl-C: the record is sound, each hour with a new span is marked, and the next import completes it."""
    command = [sys.executable, "-m", "cli.main", "import", str(long_file), "--format", "csv"]
    with subprocess.Popen(command, cwd=PROJECT, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as imports:
        while rows_of(desk, "SELECT count(*) FROM span WHERE source_id IS NOT NULL") == [(0,)]:
            assert imports.poll() is None, imports.communicate()
        imports.send_signal(signal.SIGINT)
        _out, err = imports.communicate(timeout=60)

    assert imports.returncode == 130
    [(written,)] = rows_of(desk, "SELECT count(*) FROM span WHERE source_id IS NOT NULL")
    assert 0 < written < 60_000
    assert err == f"Stopped; {written} spans are written. Import the file again to go on.\n"
    assert rows_of(desk, "PRAGMA quick_check") == [("ok",)]
    assert rows_of(
        desk,
        "SELECT count(*) FROM span LEFT JOIN hour_dirty ON hour = (start_ms + span.off_min * 60000) / 3600000"
        " AND hour_dirty.off_min = span.off_min WHERE hour IS NULL",
    ) == [(0,)]
    assert main(["import", str(long_file), "--format", "csv"]) == 0
    assert rows_of(desk, "SELECT count(*) FROM span WHERE source_id IS NOT NULL") == [(60_000,)]


def test_an_agent_that_records_meanwhile_goes_on(work: AgentAtWork, screen: XServer, tmp_path: Path) -> None:
    """Its own spans hold, what is still to come is cut off, and nothing overlaps."""
    work.accept_notice()
    file = tmp_path / "mine.csv"
    start_ms = now_ms() - 3_600_000
    file.write_text(f"start,duration_ms,app\n{iso(start_ms, offset_min(start_ms))},7200000,foreign\n", encoding="utf-8")
    with ActorClient(screen.environment()) as actor:
        actor.open("w", app="Letter", title="Dear Ms Ilves")
        actor.activate("w")
        agent = work.record()
        taken = work.command("import", str(file), "--format", "csv")
        actor.rest(1)
        code, said = work.stop(agent)

    assert (taken.returncode, code, said) == (0, 0, ""), taken.stderr
    spans = work.rows("SELECT start_ms, start_ms + observed_ms, source_id IS NULL FROM span ORDER BY start_ms")
    assert spans[0][0] == start_ms
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    foreign_ms = sum(end - start for start, end, is_native in spans if not is_native)
    assert 3_500_000 < foreign_ms <= 3_600_000
    assert sum(end - start for start, end, is_native in spans if is_native) >= 1000
