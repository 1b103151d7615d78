"""What is made of a GNOME Shell's words about our extension; a real bus, with a service that plays the Shell."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from agent.platforms.gnome_shell import SHELL, UUID, extension_folder, fault_of_extension, shell_version
from agent.platforms.message_bus import MessageBus
from tests.agent.platforms.buses import Services

PLACE = "/org/gnome/Shell", "org.gnome.Shell.Extensions"
INSTALL = "run `engineroom desktop install`"


@pytest.fixture(autouse=True)
def _own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No extension of whoever runs this."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def shell(bus: str) -> Iterator[Services]:
    played = Services(bus, SHELL)
    yield played
    played.go()


def tells(shell: Services, **info: tuple[str, Any]) -> None:
    """What it answers when asked about our extension."""
    shell.answers[*PLACE, "GetExtensionInfo"] = "a{sv}", (info,)


def fault_told() -> tuple[str, str]:
    """(why, remedy); empty where nothing is wrong."""
    with closing(MessageBus("SESSION")) as line:
        return fault_of_extension(line) or ("", "")


def test_one_that_is_at_work_has_no_fault(shell: Services) -> None:
    """Whatever else is told of it."""
    tells(shell, state=("d", 1.0), version=("d", 1.0), name=("s", "Engineroom"))

    assert fault_told() == ("", "")
    assert (shell.asked[-1][1], shell.asked[-1][2]) == ("GetExtensionInfo", (UUID,))


@pytest.mark.parametrize(
    ("state", "version", "why"),
    [
        (1, 0.0, "older than this Engineroom"),
        (3, 1.0, "fails in GNOME Shell: a bolt is loose"),
        (4, 1.0, "for another release of GNOME Shell"),
        (2, 1.0, "extension of GNOME Shell is switched off"),
        (6, 1.0, "extension of GNOME Shell is switched off"),
    ],
)
def test_every_other_state_is_told_with_the_command_that_mends_it(
    shell: Services, state: int, version: float, why: str
) -> None:
    """Too old, failed, out of date, off."""
    shell.properties[*PLACE, "UserExtensionsEnabled"] = "b", True
    tells(shell, state=("d", float(state)), version=("d", version), error=("s", "a bolt is loose"))

    how, remedy = fault_told()

    assert why in how
    assert INSTALL in remedy


def test_a_shell_that_switched_off_all_extensions_is_told_apart(shell: Services) -> None:
    """As it does after a crash: ours is not the only one, and the person decides about the others."""
    shell.properties[*PLACE, "UserExtensionsEnabled"] = "b", False
    tells(shell, state=("d", 2.0), version=("d", 1.0))

    how, remedy = fault_told()

    assert "all extensions of GNOME Shell are switched off" in how
    assert remedy == "run `gsettings set org.gnome.shell disable-user-extensions false`"


def test_what_the_shell_never_heard_of_is_missing_or_waits_for_a_login(shell: Services) -> None:
    """It reads new extensions when the session begins."""
    tells(shell)
    missing = fault_told()
    extension_folder().mkdir(parents=True)

    assert "is not installed" in missing[0]
    assert INSTALL in missing[1]
    assert fault_told() == ("GNOME Shell has not loaded Engineroom's extension yet", "log out and in")


def test_a_shell_that_says_nothing_is_silent(shell: Services) -> None:
    """Which is no word about the extension."""
    assert fault_told()[0] == "GNOME Shell does not answer"


def test_its_version_is_asked_for(shell: Services) -> None:
    """None where none runs."""
    with closing(MessageBus("SESSION")) as line:
        before = shell_version(line)
        shell.properties[*PLACE, "ShellVersion"] = "s", "43.9"

        assert (before, shell_version(line)) == (None, "43.9")


def test_extensions_are_looked_for_where_the_shell_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the person's own folder of data, or where the session has moved that to."""
    moved = extension_folder()
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setenv("HOME", "/home/anna")

    assert moved == tmp_path / "data/gnome-shell/extensions" / UUID
    assert extension_folder() == Path("/home/anna/.local/share/gnome-shell/extensions", UUID)
