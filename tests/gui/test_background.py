import threading

import pytest
from pytestqt.qtbot import QtBot

from core.errors import BugError, EngineroomError, UserError
from gui.background import Background


def never(told: object) -> None:
    pytest.fail(f"nobody was to be told of {told}")


def test_the_work_is_done_elsewhere_and_told_here(qtbot: QtBot) -> None:
    """The UI thread only hears the result."""
    background = Background()
    heard: list[tuple[int, int]] = []
    background.run(threading.get_ident, lambda worker: heard.append((worker, threading.get_ident())), never)
    qtbot.waitUntil(lambda: bool(heard))

    (worker, listener) = heard[0]
    assert listener == threading.get_ident() != worker
    assert not background.busy
    background.close()


def test_what_went_wrong_is_told_to_whoever_asked(qtbot: QtBot) -> None:
    """A person's error as it is; any other as a fault of ours, without ending the thread."""
    background = Background()
    failures: list[EngineroomError] = []

    def refused() -> None:
        raise UserError("No such folder", "choose another")

    def broken() -> int:
        return 1 // 0

    background.run(refused, never, failures.append)
    background.run(broken, never, failures.append)
    qtbot.waitUntil(lambda: len(failures) == 2)

    assert {type(failure) for failure in failures} == {UserError, BugError}
    background.close()


def test_after_closing_nobody_is_told(qtbot: QtBot) -> None:
    """A window that is gone must not be called."""
    background = Background()
    began, go_on = threading.Event(), threading.Event()

    def slow() -> None:
        began.set()
        go_on.wait()

    background.run(slow, never, never)
    began.wait()
    go_on.set()
    background.close()
    qtbot.wait(1)
