"""What starts at login, by the files of each system that are read on any."""

import json
import os
import plistlib
import subprocess
import sys
from pathlib import Path

import pytest

from agent.platforms.at_login import Autostart
from agent.platforms.macos_autostart import LaunchAgent
from agent.platforms.xdg_autostart import XdgAutostart
from core.errors import MachineError
from tests.plain_user import as_plain_user

COMMAND = ["/opt/100 % work/engineroom", "tray"]
ENTRY = "[Desktop Entry]\nType=Application\nName=Engineroom\nExec=/usr/bin/engineroom-tray\n"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A person and a machine with nothing set up."""
    return {"HOME": str(tmp_path / "anna"), "XDG_CONFIG_DIRS": f"{tmp_path / 'xdg'}:{tmp_path / 'more'}"}


@pytest.fixture(params=["xdg", "macos"])
def autostart(request: pytest.FixtureRequest, environment: dict[str, str], tmp_path: Path) -> Autostart:
    return XdgAutostart(environment) if request.param == "xdg" else LaunchAgent(tmp_path / "anna")


def write(file: Path, text: str = ENTRY) -> Path:
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_it_is_switched_on_and_off(autostart: Autostart) -> None:
    """As often as one likes, and told truly."""
    for _time in range(2):
        assert not autostart.found().works
        for _again in range(2):
            autostart.switch_on(COMMAND)
            assert autostart.found().works
        for _again in range(2):
            autostart.switch_off()
    assert "`engineroom autostart on`" in autostart.found().remedy


def test_the_entry_is_one_that_desktops_accept(environment: dict[str, str], tmp_path: Path) -> None:
    """A space and a per cent sign in the command are kept."""
    XdgAutostart(environment).switch_on(COMMAND)

    entry = tmp_path / "anna" / ".config" / "autostart" / "engineroom.desktop"
    assert "Exec='/opt/100 %% work/engineroom' tray\n" in entry.read_text(encoding="utf-8")


def test_the_machines_entry_is_used_and_stood_in_for(environment: dict[str, str], tmp_path: Path) -> None:
    """Who switches it off gets an entry of their own that says so; it goes when it is switched on again."""
    of_machine = write(tmp_path / "more" / "autostart" / "engineroom.desktop")
    own = tmp_path / "anna" / ".config" / "autostart" / "engineroom.desktop"
    autostart = XdgAutostart(environment)

    assert autostart.found().how == f"{of_machine} starts the tray at login"
    autostart.switch_off()
    assert (autostart.found().works, own.is_file()) == (False, True)
    autostart.switch_on(COMMAND)
    assert (autostart.found().how, own.exists()) == (f"{of_machine} starts the tray at login", False)


def test_launchd_finds_the_command_word_by_word(tmp_path: Path) -> None:
    LaunchAgent(tmp_path).switch_on(COMMAND)

    [file] = (tmp_path / "Library" / "LaunchAgents").iterdir()
    told = plistlib.loads(file.read_bytes())
    assert (told["ProgramArguments"], told["RunAtLoad"], told["Label"]) == (COMMAND, True, file.stem)


def test_a_list_that_nobody_can_read_is_no_start(tmp_path: Path) -> None:
    autostart = LaunchAgent(tmp_path)
    autostart.switch_on(COMMAND)
    [file] = (tmp_path / "Library" / "LaunchAgents").iterdir()
    file.write_bytes(b"<plist")

    assert autostart.found().works is False
    autostart.switch_on(COMMAND)
    assert autostart.found().works


def test_a_folder_that_is_closed_is_told(environment: dict[str, str], tmp_path: Path) -> None:
    """Nothing is half written."""

    def check() -> None:
        closed = tmp_path / "anna"
        closed.mkdir()
        closed.chmod(0o500)
        for autostart in (XdgAutostart(environment), LaunchAgent(closed)):
            with pytest.raises(MachineError, match="see who owns it"):
                autostart.switch_on(COMMAND)
        assert list(closed.iterdir()) == []

    as_plain_user(check, tmp_path)


def test_the_command_line_switches_it(environment: dict[str, str], tmp_path: Path) -> None:
    """What the entry names can be run."""

    def told(*words: str) -> dict[str, object]:
        done = subprocess.run(
            [sys.executable, "-m", "cli.main", "autostart", *words, "--json"],
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            check=True,
        )
        found: dict[str, object] = json.loads(done.stdout)
        return found

    assert told()["works"] is False
    assert told("on")["works"] is True
    entry = tmp_path / "anna" / ".config" / "autostart" / "engineroom.desktop"
    [line] = [line for line in entry.read_text(encoding="utf-8").splitlines() if line.startswith("Exec=")]
    assert Path(line.removeprefix("Exec=").split()[0]).is_file()
    assert told("off")["works"] is False
