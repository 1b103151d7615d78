"""A process with real Wayland windows that tells, from their own events, which one was in front; never asks the agent.

Run as `python -m stage.qt_actor`: it takes the commands of `stage.actor`, but types nothing and brings no window to the
front, which Wayland leaves to the compositor.
"""

import ctypes
import os
import sys
from typing import Literal

import msgspec
from PySide6.QtCore import QEvent, QSocketNotifier
from PySide6.QtGui import QGuiApplication, QNativeInterface, QRasterWindow

from core.clock import now_ms
from stage.actor_messages import Command, Truth

WIDTH, HEIGHT = 480, 320


class ActorWindow(QRasterWindow):
    """One window of the actor."""

    def __init__(self, command: Command) -> None:
        super().__init__()
        self._name, self._app = command.window, command.app
        self._was_opened = False
        self.setTitle(command.title)
        self.resize(WIDTH, HEIGHT)

    def event(self, happening: QEvent) -> bool:
        taken = super().event(happening)
        if happening.type() == QEvent.Type.Expose and self.isExposed() and not self._was_opened:
            self._was_opened = True
            self.tell("opened")
        elif happening.type() == QEvent.Type.FocusIn:
            self.tell("focus", in_front=True)
        elif happening.type() == QEvent.Type.FocusOut:
            self.tell("blur")
        return taken

    def tell(self, saw: Literal["opened", "focus", "blur", "title", "closed"], *, in_front: bool = False) -> None:
        truth = Truth(saw=saw, at_ms=now_ms(), window=self._name, app=self._app, title=self.title(), in_front=in_front)
        sys.stdout.buffer.write(msgspec.json.encode(truth) + b"\n")
        sys.stdout.buffer.flush()


class QtActor:
    """Owns the windows and obeys commands until told to quit."""

    def __init__(self, application: QGuiApplication) -> None:
        self._application = application
        self._windows: dict[str, ActorWindow] = {}
        self._unread = b""
        self._listening = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        self._listening.activated.connect(self._read)

    def _read(self) -> None:
        received = os.read(sys.stdin.fileno(), 65536)
        if not received:
            self._application.quit()
        *lines, self._unread = (self._unread + received).split(b"\n")
        for line in lines:
            self._obey(msgspec.json.decode(line, type=Command))

    def _obey(self, command: Command) -> None:
        if command.do == "open":
            self._application.setDesktopFileName(command.app)  # what the next window calls its program
            self._windows[command.window] = ActorWindow(command)
            self._windows[command.window].show()
        elif command.do == "close":
            window = self._windows.pop(command.window)
            window.close()
            window.destroy()
            self._await_compositor()
            window.tell("closed")
            window.deleteLater()
        elif command.do == "title":
            window = self._windows[command.window]
            window.setTitle(command.title)
            window.tell("title", in_front=window.isActive())
        elif command.do == "quit":
            self._application.quit()

    def _await_compositor(self) -> None:
        """Returns when it has read everything that was sent: a busy one is seconds behind its programs."""
        native = self._application.nativeInterface()
        if isinstance(native, QNativeInterface.QWaylandApplication):
            ctypes.CDLL("libwayland-client.so.0").wl_display_roundtrip(ctypes.c_void_p(native.display()))


if __name__ == "__main__":
    application = QGuiApplication([sys.argv[0]])
    application.setQuitOnLastWindowClosed(False)
    actor = QtActor(application)
    sys.exit(application.exec())
