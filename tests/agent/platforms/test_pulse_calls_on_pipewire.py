"""Who holds a microphone, as a real PipeWire tells in place of PulseAudio."""

from collections.abc import Iterator

import pytest

from stage.sound import Sound
from tests.agent.platforms.listening import ListeningContract

pytestmark = pytest.mark.desktops


class TestPipeWire(ListeningContract):
    @pytest.fixture
    def sound(self) -> Iterator[Sound]:
        with Sound("pipewire") as sound:
            yield sound
