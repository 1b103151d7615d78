"""Lengths of time as they are written and said."""

import pytest

from classifiers.lengths import in_words, length_ms


@pytest.mark.parametrize(
    ("written", "seconds"),
    [("90s", 90), ("12m", 720), ("1h", 3600), ("1h30m", 5400), ("1h 30m", 5400), ("2m 5s", 125), ("0s", 0)],
)
def test_a_length_is_read(written: str, seconds: int) -> None:
    """Hours, minutes and seconds, in that order."""
    assert seconds * 1000 == length_ms(written)


@pytest.mark.parametrize("written", ["", " ", "5", "5 min", "m", "-5m", "1m1h", "1.5m", "5M"])
def test_anything_else_is_refused(written: str) -> None:
    """With an example of what would be right."""
    with pytest.raises(ValueError, match="is not a length of time such as 90s, 10m or 1h30m"):
        length_ms(written)


@pytest.mark.parametrize(
    ("ms", "words"),
    [
        (40_000, "40 s"),
        (60_000, "1 min"),
        (90_499, "1 min 30 s"),
        (600_000, "10 min"),
        (5_400_000, "1 h 30 min"),
        (0, "0 s"),
    ],
)
def test_a_length_is_said_to_the_second(ms: int, words: str) -> None:
    """As it stands in a verdict."""
    assert words == in_words(ms)
