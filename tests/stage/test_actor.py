import subprocess

import pytest

from core.clock import now_ms
from stage.actor_client import ActorClient
from stage.xserver import XServer
from tests.desktop import actor, openbox

__all__ = ["actor", "openbox"]


def test_its_windows_are_what_they_are_said_to_be(openbox: XServer, actor: ActorClient) -> None:
    """Class, title and process stand where every desktop looks for them."""
    xid = actor.open("a", app="Claims", title="Fall 7 – Größe").xid
    told = subprocess.run(
        ["xprop", "-id", str(xid), "WM_CLASS", "_NET_WM_NAME", "_NET_WM_PID"],
        env=openbox.environment(),
        capture_output=True,
        text=True,
        check=True,
    )

    assert '"claims", "Claims"' in told.stdout
    assert "Fall 7 – Größe" in told.stdout
    assert f"= {actor.pid}" in told.stdout


def test_the_truth_is_that_of_the_server(openbox: XServer, actor: ActorClient) -> None:
    """Which window has the focus is what another program finds, at a time between question and answer."""
    for name in ("a", "b"):
        actor.open(name, app="Claims", title=name)
        actor.await_front(name)
    before_ms = now_ms()
    truth = actor.activate("a")
    focused = subprocess.run(
        ["xdotool", "getwindowfocus"], env=openbox.environment(), capture_output=True, text=True, check=True
    )

    assert (truth.saw, truth.window, truth.in_front) == ("focus", "a", True)
    assert int(focused.stdout) == truth.xid
    assert before_ms <= truth.at_ms <= now_ms()


def test_a_title_is_told_with_whether_it_was_in_front(actor: ActorClient) -> None:
    """The agent owes nothing about windows in the background."""
    for name in ("a", "b"):
        actor.open(name, app="Claims", title=name)
        actor.await_front(name)

    assert not actor.retitle("a", "behind").in_front
    assert actor.retitle("b", "before").in_front


def test_a_window_that_closes_is_in_front_no_more(actor: ActorClient) -> None:
    """Whether we close it or the window manager asks it to."""
    actor.open("a", app="Claims", title="a")
    actor.await_front("a")

    assert not actor.close("a").in_front
    assert actor.in_front is None


def test_a_key_goes_to_the_window_in_front(actor: ActorClient) -> None:
    for name in ("a", "b"):
        actor.open(name, app="Claims", title=name)
        actor.await_front(name)
    actor.press("Return")
    actor.await_key()

    assert [truth.window for truth in actor.truths if truth.saw == "key"] == ["b"]


def test_an_actor_without_a_server_ends(openbox: XServer, actor: ActorClient) -> None:
    """A crash of the server is told at once, not waited for."""
    actor.open("a", app="Claims", title="a")
    openbox.kill()

    with pytest.raises(TimeoutError, match="the actor ended"):
        actor.await_front("never")
