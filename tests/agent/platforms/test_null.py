from collections.abc import Iterator

import pytest

from agent.platforms import null
from agent.platforms.null import NullDesktop
from agent.platforms.protocols import Desktop, DesktopLost
from agent.platforms.x11 import X11Desktop
from core.capability import Sense
from stage.actor_client import ActorClient
from stage.xserver import XServer
from tests.agent.platforms.contract import FOR_EVER_S, DesktopContract
from tests.desktop import await_sight, open_files, shows


def find_nothing() -> Desktop:
    raise DesktopLost("no display at all", "log in")


class TestNullDesktop(DesktopContract):
    @pytest.fixture
    def subject(self) -> Iterator[NullDesktop]:
        unseen = NullDesktop(DesktopLost("no display at all", "log in"), find_nothing)
        yield unseen
        unseen.close()

    def test_it_says_why_and_what_to_do(self, subject: NullDesktop) -> None:
        """Silence is no answer: reason and remedy stand at every sense that a desktop could have."""
        told = {capability.sense: (capability.how, capability.remedy) for capability in subject.capabilities()}

        assert ("no display at all", "log in") == told[Sense.WINDOW] == told[Sense.IDLE]
        with pytest.raises(DesktopLost, match="no display at all"):
            subject.look()


class TestNullDesktopThatFoundOne(DesktopContract):
    """The real one answers in its place."""

    @pytest.fixture
    def subject(self, openbox: XServer, actor: ActorClient, monkeypatch: pytest.MonkeyPatch) -> Iterator[NullDesktop]:
        monkeypatch.setattr(null, "LOOK_AGAIN_AFTER_S", 0.0)
        found = NullDesktop(DesktopLost("not yet"), lambda: X11Desktop(openbox.display))
        actor.open("a", app="Mousepad", title="notes")
        await_sight(found, shows("mousepad", "notes"))
        yield found
        found.close()

    def test_it_goes_by_the_name_of_what_it_found(self, subject: NullDesktop) -> None:
        """Status says which back-end runs now."""
        assert subject.name == "x11"
        assert next(told.works for told in subject.capabilities() if told.sense == Sense.WINDOW)


def test_a_desktop_that_appears_after_the_start_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every look may find it; until then the newest reason is said, and nothing is left behind."""
    monkeypatch.setattr(null, "LOOK_AGAIN_AFTER_S", 0.0)
    with XServer(window_manager="openbox") as screen, ActorClient(screen.environment()) as actor:
        actor.open("a", app="Mousepad", title="notes")
        reasons = iter(("it starts", "it still starts"))

        def find() -> Desktop:
            for reason in reasons:
                raise DesktopLost(reason, "wait")
            return X11Desktop(screen.display)

        files = open_files()
        waiting = NullDesktop(DesktopLost("no display", "log in"), find)
        for reason in ("it starts", "it still starts"):
            with pytest.raises(DesktopLost, match=reason) as lost:
                waiting.look()
            assert lost.value.remedy == "wait"
            assert waiting.name == "none"
        await_sight(waiting, shows("mousepad", "notes"))
        waiting.close()

        assert files == open_files()


def test_it_looks_again_only_from_time_to_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """A beat costs nothing meanwhile."""
    asked: list[int] = []

    def find() -> Desktop:
        asked.append(1)
        return find_nothing()

    waiting = NullDesktop(DesktopLost("not yet"), find)
    for _ in range(5):
        with pytest.raises(DesktopLost, match="not yet"):
            waiting.look()
    waiting.close()

    assert asked == []


def test_a_wake_while_the_real_one_is_found_is_not_lost(openbox: XServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """It was meant for whoever waits next."""
    monkeypatch.setattr(null, "LOOK_AGAIN_AFTER_S", 0.0)
    waiting = NullDesktop(DesktopLost("not yet"), lambda: X11Desktop(openbox.display))
    waiting.wake()
    waiting.look()
    waiting.look()
    waiting.wait(FOR_EVER_S)
    waiting.close()
