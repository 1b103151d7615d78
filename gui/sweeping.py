"""Lets Python collect its garbage on the UI thread alone: widgets and timers must die there; never decides what is."""

import gc
import sys


class _Known:
    modules = 0


def hold_back() -> None:
    """No thread collects by itself any more."""
    gc.disable()


def let_go() -> None:
    gc.enable()


def sweep() -> None:
    """Collect what Python would have collected by now; call it on the UI thread."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    due = next((generation for generation in (2, 1, 0) if counts[generation] > thresholds[generation]), None)
    if due is not None:
        gc.collect(due)
    _set_modules_aside()


def _set_modules_aside() -> None:
    """What came with modules that were brought since stays: to look through all of it takes longer than a blink."""
    if len(sys.modules) > _Known.modules:
        _Known.modules = len(sys.modules)
        gc.freeze()
