"""A process with real windows that tells, from their own focus events, which one was in front; never asks the agent.

Run as `python -m stage.actor`: commands come as JSON lines on stdin, truths leave as JSON lines on stdout.
"""

import os
import select
import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Literal

import msgspec
from Xlib import XK, X, Xutil
from Xlib.display import Display
from Xlib.error import ConnectionClosedError
from Xlib.protocol import event

from core.clock import now_ms
from stage.actor_messages import Command, Truth

WIDTH, HEIGHT = 480, 320
BACKGROUND = 0x2D4A6E
BY_GRAB = (X.NotifyGrab, X.NotifyUngrab)
"""Focus events of a grab under way: the window in front stays the same."""


@dataclass(slots=True)
class ActorWindow:
    """One window of the actor."""

    name: str
    app: str
    title: str
    resource: Any


class Actor:
    """Owns the windows, obeys commands and tells truths until told to quit."""

    def __init__(self) -> None:
        self._display = Display()
        self._display.set_error_handler(lambda _error, _request: None)
        self._screen = self._display.screen()
        self._windows: dict[int, ActorWindow] = {}
        self._in_front = 0
        self._unread = b""
        self._quit = False

    def run(self) -> None:
        stdin = sys.stdin.fileno()
        while not self._quit:
            self._take_events()
            if select.select([stdin, self._display], [], [])[0] != [stdin]:
                continue
            received = os.read(stdin, 65536)
            if not received:
                break
            *lines, self._unread = (self._unread + received).split(b"\n")
            for line in lines:
                self._obey(msgspec.json.decode(line, type=Command))
        self._display.close()

    def _take_events(self) -> None:
        while self._display.pending_events():
            self._notice(self._display.next_event())

    def _notice(self, happening: Any) -> None:
        window = self._windows.get(happening.window.id) if hasattr(happening, "window") else None
        if window is None:
            return
        xid = happening.window.id
        if happening.type == X.MapNotify:
            self._tell("opened", window)
        elif happening.type == X.DestroyNotify:
            self._in_front = 0 if self._in_front == xid else self._in_front
            self._tell("closed", window)
            del self._windows[xid]
        elif happening.type == X.KeyPress:
            self._tell("key", window)
        elif happening.type == X.ClientMessage:
            self._close(window)
        elif happening.type in {X.FocusIn, X.FocusOut}:
            self._notice_focus(happening, window)

    def _notice_focus(self, happening: Any, window: ActorWindow) -> None:
        if happening.mode in BY_GRAB or happening.detail >= X.NotifyPointer:
            return
        xid = window.resource.id
        if happening.type == X.FocusIn:
            self._in_front = xid
            self._tell("focus", window)
        elif self._in_front == xid:
            self._in_front = 0
            self._tell("blur", window)

    def _obey(self, command: Command) -> None:
        if command.do == "open":
            self._open(command)
        elif command.do == "key":
            self._press(command.key)
        elif command.do == "quit":
            self._quit = True
        else:
            window = next(window for window in self._windows.values() if window.name == command.window)
            if command.do == "close":
                self._close(window)
            elif command.do == "activate":
                self._activate(window)
            else:
                self._retitle(window, command.title)
        self._display.flush()

    def _open(self, command: Command) -> None:
        resource = self._screen.root.create_window(
            60 * len(self._windows),
            40 * len(self._windows),
            WIDTH,
            HEIGHT,
            0,
            self._screen.root_depth,
            background_pixel=BACKGROUND,
            event_mask=X.FocusChangeMask | X.StructureNotifyMask | X.KeyPressMask,
        )
        window = ActorWindow(command.window, command.app, command.title, resource)
        resource.set_wm_class(command.app.lower(), command.app)
        resource.set_wm_hints(flags=Xutil.InputHint | Xutil.StateHint, input=1, initial_state=Xutil.NormalState)
        resource.set_wm_protocols([self._atom("WM_DELETE_WINDOW")])
        resource.change_property(self._atom("_NET_WM_PID"), self._atom("CARDINAL"), 32, [os.getpid()])
        self._write_title(window)
        self._windows[resource.id] = window
        resource.map()

    def _close(self, window: ActorWindow) -> None:
        window.resource.destroy()

    def _activate(self, window: ActorWindow) -> None:
        """Ask the window manager as a task bar does."""
        by_pager = 2
        request = event.ClientMessage(
            window=window.resource,
            client_type=self._atom("_NET_ACTIVE_WINDOW"),
            data=(32, [by_pager, X.CurrentTime, 0, 0, 0]),
        )
        self._screen.root.send_event(request, event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask)

    def _retitle(self, window: ActorWindow, title: str) -> None:
        window.title = title
        self._write_title(window)
        self._display.sync()
        self._tell("title", window)

    def _write_title(self, window: ActorWindow) -> None:
        utf8 = window.title.encode()
        for name in ("WM_NAME", "_NET_WM_NAME"):
            window.resource.change_property(self._atom(name), self._atom("UTF8_STRING"), 8, utf8)

    def _press(self, key: str) -> None:
        code = self._display.keysym_to_keycode(XK.string_to_keysym(key))
        self._display.xtest_fake_input(X.KeyPress, code)
        self._display.xtest_fake_input(X.KeyRelease, code)

    def _atom(self, name: str) -> int:
        atom: int = self._display.get_atom(name)
        return atom

    def _tell(self, saw: Literal["opened", "focus", "blur", "title", "closed", "key"], window: ActorWindow) -> None:
        truth = Truth(
            saw=saw,
            at_ms=now_ms(),
            window=window.name,
            xid=window.resource.id,
            app=window.app,
            title=window.title,
            in_front=window.resource.id == self._in_front,
        )
        sys.stdout.buffer.write(msgspec.json.encode(truth) + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    with suppress(ConnectionClosedError):  # the server went away, and the windows with it
        Actor().run()
