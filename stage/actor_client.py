"""Drives one actor process and gathers the truths it tells; never guesses what it did not tell."""

import os
import select
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from core.clock import steady_s
from stage.actor_messages import Command, Truth

ANSWER_WITHIN_S = 20.0
PROJECT = Path(__file__).parent.parent


class ActorClient:
    """`with ActorClient(screen.environment()) as actor:` gives windows that can be opened, switched and retitled.

    Every method that changes something returns the truth that confirms it.
    """

    def __init__(self, environment: Mapping[str, str], program: str = "stage.actor") -> None:
        """`program`: `stage.actor` for windows of X11, or `stage.qt_actor` for those of Wayland."""
        self._program = program
        self._environment = environment
        self._unread = b""
        self._process: subprocess.Popen[bytes] | None = None
        self.truths: list[Truth] = []
        """Everything told so far, in order."""

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", self._program],
            cwd=PROJECT,
            env=dict(self._environment),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        process = self._running
        try:
            if process.poll() is None:
                self._send(Command(do="quit"))
                process.wait(ANSWER_WITHIN_S)
        finally:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()

    @property
    def pid(self) -> int:
        return self._running.pid

    @property
    def in_front(self) -> str | None:
        """Name of the window that has the focus as far as was told; None when none of this actor's has."""
        for truth in reversed(self.truths):
            if truth.saw == "focus":
                return truth.window
            if truth.saw == "blur" or (truth.saw == "closed" and truth.window == self._last_focused()):
                return None
        return None

    def open(self, window: str, *, app: str, title: str) -> Truth:
        """A new window, on the screen when this returns; whether it gets the focus is up to the window manager."""
        return self._do(Command(do="open", window=window, app=app, title=title), "opened")

    def close(self, window: str) -> Truth:
        return self._do(Command(do="close", window=window), "closed")

    def retitle(self, window: str, title: str) -> Truth:
        return self._do(Command(do="title", window=window, title=title), "title")

    def activate(self, window: str) -> Truth:
        """Have the window manager put `window` in front; returns its latest focus truth."""
        self._send(Command(do="activate", window=window))
        return self.await_front(window)

    def await_front(self, window: str) -> Truth:
        """The focus truth of `window`, once it is in front."""
        self._await(lambda: self.in_front == window)
        return next(truth for truth in reversed(self.truths) if truth.saw == "focus")

    def press(self, key: str) -> None:
        """One key press and release by XTEST, for whoever has the focus; confirmed by `await_key` only."""
        self._send(Command(do="key", key=key))

    def await_key(self, count: int = 1) -> None:
        """Wait until this actor's windows received `count` key presses in all."""
        self._await(lambda: sum(truth.saw == "key" for truth in self.truths) >= count)

    def rest(self, seconds: float) -> None:
        """Do nothing for a while, as people do: gathers the truths that come meanwhile."""
        until = steady_s() + seconds
        while (left := until - steady_s()) > 0:
            if self._told_within(left):
                self._gather()

    def _do(self, command: Command, saw: str) -> Truth:
        told = len(self.truths)

        def confirmed() -> Truth | None:
            return next((t for t in self.truths[told:] if t.saw == saw and t.window == command.window), None)

        self._send(command)
        self._await(lambda: confirmed() is not None)
        truth = confirmed()
        assert truth is not None
        return truth

    @property
    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            raise RuntimeError("enter the context of the actor first")
        return self._process

    def _last_focused(self) -> str | None:
        return next((truth.window for truth in reversed(self.truths) if truth.saw == "focus"), None)

    def _send(self, command: Command) -> None:
        pipe = self._running.stdin
        assert pipe is not None
        pipe.write(msgspec.json.encode(command) + b"\n")
        pipe.flush()

    def _await(self, fulfilled: Callable[[], bool]) -> None:
        """Gather truths until `fulfilled`; raises TimeoutError with the last of them."""
        until = steady_s() + ANSWER_WITHIN_S
        while not fulfilled():
            left = until - steady_s()
            if left <= 0 or not self._told_within(left):
                raise TimeoutError(f"the actor told nothing more after {self.truths[-3:]}")
            self._gather()

    def _told_within(self, seconds: float) -> bool:
        pipe = self._running.stdout
        assert pipe is not None
        return bool(select.select([pipe], [], [], seconds)[0])

    def _gather(self) -> None:
        pipe = self._running.stdout
        assert pipe is not None
        received = os.read(pipe.fileno(), 65536)
        if not received:
            raise TimeoutError(f"the actor ended after {self.truths[-3:]}")
        *lines, self._unread = (self._unread + received).split(b"\n")
        self.truths += [msgspec.json.decode(line, type=Truth) for line in lines]
