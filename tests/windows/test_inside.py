"""Tests that run in the Windows Python: those of what is Windows' alone, and some that hold on every system."""

import pytest

from stage.wine import WineStage

pytestmark = pytest.mark.desktops
SAME_EVERYWHERE = (
    "tests/agent/test_heartbeat.py",
    "tests/agent/test_loop.py",
    "tests/agent/test_server.py",
    "tests/core/test_config.py",
    "tests/core/test_period.py",
    "tests/core/test_record_clock.py",
    "tests/storage/test_corrections.py",
    "tests/storage/test_record.py",
    "tests/storage/test_retaining.py",
    "tests/storage/test_rollups.py",
    "tests/storage/test_scrubbing.py",
)


def run(windows: WineStage, *files: str) -> None:
    """Have pytest run `files` there; what it says about failures is what fails here."""
    options = ("-q", "-p", "no:cacheprovider", "--import-mode=importlib", "--strict-markers", "--tb=short")
    done = windows.ask_python("-m", "pytest", *options, *files, PYTHONIOENCODING="utf-8")

    assert done.returncode == 0, done.stdout + done.stderr
    assert "skipped" not in done.stdout


def test_what_only_windows_has(windows: WineStage) -> None:
    """Rights, pipes, clocks and drives."""
    run(windows, "tests/on_windows")


def test_what_every_system_has(windows: WineStage) -> None:
    """The same tests as elsewhere."""
    run(windows, *SAME_EVERYWHERE)
