"""The command `desktop install` on a real bus, with a service that plays a Shell which knows the extension already."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from agent.platforms.gnome_shell import SHELL, UUID
from cli.main import main
from tests.agent.platforms.buses import Services, bus

__all__ = ["bus"]
PLACE = "/org/gnome/Shell", "org.gnome.Shell.Extensions"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the extension belongs."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data/gnome-shell/extensions" / UUID


@pytest.fixture
def shell(bus: str, folder: Path) -> Iterator[Services]:
    played = Services(bus, SHELL)
    played.properties[*PLACE, "ShellVersion"] = "s", "43.9"
    played.answers[*PLACE, "EnableExtension"] = "b", (True,)
    played.answers[*PLACE, "GetExtensionInfo"] = "a{sv}", ({"state": ("d", 1.0), "version": ("d", 1.0)},)
    yield played
    played.go()


def test_it_says_what_was_done_and_that_nothing_is_left(
    shell: Services, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was written is the form for this Shell, and the Shell was asked to switch it on."""
    code = main(["desktop", "install"])
    said = capsys.readouterr()

    assert code == 0
    assert said.out == f"Installed the extension for GNOME Shell 43.9 in {folder}\n"
    assert said.err == "It is at work.\n"
    assert sorted(path.name for path in folder.iterdir()) == ["extension.js", "metadata.json"]
    assert "function init()" in (folder / "extension.js").read_text(encoding="utf-8")
    assert ("/org/gnome/Shell", "EnableExtension", (UUID,)) in shell.asked


def test_it_says_what_the_person_must_do(shell: Services, capsys: pytest.CaptureFixture[str]) -> None:
    """In words, and for programs."""
    shell.answers[*PLACE, "GetExtensionInfo"] = "a{sv}", ({},)
    main(["desktop", "install"])
    said = capsys.readouterr().err
    main(["desktop", "install", "--json"])
    told = json.loads(capsys.readouterr().out)

    assert said == "GNOME Shell has not loaded Engineroom's extension yet — log out and in\n"
    assert list(told) == ["shell", "folder", "works", "next"]
    assert (told["shell"], told["works"], told["next"]) == ("43.9", False, "log out and in")


def test_elsewhere_it_says_that_nothing_need_be_done(
    bus: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Other desktops tell Engineroom of their windows unasked."""
    assert main(["desktop", "install"]) == 1

    assert capsys.readouterr().err.startswith("GNOME Shell does not run in this session — run this inside")
    assert not folder.exists()
