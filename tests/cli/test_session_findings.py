"""What is made of trays and of entries that start programs at login."""

from pathlib import Path

import pytest

from cli.finding import Level
from cli.session_findings import autostart_finding, tray_finding

ENTRY = "[Desktop Entry]\nType=Application\nName=Engineroom\nExec=/usr/bin/engineroom-tray\n"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A person and a system with nothing set up."""
    return {"HOME": str(tmp_path / "anna"), "XDG_CONFIG_DIRS": f"{tmp_path / 'xdg'}:{tmp_path / 'more'}"}


def write(file: Path, text: str = ENTRY) -> Path:
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_no_tray_and_no_start_at_login_are_told(environment: dict[str, str]) -> None:
    """Recording works without either."""
    assert tray_finding(None).level is Level.WARN
    assert tray_finding("an X11 system tray").level is Level.OK
    assert autostart_finding(environment).level is Level.WARN
    assert autostart_finding(environment).what == "Nothing starts Engineroom at login"


def test_the_entry_of_the_installer_is_found(environment: dict[str, str], tmp_path: Path) -> None:
    """In any folder of the system."""
    entry = write(tmp_path / "more" / "autostart" / "engineroom.desktop")

    assert autostart_finding(environment).what == f"{entry} starts the tray at login"


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_a_person_may_have_switched_it_off(line: str, environment: dict[str, str], tmp_path: Path) -> None:
    """An entry of their own stands in for the system's."""
    write(tmp_path / "xdg" / "autostart" / "engineroom.desktop")
    write(tmp_path / "anna" / ".config" / "autostart" / "engineroom.desktop", ENTRY + f"{line}\n")

    found = autostart_finding(environment)

    assert found.level is Level.WARN
    assert "switched off" in found.what


def test_a_unit_that_is_enabled_is_found(environment: dict[str, str], tmp_path: Path) -> None:
    """By the link that `systemctl --user enable` makes."""
    write(tmp_path / "anna/.config/systemd/user/graphical-session.target.wants/engineroom-agent.service", "[Unit]\n")

    assert autostart_finding(environment).level is Level.OK
