"""Brings the virtual desktops to the tests of the back-ends."""

from tests.agent.platforms.buses import bus
from tests.agent.platforms.wayland_cast import backend, cast, native, wayland
from tests.agent.platforms.windows_cast import windows_cast, windows_stage
from tests.desktop import actor, bare, desktop, kwin, openbox, sway, weston, xfwm4

__all__ = [
    "actor",
    "backend",
    "bare",
    "bus",
    "cast",
    "desktop",
    "kwin",
    "native",
    "openbox",
    "sway",
    "wayland",
    "weston",
    "windows_cast",
    "windows_stage",
    "xfwm4",
]
