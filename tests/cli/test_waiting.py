"""Who waits to record, by a lease that is taken and a holder that answers as a test says."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from agent.control import Request, Status
from agent.endings import Endings
from agent.lease import Lease
from agent.server import ControlServer
from cli import waiting
from cli.waiting import wait_for
from core.errors import UserError

SESSION = "display :77"


@pytest.fixture
def taken(tmp_path: Path) -> Iterator[Lease]:
    """By an agent on the display of whoever waits."""
    lease = Lease(tmp_path / "lease", SESSION)
    assert lease.take()
    yield lease
    lease.give_back()


class Holder:
    """Answers with one mode after the other, and calls back with the last."""

    def __init__(self, lease: Lease, *modes: str, gives_way: bool = False) -> None:
        self._lease = lease
        self._modes = list(modes)
        self._gives_way = gives_way
        self.asked: list[str] = []
        self.told: list[str] = []

    def __call__(self, request: Request) -> msgspec.Struct:
        self.asked.append(request.do)
        self.told.append(request.choice)
        mode = self._modes.pop(0)
        if self._gives_way and not self._modes:
            self._lease.give_back()
        return msgspec.convert(
            {
                **dict.fromkeys(("version", "session", "backend", "app", "title", "ruleset"), ""),
                **dict.fromkeys(("state", "last_sample_ms", "mode_until_ms"), None),
                **dict.fromkeys(("warnings", "losses", "senses", "pause_choices"), ()),
                "pid": 1,
                "private_allowed": True,
                "mode": mode,
            },
            Status,
        )


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":77")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(waiting, "ASK_FOR_LEASE_EVERY_S", 0.01)
    monkeypatch.setattr(waiting, "ASK_TO_GIVE_WAY_EVERY_S", 0.0)


def test_a_holder_of_the_same_display_that_sees_nothing_is_waited_for(tmp_path: Path, taken: Lease) -> None:
    """A display may have its name from a login that is over: who records it no more is asked to give way."""
    holder = Holder(taken, "blocked", "blocked", "blocked", gives_way=True)
    mine = Lease(tmp_path / "lease", SESSION)
    with Endings() as endings, closing(ControlServer(tmp_path / "run" / "s", holder)):
        assert wait_for(mine, endings, tmp_path / "run" / "s")
    mine.give_back()

    assert holder.asked == ["give-way"] * 3


@pytest.mark.parametrize("in_front", [True, False])
def test_a_holder_is_told_whether_the_session_that_waits_is_in_front(
    tmp_path: Path, taken: Lease, monkeypatch: pytest.MonkeyPatch, in_front: bool
) -> None:
    """Who is hidden gives way to that one alone."""
    monkeypatch.setattr(waiting, "is_in_front", lambda: in_front)
    holder = Holder(taken, "blocked", gives_way=True)
    mine = Lease(tmp_path / "lease", SESSION)
    with Endings() as endings, closing(ControlServer(tmp_path / "run" / "s", holder)):
        assert wait_for(mine, endings, tmp_path / "run" / "s")
    mine.give_back()

    assert holder.told == ["in-front" if in_front else ""]


def test_a_holder_of_the_same_display_that_sees_it_again_is_left_alone(tmp_path: Path, taken: Lease) -> None:
    """Then one agent in this session is enough."""
    holder = Holder(taken, "blocked", "recording")
    with (
        Endings() as endings,
        closing(ControlServer(tmp_path / "run" / "s", holder)),
        pytest.raises(UserError, match="An agent already records display :77"),
    ):
        wait_for(Lease(tmp_path / "lease", SESSION), endings, tmp_path / "run" / "s")


@pytest.mark.usefixtures("taken")
def test_a_holder_that_does_not_answer_holds_what_it_has(tmp_path: Path) -> None:
    """It may be about to start."""
    with Endings() as endings, pytest.raises(UserError, match="already records"):
        wait_for(Lease(tmp_path / "lease", SESSION), endings, tmp_path / "nobody")
