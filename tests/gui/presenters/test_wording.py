from collections.abc import Iterator

import pytest

from core.category import Kind
from gui.presenters.wording import name_of_kind, speak_through, translate


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    yield
    speak_through(lambda _context, text: text)


def test_presenters_speak_through_whoever_was_named() -> None:
    """Qt's translator in the program, any function in a test."""
    speak_through(lambda context, text: f"{context}:{text[::-1]}")

    assert translate("Agent", "Paused") == "Agent:desuaP"
    assert name_of_kind("Work") == "Kind:kroW"


def test_english_is_spoken_until_then() -> None:
    """No translation is needed for the first start."""
    assert translate("Agent", "Paused") == "Paused"


def test_every_kind_has_a_name() -> None:
    """And so has a gap."""
    assert [name_of_kind(kind) for kind in (*Kind, "Gap")] == [*Kind, "Gap"]
