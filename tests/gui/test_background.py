import threading

import pytest
from pytestqt.qtbot import QtBot

import gui.background
from core.errors import BugError, EngineroomError, UserError
from gui.background import Background, Cancelled, Reached


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


class Counted:
    """A long job that goes step by step as the test lets it."""

    def __init__(self, background: Background) -> None:
        self.go_on = threading.Semaphore(0)
        self.heard: list[object] = []
        self.began = background.run_long("Counting", self._count, self.heard.append, self.heard.append)

    def _count(self, reached: Reached) -> str:
        for step in range(4):
            self.go_on.acquire()
            reached(step / 4)
        return "counted"


def test_a_long_job_says_how_far_it_is(qtbot: QtBot) -> None:
    """Step by step, and what comes of it is told as of any other."""
    background = Background()
    with qtbot.waitSignal(background.long_job_began):
        counted = Counted(background)
    counted.go_on.release(3)
    qtbot.waitUntil(lambda: counted.began.share == 0.5)
    assert [long.says for long in background.long_jobs] == ["Counting"]
    counted.go_on.release()
    qtbot.waitUntil(lambda: counted.heard == ["counted"])

    assert background.long_jobs == ()
    background.close()


def test_a_long_job_ends_at_the_next_step_once_it_is_cancelled(qtbot: QtBot) -> None:
    """Whoever asked for it hears so."""
    background = Background()
    counted = Counted(background)
    counted.go_on.release()
    counted.began.cancel()
    counted.go_on.release()
    qtbot.waitUntil(lambda: bool(counted.heard))

    assert [type(said) for said in counted.heard] == [Cancelled]
    assert not background.busy
    background.close()


def test_a_long_job_keeps_nobody_waiting(qtbot: QtBot) -> None:
    """What is short is done meanwhile; a second long one waits for its turn."""
    background = Background()
    first, second = Counted(background), Counted(background)
    second.go_on.release(4)
    short: list[str] = []
    background.run(lambda: "done", short.append, never)
    qtbot.waitUntil(lambda: short == ["done"])
    assert second.heard == []
    first.go_on.release(4)
    qtbot.waitUntil(lambda: second.heard == ["counted"])

    assert first.heard == ["counted"]
    background.close()


def test_a_server_that_does_not_answer_keeps_nobody_waiting(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    """However many ask it: the agent is heard meanwhile, and the end waits a little and then says so."""
    monkeypatch.setattr(gui.background, "ANSWER_WITHIN_MS", 10)
    background = Background()
    answer = threading.Event()
    for _asks in range(3):
        background.run_afar(answer.wait, never, never)
    heard: list[str] = []
    background.run(lambda: "recording", heard.append, never)
    qtbot.waitUntil(lambda: heard == ["recording"])

    assert not background.close()
    answer.set()
    assert background.close()


def test_closing_ends_a_long_job(qtbot: QtBot) -> None:
    """At its next step, and nobody is told."""
    background = Background()
    counted = Counted(background)
    counted.go_on.release(4)
    background.close()

    assert not counted.began.wanted
    assert counted.heard == []
