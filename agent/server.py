"""Answers tray and commands where only this user can ask; never touches desktop or record itself."""

import logging
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import msgspec

from agent.control import Request
from agent.line import Line, listen, read_line
from core.converting import decoded
from core.errors import EngineroomError, MachineError, UserError

SLOWEST_ASKER_S = 5.0
log = logging.getLogger(__name__)
Answer = Callable[[Request], msgspec.Struct]


class ControlServer:
    """A thread that takes conversations, and one more for each of them: one line in, one line out."""

    def __init__(self, place: Path, answer: Answer) -> None:
        """Listen at `place`; raises MachineError where the system refuses.

        Only the holder of the lease may do this: what was left there by a crash is replaced.
        """
        self._answer = answer
        self._answering: set[threading.Thread] = set()
        self._closing = threading.Event()
        try:
            self._listener = listen(place, SLOWEST_ASKER_S)
        except OSError as error:
            raise MachineError(
                f"The agent cannot listen at {place}: {error.strerror}", "check that nothing of somebody else is there"
            ) from error
        self._thread = threading.Thread(target=self._accept, name="control", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Take no more questions; those that were asked get their answer."""
        self._closing.set()
        self._listener.close()
        self._thread.join()
        for thread in tuple(self._answering):
            thread.join(SLOWEST_ASKER_S)

    def _accept(self) -> None:
        while not self._closing.is_set():
            try:
                line = self._listener.accept()
            except OSError as error:
                log.warning("no conversation could be taken: %s", error)
                self._closing.wait(1)
                continue
            if line is not None:
                threading.Thread(target=self._converse, args=(line,), daemon=True).start()

    def _converse(self, line: Line) -> None:
        with closing(line):
            try:
                asked = read_line(line)
                if asked.endswith(b"\n"):
                    self._answering.add(threading.current_thread())
                    line.send(self._reply(asked) + b"\n")
            except OSError as error:
                log.info("a conversation broke off: %s", error)
            finally:
                self._answering.discard(threading.current_thread())

    def _reply(self, line: bytes) -> bytes:
        try:
            request = decoded(line, Request)
            return msgspec.json.encode(self._answer(request))
        except msgspec.MsgspecError:
            refused: EngineroomError = UserError("The agent does not understand this", "use the same version of both")
        except EngineroomError as error:
            refused = error
        blame = "user" if isinstance(refused, UserError) else "machine"
        return msgspec.json.encode({"blame": blame, "happened": refused.happened, "remedy": refused.remedy})
