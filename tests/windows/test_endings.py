"""How an agent on Windows ends: whatever asks it to, everything is on disk first."""

import os
import pty

import pytest

from stage.wine import PYTHON
from tests.windows.desk import WITHIN_S, WindowsDesk

pytestmark = pytest.mark.desktops
CLOSE = """
import json, threading
from agent import windows_endings
heard, over = threading.Event(), threading.Event()
endings = windows_endings.WindowsEndings(heard.set, over)
answers = []
def close(event):
    answers.append(bool(endings._console_call(event)))
told = threading.Thread(target=close, args=(2,))
told.start()
waited = heard.wait(10) and told.is_alive()
over.set()
told.join(10)
endings.close()
print(json.dumps([waited, answers]))
"""


def log_ends_well(desk: WindowsDesk) -> bool:
    return desk.log().endswith("stopped in order\n")


def test_ctrl_c_ends_the_agent_in_order(desk: WindowsDesk) -> None:
    """Typed where it runs."""
    desk.accept_notice()
    keyboard, terminal = pty.openpty()
    try:
        agent = desk.windows.run_on_terminal(
            terminal, str(PYTHON), "-m", "cli.main", "agent", ENGINEROOM_HOME=str(desk.home)
        )
        desk.await_status(lambda _status: True)
        os.write(keyboard, b"\x03")
        assert agent.wait(WITHIN_S) == 0
    finally:
        os.close(terminal)
        os.close(keyboard)

    assert log_ends_well(desk)


def test_logging_off_ends_the_agent_in_order(desk: WindowsDesk) -> None:
    """Windows tells every window, and waits for the answer of ours."""
    desk.accept_notice()
    agent = desk.record()

    desk.windows.tell("wineboot.exe", "--end-session")

    ended = desk.windows.ended(agent)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert log_ends_well(desk)


def test_a_console_that_closes_waits_until_all_is_written(desk: WindowsDesk) -> None:
    """Windows ends the process when that call returns, so it returns last."""
    assert desk.python(CLOSE) == [True, [True]]
