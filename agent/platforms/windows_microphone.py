"""Which programs hold the microphone, as Windows itself notes for its settings page; never listens to one."""

import ctypes
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from agent.platforms.names import clean_app
from agent.platforms.windows_calls import native
from agent.platforms.windows_foreground import program_of
from core.capability import Capability, Sense
from core.clock import now_ms

STORE = r"Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore\microphone"
NOT_PACKAGED = "NonPackaged"
"""The key of programs that are no package; there, a key is a path with `#` for each backslash."""
STARTED, STOPPED = "LastUsedTimeStart", "LastUsedTimeStop"
SLACK_MS = 60_000
"""The clock may have been put right by so much since Windows started."""
_TICKS_PER_MS = 10_000
_EPOCH_MS = 11_644_473_600_000
"""From 1601, where Windows begins to count, to 1970."""


@dataclass(frozen=True, slots=True)
class Use:
    """What is noted of one program: times in 100 ns since 1601."""

    key: str
    packaged: bool
    started: int
    stopped: int
    """0 from when it takes the microphone to when it gives it back."""


def holders(uses: Iterable[Use], booted_ms: int) -> frozenset[str]:
    """Every name of each program that holds it now. `booted_ms`: when Windows started, UTC epoch ms.

    What was in use when the power went off is noted as in use for ever.
    """
    return frozenset(
        name
        for use in uses
        if use.stopped == 0 and use.started // _TICKS_PER_MS - _EPOCH_MS >= booted_ms - SLACK_MS
        for name in _names(use)
        if name
    )


def _names(use: Use) -> tuple[str, ...]:
    """A package such as `Microsoft.SkypeApp_kzf8qxf38zg5c` also goes by the end of its name."""
    if not use.packaged:
        return (program_of(use.key.replace("#", "\\")),)
    package = clean_app(use.key.partition("_")[0])
    return (package, package.rpartition(".")[2])


class WindowsMicrophone:
    """Reads what is noted for this person."""

    def __init__(self) -> None:
        """Raises DesktopLost on another system."""
        self._since_boot_ms = native("kernel32", "GetTickCount64", ctypes.c_ulonglong)

    def capability(self) -> Capability:
        if _uses() is not None:
            return Capability(sense=Sense.CALL, works=True, how="Windows, which notes who uses the microphone")
        return Capability(
            sense=Sense.CALL,
            works=False,
            how="this Windows does not note which programs use the microphone",
            remedy="update to Windows 10 1903 or later",
        )

    def holders(self) -> frozenset[str]:
        return holders(_uses() or (), now_ms() - self._since_boot_ms())

    def close(self) -> None:
        """Nothing is held between two readings."""


if sys.platform == "win32":
    import winreg

    def _uses() -> list[Use] | None:
        """None where Windows notes nothing."""
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, STORE) as store:
                return [*_noted(store, packaged=True), *_noted_of_others(store)]
        except OSError:
            return None

    def _noted_of_others(store: winreg.HKEYType) -> Iterator[Use]:
        try:
            others = winreg.OpenKey(store, NOT_PACKAGED)
        except OSError:
            return
        with others:
            yield from _noted(others, packaged=False)

    def _noted(key: winreg.HKEYType, *, packaged: bool) -> Iterator[Use]:
        """A program that never used it has no times, and may go away while it is looked at."""
        for number in range(winreg.QueryInfoKey(key)[0]):
            with suppress(OSError):
                name = winreg.EnumKey(key, number)
                with winreg.OpenKey(key, name) as program:
                    started, stopped = (winreg.QueryValueEx(program, times)[0] for times in (STARTED, STOPPED))
                yield Use(name, packaged, int(started), int(stopped))

else:

    def _uses() -> list[Use] | None:
        return None
