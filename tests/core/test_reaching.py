import pytest

from core import reaching
from core.reaching import each, within


def test_each_is_gone_through_and_told_from_step_to_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before each step, as a share of the whole of which it is a part."""
    monkeypatch.setattr(reaching, "AT_ONCE", 2)
    heard: list[float] = []

    assert list(each("abcde", within(heard.append, 0.5, 1.0))) == ["a", "b", "c", "d", "e"]
    assert heard == pytest.approx([0.5, 0.7, 0.9])


def test_nothing_is_told_of_nothing() -> None:
    """There is no part of it."""
    heard: list[float] = []

    assert list(each("", heard.append)) == []
    assert heard == []


def test_whoever_is_told_can_end_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before the next step."""
    monkeypatch.setattr(reaching, "AT_ONCE", 2)

    def enough(share: float) -> None:
        if share > 0:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        list(each("abcde", enough))
    assert list(each("ab", enough)) == ["a", "b"]
