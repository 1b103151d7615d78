import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.errors import MachineError
from gui.agent_process import NOTICE_DUE, AgentProcess, engineroom_command, source_folder

SAYS = (
    "import sys; print('first', file=sys.stderr); print('The disk is full — make room', file=sys.stderr); sys.exit(1)"
)
WAITS = "import signal; print('up', flush=True); signal.pause()"


def test_the_reason_of_an_end_is_kept(qtbot: QtBot, tmp_path: Path) -> None:
    """Exit code and the last line on stderr."""
    process = AgentProcess([sys.executable, "-c", SAYS], tmp_path / "said")
    process.start()
    qtbot.waitUntil(lambda: process.exit_code() is not None)

    assert process.exit_code() == 1
    assert process.last_words() == "The disk is full — make room"


def test_an_end_is_forgotten_once_another_agent_answers(qtbot: QtBot, tmp_path: Path) -> None:
    """Otherwise an old reason would be told later."""
    process = AgentProcess([sys.executable, "-c", SAYS], tmp_path / "said")
    process.start()
    qtbot.waitUntil(lambda: process.exit_code() is not None)
    process.forget()

    assert process.exit_code() is None


def test_the_agent_is_stopped_in_order(qtbot: QtBot, tmp_path: Path) -> None:
    """By the signal that loses nothing, whether its pid is known from an answer or not."""
    process = AgentProcess([sys.executable, "-c", WAITS], tmp_path / "said")
    process.start()
    assert process.exit_code() is None
    process.stop(None)
    qtbot.waitUntil(lambda: process.exit_code() is not None)
    assert process.exit_code() == -signal.SIGTERM

    other = subprocess.Popen([sys.executable, "-c", WAITS], stdout=subprocess.PIPE)
    process.stop(other.pid)
    assert other.wait() == -signal.SIGTERM
    other.communicate()


def test_an_agent_that_is_gone_needs_no_stopping(tmp_path: Path) -> None:
    """A pid that nobody has any more is no error."""
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()

    AgentProcess([], tmp_path / "said").stop(gone.pid)


def test_a_program_that_cannot_run_is_an_error_to_act_on(tmp_path: Path) -> None:
    """It names the program."""
    with pytest.raises(MachineError, match="cannot be started") as raised:
        AgentProcess([str(tmp_path / "missing"), "agent"], tmp_path / "said").start()

    assert "missing" in raised.value.remedy


def test_from_source_the_interpreter_runs_the_command_line() -> None:
    """In the folder of the source, where `-m` finds it; exit code 3 is the command line's for a notice that is due."""
    done = subprocess.run(
        engineroom_command("agent", "--for", "1s"),
        cwd=source_folder(),
        env={**os.environ, "DISPLAY": ""},
        capture_output=True,
        check=False,
    )

    assert done.returncode == NOTICE_DUE


def test_frozen_the_program_beside_this_one_is_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Agent and tray are installed side by side."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/engineroom/engineroom-tray")

    assert engineroom_command("agent") == ["/opt/engineroom/engineroom", "agent"]
    assert source_folder() is None
