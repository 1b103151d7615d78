"""Only core/clock.py asks the time."""

import subprocess
import sys

import pytest

from tests.architecture.tree import ROOMS, ROOT


def questions_to_the_clock(*arguments: str, source: str = "") -> str:
    """What ruff's list of banned calls (pyproject.toml) finds."""
    command = [sys.executable, "-m", "ruff", "check", "--no-cache", "--select", "TID251", "--output-format", "concise"]
    found = subprocess.run([*command, *arguments], cwd=ROOT, input=source, capture_output=True, text=True, check=False)
    return found.stdout


def test_nobody_else_asks_the_time() -> None:
    """No room of the product reads a clock of the system."""
    assert questions_to_the_clock(*ROOMS) == "All checks passed!\n"


@pytest.mark.parametrize(
    "source",
    [
        "import time\ntime.time()",
        "import time as t\nt.monotonic_ns()",
        "from time import monotonic\nmonotonic()",
        "import time\nask = time.time_ns",
        "import datetime\ndatetime.datetime.now(datetime.UTC)",
        "from datetime import datetime, UTC\ndatetime.now(UTC)",
        "from datetime import date\ndate.today()",
    ],
)
def test_each_way_of_asking_would_be_found(source: str) -> None:
    """Under whatever name it was imported; in core/clock.py it is right."""
    assert "Only core/clock.py asks the time." in questions_to_the_clock(
        "--stdin-filename", "agent/planted.py", "-", source=source
    )
    assert questions_to_the_clock("--stdin-filename", "core/clock.py", "-", source=source) == "All checks passed!\n"
