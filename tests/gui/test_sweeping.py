import gc
import threading
import weakref
from collections.abc import Iterator

import pytest

from gui.background import Background
from gui.sweeping import hold_back, let_go, sweep


class Knot:
    """Refers to itself, so that only a collection ends it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def _collecting_again() -> Iterator[None]:
    yield
    let_go()


def test_what_other_threads_leave_behind_ends_on_the_ui_thread() -> None:
    """However much they allocate: a timer that died on another thread would be called once more, and crash."""
    knot = Knot()
    ended_on: list[int] = []
    weakref.finalize(knot, lambda: ended_on.append(threading.get_ident()))
    hold_back()
    del knot
    worker = threading.Thread(target=lambda: [Knot() for _ in range(20_000)])
    worker.start()
    worker.join()
    assert ended_on == []
    sweep()

    assert ended_on == [threading.get_ident()]


def test_only_what_is_due_is_collected() -> None:
    """A sweep after every answer of the agent must cost nothing."""
    gc.collect()
    hold_back()
    knot = Knot()
    alive = weakref.ref(knot)
    del knot
    sweep()

    assert alive() is not None


def test_python_collects_by_itself_where_nothing_runs_in_the_background() -> None:
    """From the beginning of a background to its end it does not."""
    background = Background()
    assert not gc.isenabled()
    background.close()

    assert gc.isenabled()
