"""One agent from start to stop, through its commands and signals."""

import sqlite3

from stage.actor_client import ActorClient
from stage.at_work import AgentAtWork
from stage.xserver import XServer


def test_nothing_is_recorded_before_the_notice_was_acknowledged(work: AgentAtWork) -> None:
    """The agent says so and exits with 3; accepting what was never shown is refused."""
    refused = work.command("agent", "--for", "5s")
    unseen = work.command("notice", "accept")
    work.command("notice", "show")
    still_refused = work.command("agent", "--for", "5s")
    work.command("notice", "accept")

    assert (refused.returncode, still_refused.returncode) == (3, 3)
    assert "the notice has not been acknowledged" in refused.stderr
    assert (unseen.returncode, "has not been shown to you yet" in unseen.stderr) == (1, True)
    assert work.rows("SELECT count(*) FROM span") == [(0,)]
    assert work.command("agent", "--for", "1s").returncode == 0


def test_a_changed_notice_must_be_acknowledged_again(work: AgentAtWork) -> None:
    """Storing less or more than was promised needs a new promise."""
    work.accept_notice()
    work.set('titles = "app-only"')

    assert work.command("agent", "--for", "1s").returncode == 3


def test_sigterm_loses_nothing(work: AgentAtWork, screen: XServer) -> None:
    """A window opened a moment before the end stands in the record."""
    work.accept_notice()
    with ActorClient(screen.environment()) as actor:
        agent = work.record()
        actor.open("w", app="Ledger", title="Closing")
        actor.activate("w")
        work.await_status(lambda status: status.app == "ledger")
        assert work.stop(agent) == (0, "")

    assert "ledger" in {span["app"] for span in work.json("timeline")["spans"]}


def test_pause_private_and_resume_reach_the_record(work: AgentAtWork, screen: XServer) -> None:
    """A pause is a gap, private time has no context, and both end when the person says so."""
    work.accept_notice()
    with ActorClient(screen.environment()) as actor:
        actor.open("w", app="Ledger", title="Payroll of March")
        actor.activate("w")
        agent = work.record()
        work.command("pause", "15m")
        paused = work.json("status")
        actor.retitle("w", "Seen by nobody while paused")
        actor.retitle("w", "Payroll of March")
        work.command("resume")
        work.await_status(lambda status: status.app == "ledger")
        private = work.json("private")
        actor.retitle("w", "Seen by nobody in private")
        actor.retitle("w", "Payroll of March")
        resumed = work.json("resume")
        assert work.stop(agent) == (0, "")

    timeline = work.json("timeline")
    assert (paused["mode"], private["mode"], resumed["mode"]) == ("paused", "private", "recording")
    assert 890 < paused["mode_ends_in_s"] <= 900
    assert [gap["why"] for gap in timeline["gaps"]] == ["paused"]
    assert [(s["app"], s["title"], s["category"]) for s in timeline["spans"] if s["state"] == "private"] == [
        ("", "", "Private")
    ]
    assert b"Seen by nobody" not in work.paths.record.read_bytes()


def test_a_pause_outlives_the_agent(work: AgentAtWork) -> None:
    """Whoever paused until tomorrow stays unseen when the agent starts again."""
    work.accept_notice()
    agent = work.record()
    work.command("pause", "tomorrow")
    work.stop(agent)
    work.start()

    assert work.await_status(lambda _status: True).mode == "paused"


def test_a_second_start_in_one_session_is_refused(work: AgentAtWork) -> None:
    """It says that an agent records already, and the first goes on."""
    work.accept_notice()
    first = work.record()
    second = work.command("agent", "--for", "5s")

    assert second.returncode == 1
    assert "already records" in second.stderr
    assert work.status().pid == first.pid


def test_a_second_session_of_one_person_waits_its_turn(work: AgentAtWork, screen: XServer) -> None:
    """It says which session records, and records when that one ends."""
    work.accept_notice()
    first = work.record()
    with XServer(window_manager="openbox") as elsewhere:
        other = AgentAtWork(elsewhere.environment(), work.home)
        second = other.start()
        assert second.stderr is not None
        said = second.stderr.readline().decode()
        assert screen.display in said
        assert "waiting" in said
        work.stop(first)
        status = other.await_status(lambda status: status.pid == second.pid)
        assert elsewhere.display in status.session
        other.close()


