"""Brings the virtual desktops to the tests of the back-ends."""

from tests.agent.platforms.buses import bus
from tests.desktop import actor, bare, desktop, openbox, sway, weston, xfwm4

__all__ = ["actor", "bare", "bus", "desktop", "openbox", "sway", "weston", "xfwm4"]
