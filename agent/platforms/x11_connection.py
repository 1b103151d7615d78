"""One connection to an X server, whose questions are asked together; never knows what they mean."""

import contextlib
import select
import socket
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, ClassVar

from Xlib import X, error
from Xlib.ext import screensaver
from Xlib.protocol import display, event, request
from Xlib.support import connect

from agent.platforms.protocols import DesktopLost
from core.clock import steady_s

ANSWER_WITHIN_S = 5.0
"""A server that is silent for longer hangs, or somebody has grabbed it."""
BYTES_PER_UNIT = 4
"""Properties are read in units of 32 bits."""


class _Wire(display.Display):  # type: ignore[misc]  # python-xlib has no types
    """python-xlib's reader with tables of its own.

    The shared ones get, from its RANDR module, classes that are no X errors for the codes of BadRequest and BadValue
    (0.33, Xlib/ext/randr.py): the first such error ends the reader. Without resource classes, windows are numbers.
    """

    error_classes: ClassVar[dict[int, type]] = error.xerror_class.copy()
    event_classes: ClassVar[dict[int, type]] = event.event_class.copy()
    extension_major_opcodes: ClassVar[dict[str, int]] = {}
    resource_classes: ClassVar[dict[str, type]] = {}

    def __init__(self, display_name: str | None) -> None:
        try:
            super().__init__(display_name)
        except (error.DisplayError, error.ConnectionClosedError):
            if hasattr(self, "socket"):
                self.socket.close()
            raise


