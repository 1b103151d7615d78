"""Brings the virtual desktops to the tests of the back-ends."""

from tests.desktop import actor, bare, desktop, openbox, xfwm4

__all__ = ["actor", "bare", "desktop", "openbox", "xfwm4"]
