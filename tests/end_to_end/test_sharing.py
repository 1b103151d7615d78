"""Two plain users of one machine: what an employee shares, and what a supervisor can and cannot open."""

import io
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

import cli.reporting
import cli.sharing  # noqa: F401 - loaded here: a plain user may not be able to read the interpreter's folder
from classifiers.loading import load_ruleset
from cli.main import main
from core.clock import now_ms
from core.paths import paths_below
from tests.agent.staged import StagedAgent, StagedClock, StagedDesktop, shows
from tests.plain_user import as_plain_user

EMPLOYEE, SUPERVISOR = 61_001, 61_002
SECRET = "Payroll of Ms Ilves"

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="only root can be two other users")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that both users may write to, as an office share is."""
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o777)
    return shared


@pytest.fixture
def employee(home: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], None]], None]:
    """Runs a check as the employee, whose record holds a minute of work and of a lookup."""
    monkeypatch.setenv("LOGNAME", "A. Brandt")
    load_ruleset()  # as above: what reading it takes is loaded before the child becomes a plain user
    desktop = StagedDesktop(
        StagedClock(wall_ms=now_ms() - 120_000),
        [(0, shows("gnumeric", SECRET)), (60_000, shows("dillo", "Dillo: Exclusions - Policy wiki"))],
    )
    agent = StagedAgent(paths_below(home).record, desktop)
    agent.run(90)
    agent.stop()
    return lambda check: as_plain_user(check, home, user=EMPLOYEE)


def test_only_totals_by_category_leave_the_desk(
    employee: Callable[[Callable[[], None]], None], folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """What is shown is what is written: no title, no app, no span."""

    def share() -> None:
        assert main(["share", "--to", str(folder), "--yes", "--json"]) == 0

    employee(share)

    (file,) = folder.glob("*.totals.json")
    written = json.loads(file.read_text())
    assert written == json.loads(capfd.readouterr().out)
    assert sum(day["recorded_s"] for day in written["days"]) == 90
    totals: dict[str, int] = {}
    for day in written["days"]:
        for name, seconds in day["seconds"].items():
            totals[name] = totals.get(name, 0) + seconds
    assert totals == {"Work/Payroll": 60, "Knowledge/Wiki": 30}
    assert SECRET not in file.read_text()
    assert "gnumeric" not in file.read_text()


def test_nothing_is_written_without_a_yes(
    employee: Callable[[Callable[[], None]], None], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rows are shown first, and silence is a no."""

    def share() -> None:
        for said in ("", "n\n", "maybe\n"):
            monkeypatch.setattr("sys.stdin", io.StringIO(said))
            assert main(["share", "--to", str(folder)]) == 0

    employee(share)

    assert list(folder.iterdir()) == []


def test_the_supervisor_reads_the_totals_and_cannot_open_the_record(
    employee: Callable[[Callable[[], None]], None],
    folder: Path,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """The one file is readable to the other user, the record and its folder are not."""

    def share() -> None:
        assert main(["share", "--to", str(folder), "--yes"]) == 0

    employee(share)
    capfd.readouterr()
    record = paths_below(home).record

    def supervise() -> None:
        with pytest.raises(PermissionError):
            record.read_bytes()
        with pytest.raises(PermissionError):
            list(record.parent.iterdir())
        assert main(["report"]) == 1
        assert main(["supervisor", "--from", str(folder), "--json"]) == 0

    as_plain_user(supervise, folder, owned=False, user=SUPERVISOR)

    out, said = capfd.readouterr()
    page = json.loads(out)
    assert sum(row["recorded_s"] for row in page["people"]) == 90
    assert {row["person"] for row in page["people"]} == {"A. Brandt"}
    assert page["stale"] == []
    assert str(home) in said
