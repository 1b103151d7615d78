"""A screen that is locked under a real agent, by a service that plays logind on a real bus."""

from pathlib import Path

from stage.actor_client import ActorClient
from stage.at_work import AgentAtWork
from stage.xserver import XServer
from tests.agent.platforms.buses import Logind, private_bus


def test_locked_time_is_never_active(work: AgentAtWork, screen: XServer, tmp_path: Path) -> None:
    """The window stays in front behind the lock; the record says locked, and the doctor how that was noticed."""
    work.accept_notice()
    with private_bus(tmp_path) as address, ActorClient(screen.environment()) as actor:
        work.environment["DBUS_SYSTEM_BUS_ADDRESS"] = address
        logind = Logind(address)
        actor.open("w", app="Ledger", title="Closing")
        actor.activate("w")
        agent = work.record()
        work.await_status(lambda status: status.app == "ledger" and status.state == "active")
        logind.change("LockedHint", value=True)
        work.await_status(lambda status: status.state == "locked")
        logind.change("LockedHint", value=False)
        work.await_status(lambda status: status.state == "active")
        doctor = work.command("doctor").stdout
        assert work.stop(agent) == (0, "")
        logind.go()

    spans = [(span["app"], span["state"], span["category"]) for span in work.json("timeline")["spans"]]
    assert [state for app, state, _category in spans if app == "ledger"] == ["active", "locked", "active"]
    assert {category for _app, state, category in spans if state == "locked"} == {"Idle"}
    assert "told by logind of every change" in doctor
