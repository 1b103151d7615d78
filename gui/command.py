"""Lets the command line do something, in a process of its own; never does it itself."""

import contextlib
import queue
import subprocess
import threading
from collections.abc import Callable
from typing import IO

from core.errors import MachineError
from core.wording import translate
from gui.agent_process import engineroom_command, source_folder, unseen

WITHIN_S = 60
LOOK_EVERY_S = 0.1
PROGRESS = "progress "
"""How a line begins that says how much is done, of 1."""


def run_engineroom(*words: str) -> str:
    """What it says; raises MachineError with the last line of what went wrong."""
    done = subprocess.run(
        engineroom_command(*words),
        cwd=source_folder(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=WITHIN_S,
        check=False,
        creationflags=unseen(),
    )
    if done.returncode:
        raise _failed(words, done.returncode, done.stderr.strip().splitlines())
    return (done.stdout or done.stderr).strip()


def run_long(reached: Callable[[float | None], None], *words: str) -> str:
    """As `run_engineroom`, however long it takes; what `reached` raises ends the command."""
    process = subprocess.Popen(
        engineroom_command(*words),
        cwd=source_folder(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        creationflags=unseen(),
    )
    said: list[str] = []
    told: list[str] = []
    shares: queue.SimpleQueue[float | None] = queue.SimpleQueue()
    assert process.stderr is not None
    assert process.stdout is not None
    readers = [
        threading.Thread(target=_follow, args=(process.stderr, said, shares)),
        threading.Thread(target=_follow, args=(process.stdout, told, shares)),
    ]
    for reader in readers:
        reader.start()
    try:
        share: float | None = None
        while any(reader.is_alive() for reader in readers):
            with contextlib.suppress(queue.Empty):
                share = shares.get(timeout=LOOK_EVERY_S)
            reached(share)
    finally:
        if process.poll() is None and any(reader.is_alive() for reader in readers):
            process.terminate()
        for reader in readers:
            reader.join()
        process.wait()
        process.stderr.close()
        process.stdout.close()
    if process.returncode:
        raise _failed(words, process.returncode, said)
    return "\n".join(told or said)


def _follow(lines: IO[str], said: list[str], shares: "queue.SimpleQueue[float | None]") -> None:
    for line in lines:
        if line.startswith(PROGRESS):
            shares.put(float(line.removeprefix(PROGRESS)))
        else:
            said.append(line.rstrip())


def _failed(words: tuple[str, ...], code: int, said: list[str]) -> MachineError:
    happened, _dash, remedy = (
        said[-1] if said else translate("Command", "exit code {code}").format(code=code)
    ).partition(" — ")
    return MachineError(
        f"`engineroom {' '.join(words[:2])}` failed: {happened}", remedy or "run it in a terminal to see more"
    )
