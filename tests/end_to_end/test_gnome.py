"""The agent process in a live headless GNOME session, from a Shell that tells nothing to a record without a gap."""

import os
import random
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from cli.arguments import parse
from cli.installing import run_install
from core.clock import steady_s
from stage.actor_client import ActorClient
from stage.actor_messages import Truth
from stage.at_work import AgentAtWork
from stage.gnome import GnomeShell
from stage.gnome_hands import GnomeHands
from tests.desktop import QT_ON_WAYLAND
from tests.end_to_end.test_scripted_truth import SHORTEST_VISIT_S, ms, visits_recorded, visits_told
from tests.gnome_desktop import bare_gnome, gnome, native_gnome
from tests.plain_user import as_plain_user

__all__ = ["bare_gnome", "gnome", "native_gnome"]
pytestmark = pytest.mark.desktops
CHANGES = 48
CHURN_S = 20.0
AT_ONCE = 4
SEEN_LATE_MS = 1000
"""The Shell learns of the end of a window a little after its program, and the agent after the Shell."""
LARGEST_GROWTH = 4 << 20
"""Bytes, for hundreds of spans and the programs that they name."""


@pytest.fixture
def shell(request: pytest.FixtureRequest) -> GnomeShell:
    """With our extension, unless a test asked for one without."""
    name = "bare_gnome" if "bare_gnome" in request.fixturenames else "gnome"
    screen: GnomeShell = request.getfixturevalue(name)
    return screen


@pytest.fixture
def work(shell: GnomeShell, home: Path) -> Iterator[AgentAtWork]:
    at_work = AgentAtWork(shell.environment(), home)
    at_work.accept_notice()
    yield at_work
    at_work.close()


@pytest.fixture
def native(shell: GnomeShell) -> Iterator[ActorClient]:
    """A program with Wayland windows."""
    with ActorClient(shell.environment(**QT_ON_WAYLAND), "stage.qt_actor") as actor:
        yield actor


def desktop_install(shell: GnomeShell, *words: str) -> None:
    """The command, as the person whose session it is."""

    def command() -> None:
        os.environ.update(shell.environment())
        run_install(parse(["desktop", "install", *words]))

    as_plain_user(command)


def test_every_visit_is_recorded_in_order(shell: GnomeShell, work: AgentAtWork, native: ActorClient) -> None:
    """48 changes of focus and title among windows of Wayland and X11: none is missed, none invented."""
    choice = random.Random(20261123)
    hands = GnomeHands(shell)
    with ActorClient(shell.environment()) as on_x11:
        actors = {f"Program{number}": (native, on_x11)[number % 2] for number in range(4)}
        for app, actor in actors.items():
            actor.open(app, app=app, title=f"Window of {app}")
            hands.activate(app)
            actor.await_front(app)
        agent = work.record()
        front, titles = "Program3", 0
        for _change in range(CHANGES):
            if choice.random() < 0.4:
                titles += 1
                actors[front].retitle(front, f"Case {titles} — Überweisung")
            else:
                front = choice.choice([app for app in actors if app != front])
                hands.activate(front)
                actors[front].await_front(front)
            actors[front].rest(SHORTEST_VISIT_S + choice.random() / 10)
        truths = in_order(native, on_x11)
    assert work.stop(agent) == (0, "")

    told = visits_told(truths)[-CHANGES:]
    recorded = visits_recorded(work.json("timeline")["spans"])[-CHANGES:]
    assert [visit for visit, _since in told] == [visit for visit, _since in recorded]
    worst = max(abs(one - other) for (_v, one), (_w, other) in zip(told, recorded, strict=True))
    assert worst < SHORTEST_VISIT_S * 1000


def in_order(*actors: ActorClient) -> list[Truth]:
    """What several programs told, as it happened."""
    return sorted((truth for actor in actors for truth in actor.truths), key=lambda truth: truth.at_ms)


def test_a_shell_that_dies_is_a_blocked_gap_and_comes_back(shell: GnomeShell, work: AgentAtWork) -> None:
    """The agent survives its desktop, says what it cannot see, and records the windows of the next one."""
    agent = work.record()
    work.save()  # a second look: one alone is no span yet
    shell.kill()
    lost = work.await_status(lambda status: status.mode == "blocked")
    shell.restart()
    with ActorClient(shell.environment(**QT_ON_WAYLAND), "stage.qt_actor") as actor:
        actor.open("a", app="claims", title="Fall 1")
        back = work.await_status(lambda status: status.title == "Fall 1")
        work.save()
    code, _said = work.stop(agent)

    assert code == 0
    assert (back.mode, back.backend) == ("recording", "gnome")
    assert "compositor" in lost.warnings[0]
    timeline = work.json("timeline")
    assert [gap["why"] for gap in timeline["gaps"]] == ["blocked"]
    assert ("claims", "Fall 1") in {(span["app"], span["title"]) for span in timeline["spans"]}


