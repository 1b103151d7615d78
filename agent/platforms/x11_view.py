"""What one X server shows: its window manager, the window in front and the idle time; never connects again."""

import select
from collections.abc import Sequence

from Xlib import X, Xutil
from Xlib.ext import screensaver

from agent.platforms.names import LONGEST_TITLE, ProcessNames, clean_title
from agent.platforms.protocols import DesktopLost
from agent.platforms.x11_connection import Connection
from agent.platforms.x11_properties import COMPOUND, UTF8, first_number, numbers, program_class, text
from core.capability import Capability, Sense
from core.clock import steady_s
from core.sample import Sight, Window

LONGEST_TITLE_BYTES = 4 * LONGEST_TITLE
LONGEST_LIST_BYTES = 4096
SETTLED_AFTER_S = 0.03
"""Seen with openbox and xfwm4: about a millisecond."""
NO_WINDOW = 0
"""The X server's number for it; whatever is asked about it has no answer."""
_ACTIVE, _CHECK, _SUPPORTED = "_NET_ACTIVE_WINDOW", "_NET_SUPPORTING_WM_CHECK", "_NET_SUPPORTED"
_NAME, _OLD_NAME, _PROGRAM, _PID, _STATE = "_NET_WM_NAME", "WM_NAME", "WM_CLASS", "_NET_WM_PID", "WM_STATE"


