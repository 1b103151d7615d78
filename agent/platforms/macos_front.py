"""Which program of macOS is in front, and the title of its window; never looks at what a window shows.

Titles come from the accessibility interface, for which a person gives leave once.
"""

import sys
from dataclasses import dataclass

from agent.platforms.names import UNKNOWN_APP, clean_app, clean_title
from agent.platforms.protocols import DesktopLost
from core.sample import Window

ANSWER_WITHIN_S = 0.25
"""A program that hangs has no title meanwhile."""


@dataclass(frozen=True, slots=True)
class Front:
    """One process, with its window as it would be recorded."""

    pid: int
    window: Window


def name_of(bundle: str | None, shown: str | None) -> str:
    """What a program is called: by the name of its bundle, which no language changes, or else by the name shown."""
    return clean_app((bundle or "").removesuffix(".app")) or clean_app(shown or "") or UNKNOWN_APP


if sys.platform == "darwin":

    class FrontProgram:
        """Asks macOS; it notices another program only while the listener runs."""

        def __init__(self) -> None:
            """Raises DesktopLost where the libraries are missing."""
            try:
                import AppKit
                import HIServices
                import objc
            except ImportError as error:
                raise DesktopLost(f"a library for macOS is missing: {error.name}", "install Engineroom anew") from error
            self._workspace = AppKit.NSWorkspace.sharedWorkspace()
            self._access = HIServices
            self._pool = objc.autorelease_pool

        def is_trusted(self) -> bool:
            """Whether the person gave leave to see titles."""
            return bool(self._access.AXIsProcessTrusted())

        def now(self) -> Front | None:
            """None where no program is in front."""
            with self._pool():
                program = self._workspace.frontmostApplication()
                if program is None:
                    return None
                pid, bundle = int(program.processIdentifier()), program.bundleURL()
                app = name_of(None if bundle is None else bundle.lastPathComponent(), program.localizedName())
                return Front(pid, Window(app=app, title=clean_title(self._title(pid))))

        def _title(self, pid: int) -> str:
            access = self._access
            element = access.AXUIElementCreateApplication(pid)
            access.AXUIElementSetMessagingTimeout(element, ANSWER_WITHIN_S)
            fault, window = access.AXUIElementCopyAttributeValue(element, access.kAXFocusedWindowAttribute, None)
            if fault or window is None:
                return ""
            access.AXUIElementSetMessagingTimeout(window, ANSWER_WITHIN_S)
            fault, title = access.AXUIElementCopyAttributeValue(window, access.kAXTitleAttribute, None)
            return "" if fault or title is None else str(title)

else:

    class FrontProgram:
        """Stands for it on other systems."""

        def __init__(self) -> None:
            raise DesktopLost("this is not macOS")

        def is_trusted(self) -> bool:
            return False

        def now(self) -> Front | None:
            return None
