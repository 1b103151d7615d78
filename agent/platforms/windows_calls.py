"""Functions of Windows with the types of what they take and give; never decides what an answer means.

Each call loads its own copy, so that no other library's idea of the types gets in.
"""

import ctypes
import sys
from collections.abc import Callable
from typing import Any

from agent.platforms.protocols import DesktopLost

if sys.platform == "win32":

    def native(library: str, function: str, gives: Any, *takes: Any) -> Callable[..., Any]:
        """One function of one library; raises DesktopLost where this system lacks it."""
        try:
            call: Any = getattr(ctypes.WinDLL(library, use_last_error=True), function)
        except (OSError, AttributeError) as error:
            raise DesktopLost(f"this Windows lacks {function} of {library}") from error
        call.restype, call.argtypes = gives, takes
        return call  # type: ignore[no-any-return]  # ctypes types no function

    def callback(gives: Any, *takes: Any) -> Any:
        """The type of a function that Windows calls; what it makes must be kept for as long as Windows may."""
        return ctypes.WINFUNCTYPE(gives, *takes)

    def last_fault() -> str:
        """Why the last call failed, in the words of Windows."""
        number = ctypes.get_last_error()
        return f"{ctypes.FormatError(number).strip()} ({number})"

else:

    def native(library: str, function: str, gives: Any, *takes: Any) -> Callable[..., Any]:  # noqa: ARG001 - stands in
        raise DesktopLost(f"{function} of {library} belongs to Windows")

    def callback(gives: Any, *takes: Any) -> Any:  # noqa: ARG001 - stands in
        raise DesktopLost("only Windows calls back like this")

    def last_fault() -> str:
        return ""
