"""The agent process on Wayland: what it recorded against what the windows themselves said."""

import random
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from core.clock import steady_s
from stage.actor_client import ActorClient
from stage.at_work import AgentAtWork
from stage.compositor import KWIN, SWAY, Compositor
from stage.wayland_hands import hands_on
from tests.desktop import QT_ON_WAYLAND, entered
from tests.end_to_end.test_scripted_truth import ms, visits_recorded, visits_told

pytestmark = pytest.mark.desktops
CHANGES = 48
SHORTEST_VISIT_S = 0.25
CHURN_S = 20.0
GONE_WITHIN_MS = 2500
"""The agent looks once more at the latest after so long, also while it writes some thousand spans."""


@pytest.fixture(params=[SWAY, KWIN], ids=lambda kind: kind.name)
def compositor(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Compositor]:
    yield from entered(request.param, request, monkeypatch)


@pytest.fixture
def work(compositor: Compositor, home: Path) -> Iterator[AgentAtWork]:
    at_work = AgentAtWork(compositor.environment(), home)
    yield at_work
    at_work.close()


def test_every_visit_is_recorded_in_order(work: AgentAtWork, compositor: Compositor) -> None:
    """48 changes of focus and title, on Wayland and on XWayland: none is missed, none invented, each dated right."""
    choice = random.Random(20260302)
    hands = hands_on(compositor)
    work.accept_notice()
    with ExitStack() as cast:
        native = cast.enter_context(ActorClient(compositor.environment(**QT_ON_WAYLAND), "stage.qt_actor"))
        x11 = cast.enter_context(ActorClient(compositor.environment()))
        actors = {"claims": native, "mail": native, "ledger": x11, "letter": x11}
        for app, actor in actors.items():
            actor.open(app, app=app, title=f"{app} opens")
            actor.await_front(app)
        agent = work.record()
        assert work.status().backend == compositor.name
        front = "letter"
        for number in range(CHANGES):
            if choice.random() < 0.4:
                actors[front].retitle(front, f"Case {number} — Überweisung")
            else:
                front = choice.choice([app for app in actors if app != front])
                hands.activate(front)
                actors[front].await_front(front)
            for actor in (native, x11):
                actor.rest((SHORTEST_VISIT_S + choice.random() / 10) / 2)
        truths = sorted((*native.truths, *x11.truths), key=lambda truth: truth.at_ms)
        assert work.stop(agent) == (0, "")

    told = visits_told(truths)[-CHANGES:]
    recorded = visits_recorded(work.json("timeline")["spans"])[-CHANGES:]
    assert [visit for visit, _since in told] == [visit for visit, _since in recorded]
    worst = max(abs(one - other) for (_v, one), (_w, other) in zip(told, recorded, strict=True))
    assert worst < SHORTEST_VISIT_S * 1000


def test_a_compositor_that_dies_is_a_blocked_gap_and_comes_back(work: AgentAtWork, compositor: Compositor) -> None:
    """The agent survives it, says what it cannot see, and goes on with the next one by itself."""
    work.accept_notice()
    agent = work.record()
    work.save()  # a second look: one alone is no span yet
    compositor.kill()
    lost = work.await_status(lambda status: status.mode == "blocked")
    compositor.restart()
    back = work.await_status(lambda status: status.mode == "recording")
    with ActorClient(compositor.environment(**QT_ON_WAYLAND), "stage.qt_actor") as actor:
        actor.open("a", app="claims", title="Fall 1")
        work.await_status(lambda status: (status.app, status.title) == ("claims", "Fall 1"))
        work.await_status(lambda status: (status.last_sample_ms or 0) > (back.last_sample_ms or 0))
    code, _said = work.stop(agent)

    assert code == 0
    assert lost.warnings
    timeline = work.json("timeline")
    assert [gap["why"] for gap in timeline["gaps"]] == ["blocked"]
    assert ("claims", "Fall 1") in {(span["app"], span["title"]) for span in timeline["spans"]}


def test_no_span_outlives_its_window(work: AgentAtWork, compositor: Compositor) -> None:
    """Twenty seconds of opening and closing, as fast as the windows can."""
    work.accept_notice()
    closed_ms: dict[str, int] = {}
    with ActorClient(compositor.environment(**QT_ON_WAYLAND), "stage.qt_actor") as actor:
        agent = work.record()
        until, number = steady_s() + CHURN_S, 0
        while steady_s() < until:
            actor.open(str(number), app=f"app{number % 50}", title=f"window {number}")
            if number >= 2:
                closed_ms[f"window {number - 2}"] = actor.close(str(number - 2)).at_ms
            number += 1
        for last in (number - 2, number - 1):
            closed_ms[f"window {last}"] = actor.close(str(last)).at_ms
        work.await_status(lambda status: status.app == "")
        assert work.stop(agent) == (0, "")

    spans = [span for span in work.json("timeline")["spans"] if span["title"]]
    late = [
        (span["title"], ms(span["end"]) - closed_ms[span["title"]])
        for span in spans
        if ms(span["end"]) > closed_ms[span["title"]] + GONE_WITHIN_MS
    ]
    assert late == []
    assert len(spans) > 100