def test_from_a_bare_session_to_a_record_and_back(bare_gnome: GnomeShell, work: AgentAtWork) -> None:
    """Install, log out and in, and the agent that was there all the time records; remove, and it says so."""
    agent = work.record()
    blocked = work.status()
    doctor = work.command("doctor")
    desktop_install(bare_gnome)
    waiting = next(sense for sense in work.status().senses if sense.sense == "window")
    bare_gnome.kill()
    bare_gnome.restart()
    with ActorClient(bare_gnome.environment(**QT_ON_WAYLAND), "stage.qt_actor") as actor:
        actor.open("a", app="org.kde.kate", title="Letter")
        seen = work.await_status(lambda status: status.title == "Letter")
        work.save()
        desktop_install(bare_gnome, "--remove")
        removed = work.await_status(lambda status: status.mode == "blocked")
    work.stop(agent)

    assert (blocked.mode, blocked.backend) == ("blocked", "gnome")
    assert "engineroom desktop install" in blocked.warnings[0]
    assert doctor.returncode == 1
    assert "that of Engineroom is not installed — run `engineroom desktop install`" in doctor.stdout
    assert (waiting.how, waiting.remedy) == (
        "GNOME Shell has not loaded Engineroom's extension yet",
        "log out and in",
    )
    assert (seen.mode, seen.app) == ("recording", "kate")
    assert "switched off" in removed.warnings[0]
    assert not [path for path in bare_gnome.extensions.iterdir() if path.is_dir()]
    timeline = work.json("timeline")
    assert ("kate", "Letter") in {(span["app"], span["title"]) for span in timeline["spans"]}
    assert {gap["why"] for gap in timeline["gaps"]} == {"blocked"}


def test_an_extension_that_is_switched_off_is_mended_by_the_same_command(shell: GnomeShell, work: AgentAtWork) -> None:
    """Without another login: the Shell knows it already."""
    work.record()
    shell.set("enabled-extensions", "[]")
    work.await_status(lambda status: status.mode == "blocked")
    desktop_install(shell)

    assert work.await_status(lambda status: status.mode == "recording").warnings == []


def test_windows_that_come_and_go_leave_no_span_behind(native_gnome: GnomeShell, home: Path) -> None:
    """Twenty seconds as fast as they can: every span lies in the life of its window, and the agent does not grow."""
    work = AgentAtWork(native_gnome.environment(), home)
    work.accept_notice()
    try:
        with ActorClient(native_gnome.environment(**QT_ON_WAYLAND), "stage.qt_actor") as actor:
            agent = work.record()
            before = psutil.Process(agent.pid).memory_info().rss
            opened = come_and_go(actor, CHURN_S)
            work.await_status(lambda status: status.app == "")
            grown = psutil.Process(agent.pid).memory_info().rss - before
            lives = {
                truth.title: (truth.at_ms, next(end.at_ms for end in actor.truths if is_end(end, truth)))
                for truth in actor.truths
                if truth.saw == "opened"
            }
        assert work.stop(agent) == (0, "")
    finally:
        work.close()

    spans = [span for span in work.json("timeline")["spans"] if span["app"]]
    assert opened > 100
    assert len(spans) > 50
    dead = [
        span
        for span in spans
        if ms(span["start"]) < lives[span["title"]][0] - SEEN_LATE_MS
        or ms(span["end"]) > lives[span["title"]][1] + SEEN_LATE_MS
    ]
    assert dead == []
    assert grown < LARGEST_GROWTH


def come_and_go(actor: ActorClient, seconds: float) -> int:
    """How many windows were opened and closed, four of them at a time."""
    until, number = steady_s() + seconds, 0
    while steady_s() < until:
        actor.open(f"w{number}", app=f"churn{number}", title=str(number))
        number += 1
        if number > AT_ONCE:
            actor.close(f"w{number - AT_ONCE - 1}")
    for left in range(max(0, number - AT_ONCE), number):
        actor.close(f"w{left}")
    return number


def is_end(end: Truth, opening: Truth) -> bool:
    return end.saw == "closed" and end.window == opening.window
