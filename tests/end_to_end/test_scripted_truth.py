"""What the agent recorded against what the windows themselves said."""

import random
from collections.abc import Iterator
from datetime import datetime
from itertools import groupby

import pytest

from stage.actor_client import ActorClient
from stage.actor_messages import Truth
from stage.at_work import AgentAtWork
from stage.xserver import XServer

CHANGES = 48
SHORTEST_VISIT_S = 0.25
Visit = tuple[str, str]


def visits_told(truths: list[Truth]) -> list[tuple[Visit, int]]:
    """(app and title, since when) of each window that was in front, by the windows' own events."""
    told = [
        ((truth.app.lower(), truth.title), truth.at_ms)
        for truth in truths
        if truth.saw == "focus" or (truth.saw == "title" and truth.in_front)
    ]
    return [next(group) for _visit, group in groupby(told, key=lambda pair: pair[0])]


def visits_recorded(spans: list[dict[str, str]]) -> list[tuple[Visit, int]]:
    """The same from the record, without the moments in which no window was in front."""
    seen = [((span["app"], span["title"]), ms(span["start"])) for span in spans if span["app"]]
    return [next(group) for _visit, group in groupby(seen, key=lambda pair: pair[0])]


def ms(text: str) -> int:
    return round(datetime.fromisoformat(text).timestamp() * 1000)


@pytest.fixture(scope="module")
def screen(request: pytest.FixtureRequest) -> Iterator[XServer]:
    with XServer(window_manager=getattr(request, "param", "openbox")) as server:
        yield server


@pytest.mark.parametrize("screen", ["openbox", "xfwm4"], indirect=True)
def test_every_visit_is_recorded_in_order(work: AgentAtWork, screen: XServer) -> None:
    """48 changes of focus and title: no visit is missed, none invented, each begins where its window said so."""
    choice = random.Random(20260302)
    work.accept_notice()
    with ActorClient(screen.environment()) as actor:
        for number in range(4):
            actor.open(f"w{number}", app=f"Program{number}", title=f"Window {number}")
            actor.activate(f"w{number}")
        agent = work.record()
        front, titles = 3, 0
        first = len(actor.truths) - 1
        for _change in range(CHANGES):
            if choice.random() < 0.4:
                titles += 1
                actor.retitle(f"w{front}", f"Case {titles} — Überweisung")
            else:
                front = choice.choice([number for number in range(4) if number != front])
                actor.activate(f"w{front}")
            actor.rest(SHORTEST_VISIT_S + choice.random() / 10)
        truths = actor.truths
    assert work.stop(agent) == (0, "")

    told = visits_told(truths[first:])[-CHANGES:]
    recorded = visits_recorded(work.json("timeline")["spans"])[-CHANGES:]
    assert [visit for visit, _since in told] == [visit for visit, _since in recorded]
    worst = max(abs(one - other) for (_v, one), (_w, other) in zip(told, recorded, strict=True))
    assert worst < SHORTEST_VISIT_S * 1000


def test_idle_is_found_and_dated_back(work: AgentAtWork, screen: XServer) -> None:
    """Hands off for twelve seconds with a threshold of ten: idle since the last key, until the next one."""
    work.accept_notice()
    work.set("idle_threshold_s = 10")
    work.accept_notice()
    with ActorClient(screen.environment()) as actor:
        actor.open("w", app="Letter", title="Dear Ms Ilves")
        actor.activate("w")
        actor.press("a")
        actor.await_key(1)
        agent = work.record()
        actor.rest(1)
        actor.press("b")
        actor.await_key(2)
        left_ms = actor.truths[-1].at_ms
        work.await_status(lambda status: status.state == "idle")
        actor.press("c")
        actor.await_key(3)
        back_ms = actor.truths[-1].at_ms
        work.await_status(lambda status: status.state == "active")
        assert work.stop(agent) == (0, "")

    spans = work.json("timeline")["spans"]
    assert [state for state, _spans in groupby(span["state"] for span in spans)] == ["active", "idle", "active"], spans
    idle = [span for span in spans if span["state"] == "idle"]
    assert abs(ms(idle[0]["start"]) - left_ms) < 500
    assert abs(ms(idle[-1]["end"]) - back_ms) < 1500
    assert {span["category"] for span in idle} == {"Idle"}
