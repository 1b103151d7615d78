"""A client of the virtual X server that waits until others announce themselves there; never changes anything."""

import os
import select
import subprocess
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Self

from Xlib import X
from Xlib.display import Display
from Xlib.error import ConnectionClosedError, XError

from core.clock import steady_s
from core.errors import MachineError

READY_WITHIN_S = 20.0


class Lookout:
    """Waits by events, and notices when the process that is waited for ends instead."""

    def __init__(self, display: str) -> None:
        self._display = Display(display)
        self._root = self._display.screen().root
        self._root.change_attributes(event_mask=X.PropertyChangeMask | X.StructureNotifyMask)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(ConnectionClosedError):
            self._display.close()

    def await_window_manager(self, manager: subprocess.Popen[bytes]) -> None:
        self._await(self._window_manager_runs, manager)

    def await_tray(self, tray: subprocess.Popen[bytes]) -> None:
        selection = self._display.intern_atom("_NET_SYSTEM_TRAY_S0")
        self._await(lambda: bool(self._display.get_selection_owner(selection)), tray)

    def _window_manager_runs(self) -> bool:
        """Whether the window that a window manager keeps for this purpose exists and names itself."""
        check = self._display.intern_atom("_NET_SUPPORTING_WM_CHECK")
        on_root = self._root.get_full_property(check, X.AnyPropertyType)
        if on_root is None:
            return False
        window = self._display.create_resource_object("window", on_root.value[0])
        try:
            on_itself = window.get_full_property(check, X.AnyPropertyType)
        except XError:
            return False
        return on_itself is not None and on_itself.value[0] == on_root.value[0]

    def _await(self, ready: Callable[[], bool], process: subprocess.Popen[bytes]) -> None:
        until = steady_s() + READY_WITHIN_S
        end_of_process = os.pidfd_open(process.pid)
        try:
            while not ready():
                left = until - steady_s()
                if left <= 0 or process.poll() is not None:
                    raise MachineError(f"{process.args!r} did not start", "run it by hand to see why")
                if not self._display.pending_events():
                    select.select([self._display, end_of_process], [], [], left)
                while self._display.pending_events():
                    self._display.next_event()
        finally:
            os.close(end_of_process)
