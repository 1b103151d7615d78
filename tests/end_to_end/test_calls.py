"""A call as a real agent notices it, by a real sound server with a microphone that is none."""

import re
from collections.abc import Iterator
from datetime import datetime

import pytest

from stage.actor_client import ActorClient
from stage.at_work import AgentAtWork
from stage.sound import Sound
from stage.xserver import XServer

LISTENING_S = 12
"""More than the threshold of ten seconds."""


@pytest.fixture(params=["pulseaudio", pytest.param("pipewire", marks=pytest.mark.desktops)])
def sound(request: pytest.FixtureRequest, work: AgentAtWork) -> Iterator[Sound]:
    """The sound server that the agent finds."""
    with Sound(request.param) as sound:
        work.environment["PULSE_SERVER"] = sound.address
        yield sound


def test_an_hour_of_listening_is_not_idle(work: AgentAtWork, screen: XServer, sound: Sound) -> None:
    """The hands are still for longer than the threshold: with a program for calls at the microphone that is a call.

    With another one it is idle, and so it is when the call is over.
    """
    work.set("idle_threshold_s = 10")
    work.accept_notice()
    with ActorClient(screen.environment()) as actor:
        actor.open("w", app="Ledger", title="Closing")
        actor.activate("w")
        agent = work.record()
        dictation = sound.record("audacity", name="Audacity")
        work.await_status(lambda status: status.state == "idle")
        call = sound.record("teams-for-linux", name="Teams")
        work.await_status(lambda status: status.state == "call")
        actor.rest(LISTENING_S)
        listening = work.status()
        sound.hush(call)
        work.await_status(lambda status: status.state == "idle")
        sound.hush(dictation)
        assert work.stop(agent) == (0, "")

    assert listening.state == "call"
    spans = [span for span in work.json("timeline")["spans"] if span["app"] == "ledger"]
    assert [span["state"] for span in spans][-3:] == ["idle", "call", "idle"]
    start, end = (datetime.fromisoformat(spans[-2][edge]) for edge in ("start", "end"))
    assert (end - start).total_seconds() >= LISTENING_S


def test_a_call_goes_on_when_the_sound_server_is_back(work: AgentAtWork, sound: Sound) -> None:
    """`status` and `doctor` say by whom calls are told, and why not while nobody tells."""
    work.accept_notice()
    agent = work.record()
    sound.record("zoom")
    work.await_status(lambda status: status.state == "call")
    told = work.command("doctor").stdout
    sound.kill()
    work.await_status(lambda status: status.state != "call")
    untold = work.json("status")
    sound.restart()
    sound.record("zoom")
    work.await_status(lambda status: status.state == "call")
    assert work.stop(agent) == (0, "")

    assert re.search(r"^ok +call +told by (PulseAudio|PipeWire) of every change$", told, re.MULTILINE)
    (sense,) = (sense for sense in untold["senses"] if sense["sense"] == "call")
    assert not sense["works"]
    assert "sound server" in sense["how"]
    assert "pipewire-pulse" in sense["remedy"]


def test_the_settings_say_which_programs_are_for_calls(work: AgentAtWork, sound: Sound) -> None:
    """A softphone that nobody knows can be named; a set that does not exist is said, with the nearest one."""
    work.set('call_apps = ["ourphone", "@browser"]')
    work.accept_notice()
    refused = work.command("agent", "--for", "1s")
    work.set('call_apps = ["ourphone"]')
    work.accept_notice()
    agent = work.record()
    sound.record("zoom")
    sound.record("OurPhone")
    work.await_status(lambda status: status.state == "call")
    assert work.stop(agent) == (0, "")

    assert refused.returncode == 1
    assert "names the set '@browser', which does not exist, did you mean '@browsers'?" in refused.stderr


def test_without_programs_for_calls_nobody_is_missed(work: AgentAtWork, sound: Sound) -> None:
    """`doctor` finds nothing wrong with a probe that the settings do not want, with an agent and without one."""
    work.set("call_apps = []")
    work.accept_notice()
    sound.record("zoom")
    alone = work.command("doctor").stdout
    agent = work.record()
    with_agent = work.command("doctor").stdout
    assert work.save().state != "call"
    assert work.stop(agent) == (0, "")

    for told in (alone, with_agent):
        assert re.search(r"^ok +call +calls are not noticed: the setting `call_apps` names no", told, re.MULTILINE)
