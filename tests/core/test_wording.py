from collections.abc import Iterator

import pytest

from core.wording import speak_through, translate


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    yield
    speak_through(lambda _context, text: text)


def test_all_rooms_speak_through_whoever_was_named() -> None:
    """Qt's translator in the program, any function in a test."""
    speak_through(lambda context, text: f"{context}:{text[::-1]}")

    assert translate("Agent", "Paused") == "Agent:desuaP"


def test_english_is_spoken_until_then() -> None:
    """No translation is needed for the first start."""
    assert translate("Agent", "Paused") == "Paused"
