"""Imports go down only: the contracts of pyproject.toml, and what really is loaded at run time."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, named, product_files

HEAVY = ("PySide6", "sqlalchemy", "pynput", "pywinctl", "Xlib", "psutil", "apscheduler")
PURE_ROOMS = ("core", "classifiers", "reports", "interchange", "gui/presenters")
READ_THE_RECORD = ("reports/service.py", "reports/own_data.py")


def modules_of(room: str) -> list[str]:
    """Those that can be imported here: what is for Windows alone says so by its name."""
    return [
        named(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        for path in product_files()
        if named(path).startswith(f"{room}/")
        and named(path) not in READ_THE_RECORD
        and not (path.stem.startswith("windows_") and sys.platform != "win32")
    ]


def loaded_by(modules: list[str]) -> set[str]:
    """The heavy libraries that a fresh interpreter holds after importing `modules`."""
    code = f"import sys\nimport {', '.join(modules)}\nprint(*(name for name in {HEAVY} if name in sys.modules))"
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(told.stdout.split())


def test_every_contract_is_kept() -> None:
    """Each sentence in pyproject.toml holds; where one does not, the output says which import broke it."""
    command = Path(sys.executable).with_name("lint-imports")

    checked = subprocess.run(
        [command, "--no-cache", "--no-logo"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize("room", PURE_ROOMS)
def test_pure_rooms_load_nothing_heavy(room: str) -> None:
    """Not even through a late import at the top of something else."""
    assert loaded_by(modules_of(room)) == set()


def test_asking_the_agent_loads_nothing_heavy() -> None:
    """Tray and commands talk to the agent with the standard library and msgspec."""
    assert loaded_by(["agent.control"]) == set()


@pytest.mark.skipif(not (ROOT / "gui" / "app.py").exists(), reason="the tray is not composed yet")
def test_the_closed_tray_loads_no_database() -> None:
    """Until a window is opened, the tray holds Qt and asks the agent for everything else."""
    assert loaded_by(["gui.app"]) <= {"PySide6"}


def test_popover_and_day_open_without_a_database() -> None:
    """What the first click needs is brought before it: the record's own libraries come when the record is read."""
    assert loaded_by(["gui.windows", "gui.pages", "gui.window"]) <= {"PySide6"}


def test_what_is_heavy_would_be_noticed() -> None:
    """The search is not blind."""
    assert "sqlalchemy" in loaded_by(["storage.engine"])
