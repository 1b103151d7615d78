"""Hears from macOS that another program came to the front, or of lock, sleep and other sessions; never says which.

macOS tells it on the main thread, and only while that runs its loop.
"""

import sys

from agent.platforms.protocols import DesktopLost

LOCK_NOTES = ("com.apple.screenIsLocked", "com.apple.screenIsUnlocked")

if sys.platform == "darwin":
    from typing import Any

    import objc
    from AppKit import (
        NSWorkspace,
        NSWorkspaceDidActivateApplicationNotification,
        NSWorkspaceDidWakeNotification,
        NSWorkspaceSessionDidBecomeActiveNotification,
        NSWorkspaceSessionDidResignActiveNotification,
        NSWorkspaceWillSleepNotification,
    )
    from CoreFoundation import CFRunLoopRunInMode, kCFRunLoopDefaultMode
    from Foundation import NSDefaultRunLoopMode, NSDistributedNotificationCenter, NSObject, NSPort, NSRunLoop

    WORKSPACE_NOTES = (
        NSWorkspaceDidActivateApplicationNotification,
        NSWorkspaceWillSleepNotification,
        NSWorkspaceDidWakeNotification,
        NSWorkspaceSessionDidResignActiveNotification,
        NSWorkspaceSessionDidBecomeActiveNotification,
    )

    class EngineroomObserver(NSObject):  # type: ignore[misc]  # pyobjc gives no types
        """Whom macOS calls; its methods go by the names that Objective-C makes of them."""

        def init(self) -> Any:
            self = objc.super(EngineroomObserver, self).init()  # noqa: PLW0642 - as Objective-C has it
            if self is not None:
                self.heard = False
            return self

        def note_(self, _notification: object) -> None:
            self.heard = True

        def wake_(self, _nothing: object) -> None:
            """To be called ends a run of the loop."""

    class Listener:
        """Listens from the beginning to `close`."""

        def __init__(self) -> None:
            self._observer = EngineroomObserver.alloc().init()
            NSRunLoop.mainRunLoop().addPort_forMode_(NSPort.port(), NSDefaultRunLoopMode)  # with none it never waits
            self._workspace = NSWorkspace.sharedWorkspace().notificationCenter()
            self._everybody = NSDistributedNotificationCenter.defaultCenter()
            for center, names in ((self._workspace, WORKSPACE_NOTES), (self._everybody, LOCK_NOTES)):
                for name in names:
                    center.addObserver_selector_name_object_(self._observer, b"note:", name, None)

        def heard(self) -> bool:
            """Whether something happened since the last call."""
            heard, self._observer.heard = bool(self._observer.heard), False
            return heard

        def run(self, seconds: float) -> None:
            """Let macOS tell what happens, until it did or `seconds` are over; on the main thread."""
            with objc.autorelease_pool():  # else what macOS hands out in between stays until the end
                CFRunLoopRunInMode(kCFRunLoopDefaultMode, seconds, True)

        def stop_running(self) -> None:
            """End a `run` under way, or the next one; from any thread."""
            self._observer.performSelectorOnMainThread_withObject_waitUntilDone_(b"wake:", None, False)

        def close(self) -> None:
            for center in (self._workspace, self._everybody):
                center.removeObserver_(self._observer)

else:

    class Listener:
        """Stands for it on other systems."""

        def __init__(self) -> None:
            raise DesktopLost("this is not macOS")

        def heard(self) -> bool:
            return False

        def run(self, seconds: float) -> None: ...

        def stop_running(self) -> None: ...

        def close(self) -> None: ...
