import pytest

from tests.agent.platforms.contract import DesktopContract
from tests.agent.staged import StagedClock, StagedDesktop


class TestStagedDesktop(DesktopContract):
    """The desktop that tests of the loop script behaves as the real ones do."""

    @pytest.fixture
    def subject(self) -> StagedDesktop:
        return StagedDesktop(StagedClock())