def test_an_agent_whose_session_is_over_gives_way_to_the_next(work: AgentAtWork, screen: XServer) -> None:
    """It notes what it could not see, saves and ends in order; then the session that waits is recorded."""
    work.accept_notice()
    with XServer(window_manager="openbox") as left:
        before = AgentAtWork(left.environment(), work.home)
        first = before.record(gives_way_after_s=0)
        before.save()
        left.kill()
        before.await_status(lambda status: status.mode == "blocked")
        second = work.start()
        status = work.await_status(lambda status: status.pid == second.pid and status.mode == "recording")
        _out, said = first.communicate(timeout=30)
        work.save()
        assert work.stop(second) == (0, f"The session on display {left.display} records; waiting until it ends.\n")

    assert (first.returncode, said) == (0, b"")
    assert status.session == f"display {screen.display}"
    gaps = [gap["why"] for gap in work.json("timeline")["gaps"]]
    assert gaps == ["blocked", "stopped"]


def test_a_server_that_dies_is_a_blocked_gap_and_comes_back(work: AgentAtWork) -> None:
    """The agent survives its desktop, says what it cannot see, and goes on with the next one."""
    work.accept_notice()
    with XServer(window_manager="openbox") as mortal:
        own = AgentAtWork(mortal.environment(), work.home)
        agent = own.record()
        own.save()  # a second look: one alone is no span yet
        mortal.kill()
        lost = own.await_status(lambda status: status.mode == "blocked")
        mortal.restart()
        back = own.await_status(lambda status: status.mode == "recording")
        own.await_status(lambda status: (status.last_sample_ms or 0) > (back.last_sample_ms or 0))
        code, _said = own.stop(agent)

    assert code == 0
    assert lost.warnings
    assert [gap["why"] for gap in work.json("timeline")["gaps"]] == ["blocked"]


def test_a_broken_rule_file_does_not_stop_recording(work: AgentAtWork) -> None:
    """The last good rules hold, and everyone who asks is told file and line."""
    work.accept_notice()
    rules = work.paths.rules
    rules.parent.mkdir(parents=True, exist_ok=True)
    rules.write_text('[[rule]]\nid = "mine"\napp = "xterm"\ncategory = "Work/Mine"\n')
    work.command("report")
    rules.write_text('[[rule]]\nid = "mine"\napp_regex = "("\ncategory = "Work/Mine"\n')
    agent = work.record()
    status = work.json("status")
    work.stop(agent)

    assert any(
        "rules.toml, line 3" in warning and "rules that you had before" in warning for warning in status["warnings"]
    )
    assert work.rows("SELECT count(*) FROM span") != [(0,)]


def test_an_unknown_setting_is_named_with_its_line(work: AgentAtWork) -> None:
    """Recording under settings that nobody understands could store more than was meant."""
    work.set("\nidle_treshold_s = 60")
    refused = work.command("agent", "--for", "1s")

    assert refused.returncode == 1
    assert "settings.toml, line 2" in refused.stderr
    assert "did you mean 'idle_threshold_s'?" in refused.stderr


def test_a_database_that_is_not_ours_is_set_aside_unchanged(work: AgentAtWork) -> None:
    """A command that only reads says who can help; the agent renames the file and begins a record, notice first."""
    record = work.paths.record
    record.parent.mkdir(parents=True)
    with sqlite3.connect(record) as foreign:
        foreign.execute("CREATE TABLE t (x)")
    foreign.close()
    before = record.read_bytes()
    refused = work.command("report")
    agent = work.command("agent", "--for", "1s")

    assert refused.returncode == 1
    assert "is not a record of Engineroom — start the agent" in refused.stderr
    assert agent.returncode == 3
    (aside,) = record.parent.glob("record.db.aside-*")
    assert aside.name in agent.stderr
    assert aside.read_bytes() == before


def test_no_display_is_said_plainly(work: AgentAtWork) -> None:
    """Without any desktop the agent ends with one line that says where to start it."""
    work.accept_notice()
    blind = AgentAtWork({name: value for name, value in work.environment.items() if name != "DISPLAY"}, work.home)
    refused = blind.command("agent", "--for", "2s")

    assert refused.returncode == 1
    assert "There is no display at all" in refused.stderr
    assert len(refused.stderr.strip().splitlines()) == 1


def test_the_command_stop_returns_when_everything_is_on_disk(work: AgentAtWork) -> None:
    """And whoever asks for a second end hears that there is no agent."""
    work.accept_notice()
    agent = work.record()

    stopped = work.json("stop")
    erased = work.command("erase", "--all", "--yes")
    again = work.command("stop")

    assert stopped == {"stopped": agent.pid, "session": f"display {work.environment['DISPLAY']}"}
    assert erased.returncode == 0, erased.stderr
    assert again.stderr == "No agent is running — start it with `engineroom agent`, or open the tray\n"
    assert work.stop(agent) == (0, "")