class X11View:
    """Hears what changes, and reads again only that. Idle time comes from the XScreenSaver extension."""

    name = "x11"

    def __init__(self, server: Connection, processes: ProcessNames) -> None:
        self.server = server
        self._processes = processes
        self._atoms = server.atoms(
            (_ACTIVE, _CHECK, _SUPPORTED, _NAME, _OLD_NAME, _PROGRAM, _PID, _STATE, UTF8, COMPOUND)
        )
        self._text_kinds = {self._atoms[kind]: kind for kind in (UTF8, COMPOUND)}
        self._manager = NO_WINDOW
        """A window that the window manager keeps for as long as it runs."""
        self._fault = ""
        self._front = NO_WINDOW
        """The window that is listened to."""
        self._telling: frozenset[int] = frozenset()
        """The properties of that window which `_window` is made of."""
        self._window: Window | None = None
        self._manager_is_stale = self._front_is_stale = self._window_is_stale = True
        server.watch(server.root, X.PropertyChangeMask)

    @property
    def closed(self) -> bool:
        return self.server.closed

    def filenos(self) -> Sequence[int]:
        return (self.server.fileno(),)

    def changed(self) -> bool:
        hung = self.server.waits_for_answers
        self._take_events()
        if self.server.waits_for_answers:
            return False
        return hung or self._manager_is_stale or self._front_is_stale or self._window_is_stale

    def look(self) -> Sight:
        """A screen that the server only blanks is not locked: somebody may listen to a call before it."""
        self._take_events()
        self._demand_answers()
        idle = self.server.ask_idle() if self.server.tells_idle else None
        before = self._window
        self._refresh()
        if before is not None:
            self._let_settle()
        window = None if self._fault else self._window
        if idle is None:
            return Sight(window=window, idle_ms=None)
        (saver,) = self.server.answers(idle)
        is_covered = saver.state == screensaver.StateOn and saver.kind == screensaver.KindExternal
        return Sight(window=window, idle_ms=saver.idle, locked=is_covered)

    def rest(self) -> None:
        """Of a window that changes meanwhile, the server tells nothing but that it did."""

    def capabilities(self) -> tuple[Capability, Capability]:
        self._take_events()
        self._demand_answers()
        if self._manager_is_stale:
            self._find_manager()
        return _window_capability(self._fault), _idle_capability(works=self.server.tells_idle)

    def close(self) -> None:
        self.server.close()

    def _let_settle(self) -> None:
        """On their way from one window to another, window managers name none for a moment: nobody saw that."""
        until = steady_s() + SETTLED_AFTER_S
        while self._window is None and (left := until - steady_s()) > 0:
            if not self.changed():
                select.select([self.server], [], [], left)
            self._refresh()

    def _demand_answers(self) -> None:
        """A server that has not answered yet is asked nothing more."""
        if self.server.waits_for_answers:
            raise DesktopLost(f"the X server {self.server.name} does not answer")

    def _take_events(self) -> None:
        for happening in self.server.events():
            if happening.send_event:  # another program made it up
                continue
            if happening.type == X.PropertyNotify:
                self._note_property(happening.window, happening.atom)
            elif happening.type == X.DestroyNotify:
                self._note_destroyed(happening.window)
            elif happening.type in {X.MapNotify, X.UnmapNotify}:
                self._window_is_stale |= happening.window == self._front

    def _note_property(self, window: int, atom: int) -> None:
        if window == self._front:
            self._window_is_stale |= atom in self._telling
        elif atom == self._atoms[_ACTIVE]:
            self._front_is_stale = True
        elif atom in {self._atoms[_CHECK], self._atoms[_SUPPORTED]}:
            self._manager_is_stale = True

    def _note_destroyed(self, window: int) -> None:
        if window == self._front:
            self._front = NO_WINDOW
            self._front_is_stale = True
        elif window == self._manager:
            self._manager_is_stale = True

    def _refresh(self) -> None:
        if self._manager_is_stale:
            self._find_manager()
        if self._front_is_stale:
            self._find_front()
        if self._window_is_stale:
            self._read_window()

    def _find_manager(self) -> None:
        server, check = self.server, self._atoms[_CHECK]
        on_root, supported = server.answers(
            server.ask_property(server.root, check),
            server.ask_property(server.root, self._atoms[_SUPPORTED], LONGEST_LIST_BYTES),
        )
        self._manager = first_number(on_root)
        server.watch(self._manager, X.StructureNotifyMask)
        (on_itself,) = server.answers(server.ask_property(self._manager, check))
        if self._manager == NO_WINDOW or first_number(on_itself) != self._manager:
            self._fault = "no window manager runs that says which window is in front"
        elif self._atoms[_ACTIVE] not in numbers(supported):
            self._fault = "the window manager does not say which window is in front"
        else:
            self._fault = ""
        self._manager_is_stale = False

    def _find_front(self) -> None:
        """Listen to the active window before it is read, so that no change falls between."""
        server = self.server
        (active,) = server.answers(server.ask_property(server.root, self._atoms[_ACTIVE]))
        front = first_number(active)
        if front in {server.root, self._manager}:  # listened to already, and no window that a person sees
            front = NO_WINDOW
        if front != self._front:
            server.watch(self._front, X.NoEventMask)
            server.watch(front, X.PropertyChangeMask | X.StructureNotifyMask)
            self._front = front
        self._front_is_stale, self._window_is_stale = False, True

    def _read_window(self) -> None:
        """Raises nothing when the window dies meanwhile: openbox leaves dead and hidden ones active."""
        server, window, atoms = self.server, self._front, self._atoms
        answers = server.answers(
            server.ask_attributes(window),
            server.ask_property(window, atoms[_STATE]),
            server.ask_property(window, atoms[_NAME], LONGEST_TITLE_BYTES),
            server.ask_property(window, atoms[_OLD_NAME], LONGEST_TITLE_BYTES),
            server.ask_property(window, atoms[_PROGRAM]),
            server.ask_property(window, atoms[_PID]),
        )
        attributes, state, name, old_name, program, pid = answers
        self._telling = frozenset({atoms[_STATE], atoms[_NAME], atoms[_PROGRAM], atoms[_PID]})
        if any(answer is None for answer in answers):
            self._front, self._window = NO_WINDOW, None
        elif attributes.map_state == X.IsUnmapped and first_number(state) == Xutil.WithdrawnState:
            self._window = None
        else:
            title = text(name, self._text_kinds)
            if not title:
                title = text(old_name, self._text_kinds)
                self._telling |= {atoms[_OLD_NAME]}
            called = program_class(text(program, self._text_kinds))
            app = self._processes.app_known_as(called, first_number(pid))
            self._window = Window(app=app, title=clean_title(title))
        self._window_is_stale = False


def _window_capability(fault: str) -> Capability:
    if fault:
        remedy = "start a window manager, or choose another desktop when you log in"
        return Capability(sense=Sense.WINDOW, works=False, how=fault, remedy=remedy)
    return Capability(sense=Sense.WINDOW, works=True, how="X11, told by the window manager of every change")


def _idle_capability(*, works: bool) -> Capability:
    if works:
        return Capability(sense=Sense.IDLE, works=True, how="X11, measured by the XScreenSaver extension")
    return Capability(
        sense=Sense.IDLE,
        works=False,
        how="this X server lacks the XScreenSaver extension, as XWayland does",
        remedy="choose an X11 (Xorg) session when you log in",
    )
