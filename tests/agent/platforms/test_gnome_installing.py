"""The files of our extension for each release of GNOME Shell; what a live one makes of them stands in test_gnome.py."""

import json
import os
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from agent.platforms.gnome_installing import SOURCES, extension_files, install, remove
from agent.platforms.gnome_shell import EXTENSIONS, SHELL, UUID, VERSION
from core.errors import MachineError, UserError
from stage.actor_client import PROJECT
from tests.agent.platforms.buses import Services

SHARED = (SOURCES / "window_in_front.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("shell", [42, 43, 44])
def test_until_44_it_is_a_script(shell: int) -> None:
    """With `init`, and no import, which scripts do not know."""
    files = extension_files(shell)
    metadata = json.loads(files["metadata.json"])

    assert "function init()" in files["extension.js"]
    assert not any(line.startswith(("import ", "export ")) for line in files["extension.js"].splitlines())
    assert metadata["shell-version"] == ["42", "43", "44"]


@pytest.mark.parametrize("shell", [45, 49, 61])
def test_from_45_on_it_is_a_module(shell: int) -> None:
    """For all releases of that form that are known, and the one that runs."""
    files = extension_files(shell)
    metadata = json.loads(files["metadata.json"])

    assert "export default class" in files["extension.js"]
    assert "imports.gi" not in files["extension.js"]
    assert metadata["shell-version"][0] == "45"
    assert str(shell) in metadata["shell-version"]
    assert "44" not in metadata["shell-version"]


@pytest.mark.parametrize("shell", [43, 45])
def test_both_forms_do_the_same(shell: int) -> None:
    """What they share is written once, and the name is that of the folder, or the Shell refuses it."""
    files = extension_files(shell)
    metadata = json.loads(files["metadata.json"])

    assert set(files) == {"extension.js", "metadata.json"}
    assert SHARED in files["extension.js"]
    assert "{window_in_front}" not in files["extension.js"]
    assert (metadata["uuid"], metadata["version"]) == (UUID, VERSION)


def test_a_shell_that_is_too_old_is_said() -> None:
    """With what the person can do."""
    with pytest.raises(UserError, match="GNOME Shell 41 is older than 42 — choose a GNOME session on Xorg"):
        extension_files(41)


def test_without_a_session_nothing_is_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nor is anything deleted."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    for action in (install, remove):
        with pytest.raises(MachineError, match="no D-Bus session bus — run this inside a GNOME session"):
            action()

    assert not (tmp_path / "data").exists()


def test_without_gnome_nothing_is_written(bus: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Other desktops need nothing installed."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    for action in (install, remove):
        with pytest.raises(UserError, match=r"GNOME Shell does not run in this session — .* need nothing installed"):
            action()

    assert not (tmp_path / "data").exists()


@pytest.fixture
def shell(bus: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    """One that has not loaded the extension; a person who logged in before it was installed."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    played = Services(bus, SHELL)
    place = "/org/gnome/Shell", EXTENSIONS.interface
    played.properties[*place, "ShellVersion"] = "s", "43.9"
    played.answers[*place, "EnableExtension"] = "b", (False,)
    played.answers[*place, "GetExtensionInfo"] = "a{sv}", ({},)
    yield played
    played.go()


@pytest.mark.parametrize("answer", ["[ $1 = get ] && echo '@as []'", "echo '@as []'"], ids=["refused", "ignored"])
def test_settings_that_cannot_be_changed_are_said(
    shell: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    """An organisation may have locked them, and where nothing keeps them they are forgotten at once."""
    (tmp_path / "gsettings").write_text(f"#!/bin/sh\n{answer}\n", encoding="utf-8")
    (tmp_path / "gsettings").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")

    with pytest.raises(MachineError, match=r"org\.gnome\.shell enabled-extensions cannot be changed — switch"):
        install()


def test_a_folder_that_cannot_be_written_is_named(shell: Services, tmp_path: Path) -> None:
    """With what to do about it."""
    (tmp_path / "data").write_text("not a folder", encoding="utf-8")

    with pytest.raises(MachineError, match=rf"{UUID} cannot be written: Not a directory — make it yours"):
        install()


def test_the_sources_are_shipped() -> None:
    """By the package and by the installer."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    shipped = project["tool"]["setuptools"]["package-data"]["agent.platforms"]
    frozen = (PROJECT / "packaging" / "engineroom.spec").read_text(encoding="utf-8")

    assert "gnome_extension/*.js" in shipped
    assert '"agent/platforms/gnome_extension"' in frozen
    assert {path.suffix for path in SOURCES.iterdir()} == {".js"}
