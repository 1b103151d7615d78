"""Keeps PySide from reading the source of each module that is imported; never changes what a module does.

PySide looks for its own name there, to know whose calls may be spelt another way, which nobody here does. All those
sources would stay in memory: 19 MB of them once the day was open.
"""

import linecache

import PySide6.QtCore  # noqa: F401 - what looks for sources comes with it
from shibokensupport import feature  # type: ignore[import-not-found]  # part of PySide, without types


def leave_sources_unread() -> None:
    """For whatever is imported from now on; those that were read already are let go of."""
    feature._mod_uses_pyside = lambda _module: False  # noqa: SLF001 - it has no switch
    linecache.clearcache()
