"""How long ago the last input of a macOS session was, and whether the session is hidden; never locks anything."""

import sys
from collections.abc import Mapping
from typing import Any

from core.clock import MS_PER_S

ANY_INPUT = 0xFFFF_FFFF
"""`kCGAnyInputEventType`, which no header gives as a constant."""


def hides(session: Mapping[str, Any] | None) -> bool:
    """Whether nobody can see the session that macOS describes so: locked, or another one has the screen."""
    if session is None:
        return True
    return bool(session.get("CGSSessionScreenIsLocked")) or not session.get("kCGSSessionOnConsoleKey", True)


if sys.platform == "darwin":

    def idle_ms() -> int:
        """Milliseconds since the last input, which needs nobody's leave."""
        from Quartz import CGEventSourceSecondsSinceLastEventType, kCGEventSourceStateCombinedSessionState

        idle_s: float = CGEventSourceSecondsSinceLastEventType(kCGEventSourceStateCombinedSessionState, ANY_INPUT)
        return max(0, round(idle_s * MS_PER_S))

    def is_hidden() -> bool:
        """Whether nobody can see this session now."""
        import objc
        from Quartz import CGSessionCopyCurrentDictionary

        with objc.autorelease_pool():
            return hides(CGSessionCopyCurrentDictionary())

else:

    def idle_ms() -> int:
        return 0

    def is_hidden() -> bool:
        return False
