"""The agent process and the commands on Windows, from the notice to the last erasure."""

import sqlite3
from functools import partial
from typing import Any

import pytest

from agent.platforms.windows_listener import WM_SESSION_CHANGE
from agent.platforms.windows_messages import TITLE
from agent.platforms.windows_session import LOCK
from stage.wine import WineStage
from tests.windows.desk import WindowsDesk

pytestmark = pytest.mark.desktops
OTHER_SESSION = "RDP-Tcp#7"
IN_FRONT_WHILE_WAITING = """
import agent.loop, cli.waiting
agent.loop.GIVES_WAY_AFTER_MS = 500
cli.waiting.is_in_front = lambda: True
cli.waiting.ASK_TO_GIVE_WAY_EVERY_S = 0.5
"""
LOCK_WHO_RECORDS = f"""
from tests.agent.platforms.windows_actor import Windows
Windows().do_post({TITLE!r}, {WM_SESSION_CHANGE}, {LOCK})
"""


def is_recorded(session: str, status: dict[str, Any]) -> bool:
    return bool(status["session"] == f"session 1 ({session})")


def gaps(desk: WindowsDesk) -> list[str]:
    """The reasons of the gaps in the record, in order."""
    connection = sqlite3.connect(f"{desk.path('data', 'record.db').as_uri()}?mode=ro", uri=True)
    try:
        return [why for (why,) in connection.execute("SELECT why FROM gap ORDER BY start_ms")]
    finally:
        connection.close()


def test_nothing_is_recorded_before_the_notice_was_acknowledged(desk: WindowsDesk) -> None:
    """As everywhere: exit code 3, and no record."""
    ended = desk.windows.ended(desk.start())

    assert ended.returncode == 3
    assert "engineroom notice" in ended.stderr


def test_a_person_records_pauses_reports_copies_stops_and_erases(desk: WindowsDesk) -> None:
    """Every command finds the agent, or says that there is none."""
    desk.accept_notice()
    agent = desk.record()

    assert desk.json("pause", "15m")["mode"] == "paused"
    assert desk.json("resume")["mode"] == "recording"
    assert desk.json("doctor")["findings"][0] == {
        "about": "agent",
        "level": "ok",
        "what": f"Records {desk.json('status')['session']} with the back-end {desk.json('status')['backend']}",
        "remedy": "",
    }
    assert desk.path("data", "backups").joinpath(*desk.json("backup")["file"].split("\\")[-1:]).is_file()
    assert desk.command("erase", "--all", "--yes").stderr.startswith("An agent is recording (session 1")
    desk.done("stop")
    ended = desk.windows.ended(agent)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert desk.log().endswith("stopped in order\n")
    assert desk.command("status").stderr.startswith("No agent is running")
    report = desk.json("report")
    assert report["recorded_s"] + report["gap_s"] > 0
    desk.done("erase", "--all", "--yes")
    assert desk.json("report")["recorded_s"] == 0


def test_one_session_has_one_agent(desk: WindowsDesk) -> None:
    """A second one says so and ends."""
    desk.accept_notice()
    desk.record()

    ended = desk.windows.ended(desk.start())

    assert (ended.returncode, ended.stderr) == (
        1,
        "An agent already records session 1 (Console) — see it with `engineroom status`\n",
    )


def test_an_agent_of_another_session_waits_and_takes_over(desk: WindowsDesk) -> None:
    """Two sessions of one person, as on a terminal server, have one recorder."""
    desk.accept_notice()
    first = desk.record()
    second = desk.start(OTHER_SESSION)
    assert second.stderr is not None
    assert second.stderr.readline().decode().strip() == (
        "The session on session 1 (Console) records; waiting until it ends."
    )

    desk.done("stop")

    assert desk.windows.ended(first).returncode == 0
    assert desk.await_status(lambda _status: True)["session"] == f"session 1 ({OTHER_SESSION})"


def test_the_session_in_front_records(desk: WindowsDesk, windows: WineStage) -> None:
    """Who is left or locked gives way to it, and has its turn again; messages of Windows and who is seen are played."""
    desk.accept_notice()
    desk.record(prepared=IN_FRONT_WHILE_WAITING)
    desk.start(OTHER_SESSION, prepared=IN_FRONT_WHILE_WAITING)
    for session in (OTHER_SESSION, "Console"):
        lock = windows.ask_python("-c", LOCK_WHO_RECORDS)
        assert lock.returncode == 0, lock.stderr
        desk.await_status(partial(is_recorded, session))


def test_a_killed_agent_loses_nothing_that_was_acknowledged(desk: WindowsDesk) -> None:
    """What `report` showed before the kill it shows after it, and the next agent knows of the crash."""
    desk.accept_notice()
    agent = desk.record()
    before = desk.json("report")
    agent.kill()
    agent.wait()

    after = desk.json("report")
    desk.record()
    desk.done("stop")

    assert after["recorded_s"] + after["gap_s"] >= before["recorded_s"] + before["gap_s"] > 0
    assert "crashed" in gaps(desk)
