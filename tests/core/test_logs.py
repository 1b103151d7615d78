"""The log files of a process."""

import logging
import re
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from core import logs
from core.errors import MachineError


@pytest.fixture(autouse=True)
def _loggers() -> Iterator[None]:
    """The root logger as it was, with no file left open."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    for handler in set(root.handlers) - set(handlers):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def test_a_line_says_when_how_bad_who_and_what(tmp_path: Path) -> None:
    """One line for one message; debugging is left out."""
    logs.start_logging(tmp_path / "logs", "agent")

    logging.getLogger("agent.sampler").warning("the desktop is gone: %s", "no answer")
    logging.getLogger("agent.sampler").debug("not told")

    assert re.fullmatch(
        r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} WARNING agent\.sampler: the desktop is gone: no answer\n",
        (tmp_path / "logs" / "agent.log").read_text(encoding="utf-8"),
    )


def test_a_log_that_is_begun_again_says_everything_once(tmp_path: Path) -> None:
    """As where an agent gave way to another session, and has its turn again."""
    for _turn in range(2):
        logs.start_logging(tmp_path / "logs", "agent")
    logging.getLogger("agent.loop").info("recording")

    assert (tmp_path / "logs" / "agent.log").read_text(encoding="utf-8").count("recording") == 1


def test_logs_are_rotated_and_for_their_user_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Five old files at the most, none larger than allowed, each as private as the folder."""
    monkeypatch.setattr(logs, "BYTES_PER_FILE", 2_000)
    folder = tmp_path / "logs"
    logs.start_logging(folder, "agent")

    for number in range(400):
        logging.getLogger("agent").info("beat %d", number)

    files = sorted(folder.iterdir())
    assert [file.name for file in files] == ["agent.log", *(f"agent.log.{n}" for n in range(1, 6))]
    assert all(file.stat().st_size <= 2_000 for file in files)
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert "beat 399" in files[0].read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """The process says so instead of running without a log."""
    (tmp_path / "logs").touch()

    with pytest.raises(MachineError, match="logs cannot be used"):
        logs.start_logging(tmp_path / "logs", "agent")
