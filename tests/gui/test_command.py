"""The command line at work for a window: what it says, how far it is, how it failed, and how it is ended."""

import sys
from collections.abc import Callable

import pytest

from core.clock import steady_s
from core.errors import MachineError
from gui import command
from gui.background import Cancelled
from gui.command import run_engineroom, run_long


def plays(monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Let the command be this script, which finds its words in `sys.argv[1:]`."""
    monkeypatch.setattr(command, "engineroom_command", lambda *words: [sys.executable, "-c", script, *words])


def test_what_it_says_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """On stdout, or on stderr where it says nothing there."""
    plays(monkeypatch, "import sys; print('Grüße', *sys.argv[1:])")
    assert run_engineroom("notice", "show").startswith("Gr")
    plays(monkeypatch, "import sys; print('Done.', file=sys.stderr)")
    assert run_engineroom("erase") == "Done."
    assert run_long(lambda _share: None, "erase") == "Done."


@pytest.mark.parametrize("run", [run_engineroom, lambda *words: run_long(lambda _share: None, *words)])
def test_how_it_failed_is_told_in_its_last_words(monkeypatch: pytest.MonkeyPatch, run: Callable[..., str]) -> None:
    """What happened, and what to do."""
    plays(monkeypatch, "import sys; print('x\\nThe disk is full — make room', file=sys.stderr); sys.exit(1)")
    with pytest.raises(MachineError) as failed:
        run("data", "export", "--to", "x")

    assert failed.value.happened == "`engineroom data export` failed: The disk is full"
    assert failed.value.remedy == "make room"


def test_progress_arrives_while_it_works(monkeypatch: pytest.MonkeyPatch) -> None:
    """The last share is known before the end."""
    plays(
        monkeypatch,
        "import sys\nfor share in (0.25, 0.5): print('progress', share, file=sys.stderr, flush=True)\n"
        "print('Written: /tmp/x', file=sys.stderr)",
    )
    shares: list[float | None] = []
    assert run_long(shares.append, "data", "export") == "Written: /tmp/x"
    assert set(shares) <= {None, 0.25, 0.5}
    assert 0.25 in shares


def test_whoever_cancels_ends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Long before it would have ended by itself."""
    plays(monkeypatch, "import threading; threading.Event().wait(60)")

    def cancel(_share: float | None) -> None:
        raise Cancelled

    began_s = steady_s()
    with pytest.raises(Cancelled):
        run_long(cancel, "erase")
    assert steady_s() - began_s < 30
