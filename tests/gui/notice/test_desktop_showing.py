"""The process that looks for the notice: what it tells arrives, and it ends with the window."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.example import Example, OffHours
from gui.notice import desktop_showing
from gui.notice.desktop_showing import DesktopShowing

TELLS = """
import os, sys
print('{"type": "off-hours"}', flush=True)
print('no example', flush=True)
print('{"type": "example", "at_ms": 1, "off_min": 0, "app": "ledger", "title": "", "state": "active", "since_ms": 1}',
      flush=True)
while os.read(0, 100):
    pass
open(sys.argv[1], "w").close()
"""


@pytest.fixture
def ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that the process makes when it ends in order."""
    mark = tmp_path / "ended"
    monkeypatch.setattr(desktop_showing, "engineroom_command", lambda *_: [sys.executable, "-c", TELLS, str(mark)])
    return mark


@pytest.fixture
def showing(ended: Path, qtbot: QtBot) -> Iterator[DesktopShowing]:
    one = DesktopShowing()
    yield one
    one.stop()
    qtbot.waitUntil(lambda: not one.runs, timeout=20_000)


def test_what_it_tells_arrives_and_what_cannot_be_read_does_not(showing: DesktopShowing, qtbot: QtBot) -> None:
    """In order."""
    told: list[object] = []
    showing.told.connect(told.append)
    showing.start()
    qtbot.waitUntil(lambda: len(told) == 2, timeout=20_000)

    assert told[0] == OffHours()
    assert isinstance(told[1], Example)


def test_it_ends_when_nobody_reads_any_more(showing: DesktopShowing, ended: Path, qtbot: QtBot) -> None:
    """By itself, and without being killed; shown again, another one begins."""
    with qtbot.waitSignal(showing.told, timeout=20_000):
        showing.start()
    showing.start()
    showing.stop()
    qtbot.waitUntil(ended.exists, timeout=20_000)
    with qtbot.waitSignal(showing.told, timeout=20_000):
        showing.start()


def test_a_program_that_cannot_be_run_is_no_disaster(
    showing: DesktopShowing, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, qtbot: QtBot
) -> None:
    """The notice can be read without an example."""
    monkeypatch.setattr(desktop_showing, "engineroom_command", lambda *_: ["/nowhere/engineroom"])
    with qtbot.waitSignal(showing.ended, timeout=20_000):
        showing.start()

    assert "no example can be shown" in caplog.text


def test_why_it_ended_is_told_but_not_where_it_was_told_to(
    showing: DesktopShowing, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """A desktop that cannot be seen at all, say."""
    ends = "import sys; print('There is no display at all', file=sys.stderr); sys.exit(1)"
    with qtbot.waitSignal(showing.told, timeout=20_000):
        showing.start()
    reasons: list[str] = []
    showing.ended.connect(reasons.append)
    showing.stop()
    qtbot.waitUntil(lambda: not showing.runs, timeout=20_000)
    assert reasons == []
    monkeypatch.setattr(desktop_showing, "engineroom_command", lambda *_: [sys.executable, "-c", ends])
    showing.start()
    qtbot.waitUntil(lambda: reasons == ["There is no display at all"], timeout=20_000)


def test_one_that_had_to_be_killed_was_told_to_as_well(
    showing: DesktopShowing, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """Nobody reads any more: there is nothing to explain, and opened again another one begins."""
    hangs = """print('{"type": "off-hours"}', flush=True); import time; time.sleep(600)"""
    monkeypatch.setattr(desktop_showing, "engineroom_command", lambda *_: [sys.executable, "-c", hangs])
    showing._patience.setInterval(1)
    reasons: list[str] = []
    showing.ended.connect(reasons.append)
    with qtbot.waitSignal(showing.told, timeout=20_000):
        showing.start()
    showing.stop()
    qtbot.waitUntil(lambda: not showing._patience.isActive(), timeout=20_000)
    with qtbot.waitSignal(showing.told, timeout=20_000):
        showing.start()

    assert reasons == []


def test_what_it_said_last_is_shown_and_not_logged(
    showing: DesktopShowing, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, qtbot: QtBot
) -> None:
    """An accident may name what it saw."""
    ends = "import sys; print('cannot read the title of Mrs Meyer', file=sys.stderr); sys.exit(1)"
    monkeypatch.setattr(desktop_showing, "engineroom_command", lambda *_: [sys.executable, "-c", ends])
    with caplog.at_level("DEBUG"), qtbot.waitSignal(showing.ended, timeout=20_000):
        showing.start()

    assert "Meyer" not in caplog.text