class Connection:
    """Talks to one server until it goes away; every method raises DesktopLost from then on.

    Questions (`ask_…`) are sent with the next `answers`, all in one round trip.
    """

    def __init__(self, display_name: str | None = None) -> None:
        """Connect to `display_name`, or to the server that the environment names."""
        try:
            _demand_listener(display_name)
            with contextlib.redirect_stdout(sys.stderr):  # where python-xlib prints what it thinks of .Xauthority
                self._wire = _Wire(display_name)
        except (error.DisplayError, error.ConnectionClosedError, OSError) as refusal:
            raise DesktopLost(f"the X server cannot be reached: {_reason(refusal)}") from refusal
        self.name: str = self._wire.get_display_name()
        self.closed = False
        self._wire.set_error_handler(lambda _error, _request: None)
        self.screen: int = self._wire.default_screen
        self.root: int = self._wire.info.roots[self.screen].root
        self._screensaver = self.extension(screensaver.extname)

    @property
    def tells_idle(self) -> bool:
        """Whether the server can say when the last input was; XWayland cannot."""
        return self._screensaver is not None

    @property
    def waits_for_answers(self) -> bool:
        """Whether questions of an earlier round trip are still open."""
        return bool(self._wire.sent_requests)

    def fileno(self) -> int:
        with self._lost_when_gone():
            number: int = self._wire.fileno()
        return number

    def events(self) -> list[Any]:
        """What the server has told since the last call; never waits."""
        with self._lost_when_gone():
            return [self._wire.next_event() for _ in range(self._wire.pending_events())]

    def extension(self, name: str) -> int | None:
        """The number that stands for an extension in questions; None where the server lacks it."""
        extension = self.answers(self.ask(request.QueryExtension, name=name))[0]
        return extension.major_opcode if extension.present else None

    def ask(self, question: Any, **of: Any) -> Any:
        """A question of any kind that python-xlib has a class for."""
        with self._lost_when_gone():
            return question(display=self._wire, defer=True, **of)

    def tell(self, order: Any, **of: Any) -> None:
        """As `ask`, where nothing is answered; it is sent at once."""
        with self._lost_when_gone():
            order(display=self._wire, **of)
            self._wire.flush()

    def read_into(self, buffer: memoryview) -> int:
        """How many bytes of what the server sent went into `buffer`; never waits.

        Whoever begins with this reads everything so: events and answers find their way no more.
        """
        with self._lost_when_gone():
            try:
                arrived: int = self._wire.socket.recv_into(buffer, 0, socket.MSG_DONTWAIT)
            except BlockingIOError:
                return 0
            except OSError as gone:
                raise error.ConnectionClosedError("server") from gone
            if not arrived:
                raise error.ConnectionClosedError("server")
        return arrived

    def atoms(self, names: Iterable[str]) -> dict[str, int]:
        """The server's numbers for `names`."""
        asked = {
            name: request.InternAtom(display=self._wire, defer=True, name=name, only_if_exists=False) for name in names
        }
        self.answers(*asked.values())
        return {name: question.atom for name, question in asked.items()}

    def owner_of(self, selection: str) -> int | None:
        """The window of whoever serves `selection`; None where nobody does."""
        asked = request.GetSelectionOwner(display=self._wire, defer=True, selection=self.atoms([selection])[selection])
        return self.answers(asked)[0].owner or None

    def watch(self, window: int, mask: int) -> None:
        """Hear events of `window`; 0 ends it. No error where there is no such window."""
        with self._lost_when_gone():
            request.ChangeWindowAttributes(display=self._wire, window=window, attrs={"event_mask": mask})

    def ask_property(self, window: int, atom: int, longest_bytes: int = 256) -> Any:
        with self._lost_when_gone():
            return request.GetProperty(
                display=self._wire,
                defer=True,
                delete=False,
                window=window,
                property=atom,
                type=X.AnyPropertyType,
                long_offset=0,
                long_length=longest_bytes // BYTES_PER_UNIT,
            )

    def ask_attributes(self, window: int) -> Any:
        with self._lost_when_gone():
            return request.GetWindowAttributes(display=self._wire, defer=True, window=window)

    def ask_idle(self) -> Any:
        """`idle` of the answer is in milliseconds; only where `tells_idle`."""
        with self._lost_when_gone():
            return screensaver.QueryInfo(display=self._wire, defer=True, opcode=self._screensaver, drawable=self.root)

    def answers(self, *asked: Any) -> list[Any]:
        """What the server answers, None where the window is gone.

        Raises DesktopLost when it does not answer in time; the connection goes on, and late answers are dropped.
        """
        with self._lost_when_gone():
            self._round_trip()
            return [_answer(question) for question in asked]

    def close(self) -> None:
        self.closed = True
        with contextlib.suppress(error.ConnectionClosedError):
            self._wire.close()

    def _round_trip(self) -> None:
        until = steady_s() + ANSWER_WITHIN_S
        self._wire.pending_events()
        while self._wire.sent_requests:
            if not select.select([self._wire.socket], [], [], max(0.0, until - steady_s()))[0]:
                raise DesktopLost(f"the X server {self.name} does not answer")
            self._wire.pending_events()

    @contextlib.contextmanager
    def _lost_when_gone(self) -> Iterator[None]:
        try:
            yield
        except error.ConnectionClosedError as gone:
            self.closed = True
            raise DesktopLost(f"the X server {self.name} went away") from gone


def _answer(question: Any) -> Any:
    try:
        question.reply()
    except error.XError:
        return None
    return question


def _demand_listener(display_name: str | None) -> None:
    """Raise OSError unless somebody listens where a local server should.

    python-xlib would leak its socket and then try TCP, where anyone on this machine could pretend to be the server.
    """
    _name, protocol, host, number, _screen = connect.get_display(display_name)
    if host not in {None, "", "unix"} and protocol != "unix":
        return
    path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - this is where X servers listen
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        probe.connect(path if Path(path).exists() else f"\0{path}")


def _reason(refusal: Exception) -> str:
    if isinstance(refusal, OSError):
        return refusal.strerror or str(refusal)
    if isinstance(refusal, error.DisplayConnectionError):
        said = refusal.msg
        return (said.decode(errors="replace") if isinstance(said, bytes) else str(said)).strip()
    return str(refusal)
