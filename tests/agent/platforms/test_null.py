from collections.abc import Iterator

import pytest

from agent.platforms.null import NullDesktop
from agent.platforms.protocols import DesktopLost
from core.capability import Sense
from tests.agent.platforms.contract import DesktopContract


class TestNullDesktop(DesktopContract):
    @pytest.fixture
    def subject(self) -> Iterator[NullDesktop]:
        null = NullDesktop("no display at all", "log in")
        yield null
        null.close()

    def test_it_says_why_and_what_to_do(self, subject: NullDesktop) -> None:
        """Silence is no answer: reason and remedy stand at every sense that a desktop could have."""
        told = {capability.sense: (capability.how, capability.remedy) for capability in subject.capabilities()}

        assert ("no display at all", "log in") == told[Sense.WINDOW] == told[Sense.IDLE]
        with pytest.raises(DesktopLost, match="no display at all"):
            subject.look()
