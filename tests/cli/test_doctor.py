"""The command `doctor` as a person runs it, with and without an agent."""

import json
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from agent.line import listen
from stage.actor_client import ActorClient
from stage.at_work import AgentAtWork
from stage.xserver import XServer
from tests.docs.test_readme import table_below

PATIENCE_S = 5.0


@pytest.fixture(scope="module")
def screen() -> Iterator[XServer]:
    with XServer(window_manager="openbox", tray=True) as server:
        yield server


@pytest.fixture
def work(screen: XServer, home: Path) -> Iterator[AgentAtWork]:
    at_work = AgentAtWork(screen.environment(), home)
    yield at_work
    at_work.close()


def doctor(work: AgentAtWork) -> tuple[int, dict[str, tuple[str, str, str]], dict[str, Any]]:
    """(exit code, (level, what, remedy) by what it is about, everything)."""
    done = work.command("doctor", "--json")
    told = json.loads(done.stdout)
    rows = {row["about"]: (row["level"], row["what"], row["remedy"]) for row in told["findings"]}
    return done.returncode, rows, told


def test_recording_that_works_exits_with_0(work: AgentAtWork, screen: XServer) -> None:
    """Every thing it depends on has its row; what this desktop lacks is told, as is a remote desktop seen today."""
    work.accept_notice()
    with ActorClient(screen.environment()) as actor:
        agent = work.record()
        actor.open("v", app="Wfica", title="Desktop of the bank")
        actor.activate("v")
        work.await_status(lambda status: status.app == "wfica")
        actor.open("w", app="Ledger", title="Closing")
        actor.activate("w")
        work.await_status(lambda status: status.app == "ledger")
        work.json("pause", "15m")
        work.json("resume")
        code, rows, told = doctor(work)
        in_words = work.command("doctor")
        work.stop(agent)

    assert (code, told["works"]) == (0, True), told
    assert {
        "agent", "sample", "back-end", "window", "idle", "lock", "call", "input", "tray", "autostart", "disk", "backup",
        "record", "clock", "saving", "rules",
    } <= rows.keys()  # fmt: skip
    assert rows["back-end"][:2] == ("ok", "x11")
    assert rows["window"][0] == rows["idle"][0] == rows["record"][0] == rows["sample"][0] == "ok"
    assert rows["tray"][:2] == ("ok", "There is an X11 system tray")
    assert rows["remote"][1] == "wfica shows another computer: inside this window nothing is seen"
    assert in_words.returncode == 0
    assert in_words.stderr == "Recording works.\n"
    assert len(in_words.stdout.splitlines()) == len(told["findings"])


def test_its_keys_are_those_of_the_readme(work: AgentAtWork) -> None:
    """Whoever watches a thousand desks with it finds what is described."""
    shape = next(cells[1] for cells in table_below("Commands", "| command | object") if cells[0] == "`doctor`")
    _code, _rows, told = doctor(work)

    assert shape == '`{"works", "findings": [{"about", "level", "what", "remedy"}]}`'
    assert list(told) == ["works", "findings"]
    assert {tuple(row) for row in told["findings"]} == {("about", "level", "what", "remedy")}


def test_without_an_agent_it_says_what_one_would_see(work: AgentAtWork) -> None:
    """Nothing is recorded: that alone is a failure, and the desktop is looked at all the same."""
    work.accept_notice()

    code, rows, _told = doctor(work)

    assert code == 1
    assert rows["agent"][0] == "fail"
    assert "No agent is running" in rows["agent"][1]
    assert (rows["window"][0], rows["notice"][0]) == ("ok", "ok")


def test_an_agent_that_does_not_answer_is_a_failure(work: AgentAtWork) -> None:
    """It is there and hangs up: whatever else is right, nobody knows whether it records."""
    work.accept_notice()
    with closing(listen(work.paths.socket, PATIENCE_S)) as listener:

        def hang_up() -> None:
            line = listener.accept()
            assert line is not None
            line.receive()
            line.close()

        hanging_up = threading.Thread(target=hang_up)
        hanging_up.start()
        code, rows, _told = doctor(work)
        hanging_up.join(PATIENCE_S)

    assert code == 1
    assert rows["agent"] == ("fail", "The agent does not answer: it broke off", "stop it and start it again")


def test_a_notice_that_nobody_acknowledged_is_a_failure(work: AgentAtWork) -> None:
    """The agent would refuse to start."""
    work.command("notice", "show")

    code, rows, _told = doctor(work)

    assert (code, rows["notice"][0]) == (1, "fail")
    assert "`engineroom notice accept`" in rows["notice"][2]


def test_no_display_no_record_and_broken_settings_are_told_together(work: AgentAtWork, home: Path) -> None:
    """One fault does not hide another."""
    work.set("idle_treshold_s = 5\n")
    work.environment.pop("DISPLAY")

    code, rows, _told = doctor(work)

    assert code == 1
    assert {rows[about][0] for about in ("settings", "agent", "window", "record")} == {"fail"}
    assert "line 1" in rows["settings"][1]
    assert "no display at all" in rows["window"][1]
    assert rows["tray"][0] == "warn"


def test_a_damaged_record_and_broken_rules_are_told(work: AgentAtWork, home: Path) -> None:
    """With the way out; the good rules from before are no failure."""
    work.command("notice", "show")
    work.paths.rules.parent.mkdir(parents=True, exist_ok=True)
    work.paths.rules.write_text("[[rule]\n", encoding="utf-8")
    work.paths.record.write_bytes(b"no record" * 1000)

    code, rows, _told = doctor(work)

    assert code == 1
    assert rows["record"][0] == "fail"
    assert "is not a record of Engineroom" in rows["record"][1]
    assert rows["rules"][0] == "warn"
    assert "line 1" in rows["rules"][1]


def test_a_screen_without_a_window_manager_is_a_failure(home: Path) -> None:
    """An agent runs there, and what it cannot see is named with the remedy."""
    with XServer(window_manager=None) as bare:
        work = AgentAtWork(bare.environment(), home)
        work.accept_notice()
        try:
            work.record()
            code, rows, _told = doctor(work)
        finally:
            work.close()

    assert code == 1
    assert rows["window"][0] == "fail"
    assert "no window manager" in rows["window"][1]
    assert "start a window manager" in rows["window"][2]
