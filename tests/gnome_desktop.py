"""A live headless GNOME Shell for tests, with our extension in it or without; never the Shell of whoever runs them."""

import subprocess
from collections.abc import Iterator

import pytest

from agent.platforms.gnome import GnomeView
from agent.platforms.gnome_installing import extension_files
from agent.platforms.gnome_shell import UUID
from agent.platforms.wayland import WaylandDesktop
from stage.gnome import GnomeShell
from tests.desktop import lived_in


def installed_shell() -> int:
    """The release of the GNOME Shell that this machine has, such as 43."""
    said = subprocess.run(["gnome-shell", "--version"], capture_output=True, text=True, check=True, timeout=30).stdout
    return int(said.split()[-1].split(".")[0])


@pytest.fixture
def gnome(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[GnomeShell]:
    """With our extension, switched on."""
    screen = GnomeShell({UUID: extension_files(installed_shell())})
    for each in lived_in(screen, request, monkeypatch):
        monkeypatch.setenv("XDG_DATA_HOME", each.environment()["XDG_DATA_HOME"])
        yield each


@pytest.fixture
def native_gnome(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[GnomeShell]:
    """With our extension and without XWayland, for more windows than that withstands."""
    screen = GnomeShell({UUID: extension_files(installed_shell())}, x11=False)
    yield from lived_in(screen, request, monkeypatch)


@pytest.fixture
def bare_gnome(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[GnomeShell]:
    """As it comes, without any extension."""
    for each in lived_in(GnomeShell(), request, monkeypatch):
        monkeypatch.setenv("XDG_DATA_HOME", each.environment()["XDG_DATA_HOME"])
        yield each


@pytest.fixture
def view(gnome: GnomeShell) -> Iterator[WaylandDesktop]:
    """The back-end in the session of `gnome`."""
    desktop = WaylandDesktop(GnomeView)
    yield desktop
    desktop.close()
