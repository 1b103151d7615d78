"""What the agent recorded under Wine against what was done: focus, titles and input, and nothing of what was typed."""

import random
import select
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import groupby
from typing import Any

import pytest

from core.clock import now_ms
from stage.hands import Hands
from tests.agent.platforms.windows_cast import Program, WindowsCast
from tests.end_to_end.test_input import found_in
from tests.windows.desk import WindowsDesk

pytestmark = pytest.mark.desktops
CHANGES = 24
SHORTEST_VISIT_S = 0.5
CLOCKS_APART_MS = 5
"""Windows' clock and the one of this test are read by two programs, and one of them is slewed."""
SETTLED_AFTER_S = 1.5
"""A second look comes after one second, for what Windows tells nobody."""
TYPED = "quarzwehmut"
Visit = tuple[str, str]


@pytest.fixture
def cast(desk: WindowsDesk) -> Iterator[WindowsCast]:
    cast = WindowsCast(desk.windows)
    yield cast
    cast.leave()


def rest(seconds: float) -> None:
    """Let a window be in front for a while."""
    select.select([], [], [], seconds)


def ms(text: str) -> int:
    return round(datetime.fromisoformat(text).timestamp() * 1000)


def visits(spans: list[dict[str, Any]]) -> list[tuple[Visit, int]]:
    """(app and title, since when) of each window that was in front, in order."""
    seen = [((span["app"], span["title"]), ms(span["start"])) for span in spans if span["app"]]
    return [next(group) for _visit, group in groupby(seen, key=lambda pair: pair[0])]


def shows(app: str) -> Callable[[dict[str, Any]], bool]:
    """Whether a status tells that this program is in front."""
    return lambda status: bool(status["app"] == app)


def opened(cast: WindowsCast, app: str, title: str) -> Program:
    """A program that tells of its changes as Windows does."""
    program = cast.program(app)
    program.do("tell")
    program.open("a", title)
    return program


def test_every_visit_is_recorded_in_order(desk: WindowsDesk, cast: WindowsCast) -> None:
    """24 changes of focus and title: none missed, none invented, and each recorded before the next one was made."""
    choice = random.Random(20260302)
    programs = {app: opened(cast, app, f"Start of {app}") for app in ("claims", "mail", "wiki")}
    desk.accept_notice()
    desk.record()
    front = ""
    for front, program in programs.items():  # under Wine, programs that ran before learn late that somebody listens
        program.front("a")
        desk.await_status(shows(front))
    done: list[tuple[Visit, int]] = []
    titles = {app: f"Start of {app}" for app in programs}
    for number in range(CHANGES):
        began_ms = now_ms()
        if choice.random() < 0.4:
            titles[front] = f"Case {number} — Überweisung"
            programs[front].retitle("a", titles[front])
        else:
            front = choice.choice([app for app in programs if app != front])
            programs[front].front("a")
        done.append(((front, titles[front]), began_ms))
        rest(SHORTEST_VISIT_S)
    rest(SETTLED_AFTER_S)
    ended_ms = now_ms()
    desk.done("stop")

    recorded = visits(desk.json("timeline")["spans"])[-CHANGES:]
    assert [visit for visit, _began in done] == [visit for visit, _since in recorded]
    edges = [*(began for _visit, began in done), ended_ms]
    late = [
        (visit, since - began)
        for (visit, since), began, until in zip(recorded, edges, edges[1:], strict=False)
        if not began <= since < until
    ]
    assert late == []


def test_a_program_that_dies_under_the_agent_is_recorded_until_then(desk: WindowsDesk, cast: WindowsCast) -> None:
    """The agent goes on, and the dead window is in front no longer."""
    desk.accept_notice()
    desk.record()
    with cast.doomed("claims") as claims:
        claims.open("a", "Fall 1")
        desk.await_status(shows("claims"))
    died_ms = now_ms()
    desk.await_status(shows(""))
    desk.done("stop")

    spans = desk.json("timeline")["spans"]
    ends = [ms(span["end"]) for span in spans if span["app"] == "claims"]
    assert len(ends) == 1
    assert ends[0] - died_ms < SETTLED_AFTER_S * 1000


def test_input_is_counted_and_nothing_of_it_is_found(desk: WindowsDesk, cast: WindowsCast) -> None:
    """Eleven keys and two clicks by hand, four keys and four notches by software; the word is nowhere, the title is."""
    desk.set("input_counts = true")
    desk.accept_notice()
    agent = desk.record()
    ledger = opened(cast, "ledger", "Closing of the ledger")
    desk.await_status(shows("ledger"))
    hands = Hands(desk.windows.environment())
    hands.type(TYPED)
    hands.click(300, 300)
    hands.click(300, 300, button=3)
    rest(SETTLED_AFTER_S)
    mail = opened(cast, "mail", "Inbox")
    desk.await_status(shows("mail"))
    mail.do("type", times=4)
    rest(SETTLED_AFTER_S)

    title = b"Closing of the ledger"
    secrets = {TYPED.encode(), TYPED[::-1].encode(), TYPED.encode("utf-16-le"), TYPED.encode("utf-32-le")}
    found = found_in(agent.pid, title, *secrets)
    desk.done("stop")
    ledger.close("a")
    assert found == {title}
    files = [file.read_bytes() for file in desk.path().rglob("*") if file.is_file()]
    assert any(title in content for content in files)
    assert not any(secret in content for secret in secrets for content in files)
    spans = desk.json("timeline")["spans"]
    counts = {
        app: (sum(span["input"] for span in ours), sum(span["injected"] for span in ours))
        for app in ("ledger", "mail")
        for ours in [[span for span in spans if span["app"] == app]]
    }
    assert counts == {"ledger": (len(TYPED) + 2, 0), "mail": (8, 8)}
