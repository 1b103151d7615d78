"""Lets Python collect its garbage on the UI thread alone: widgets and timers must die there; never decides what is."""

import gc


def hold_back() -> None:
    """No thread collects by itself any more."""
    gc.disable()


def let_go() -> None:
    gc.enable()


def sweep() -> None:
    """Collect what Python would have collected by now; call it on the UI thread."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > thresholds[generation]:
            gc.collect(generation)
            return
