"""The bar that says that something still goes on."""

import io
from dataclasses import dataclass

import pytest

from cli.progress import Progress


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@dataclass
class _Clock:
    seconds: float = 0


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> _Clock:
    """A clock whose hands the test moves."""
    found = _Clock()
    monkeypatch.setattr("cli.progress.steady_s", lambda: found.seconds)
    return found


def reach(progress: Progress, share: float, clock: _Clock, seconds: float) -> None:
    clock.seconds = seconds
    progress.reached(share)


def on_a(stream: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """`stream` as stderr; to be called in the test, since pytest sets its own before each."""
    monkeypatch.setattr("sys.stderr", stream)
    return stream


def test_what_takes_a_moment_shows_no_bar(clock: _Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """Less than a second: nothing flickers."""
    terminal = on_a(_Terminal(), monkeypatch)
    with Progress("Reading") as progress:
        reach(progress, 0.5, clock, 0.5)
        reach(progress, 1, clock, 0.99)

    assert terminal.getvalue() == ""


def test_what_takes_longer_shows_how_far_it_is(clock: _Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """Drawn anew five times a second at the most, and complete at the end."""
    terminal = on_a(_Terminal(), monkeypatch)
    with Progress("Reading") as progress:
        reach(progress, 0.25, clock, 1.0)
        reach(progress, 0.5, clock, 1.1)
        reach(progress, 1, clock, 1.15)

    assert terminal.getvalue() == (
        "\rReading [########                      ]  25%\rReading [##############################] 100%\n"
    )


def test_a_bar_that_is_stopped_ends_its_line(clock: _Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is said next begins on a line of its own."""
    terminal = on_a(_Terminal(), monkeypatch)

    def stopped() -> None:
        with Progress("Reading") as progress:
            reach(progress, 0.5, clock, 2)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert terminal.getvalue().endswith(" 50%\n")


@pytest.mark.parametrize(("is_terminal", "shown"), [(False, True), (True, False)])
def test_where_it_would_disturb_there_is_none(
    is_terminal: bool, shown: bool, clock: _Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not in a log, and not in the middle of data."""
    stream = on_a(_Terminal() if is_terminal else io.StringIO(), monkeypatch)
    with Progress("Reading", shown=shown) as progress:
        reach(progress, 0.5, clock, 5)

    assert stream.getvalue() == ""
