"""Which programs take sound from a microphone of a Mac, as CoreAudio tells; never listens to one."""

import ctypes
import sys
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import ClassVar

from agent.platforms.names import clean_app
from core.capability import Capability, Sense

FRAMEWORK = "/System/Library/Frameworks/CoreAudio.framework/CoreAudio"
SYSTEM, GLOBAL_SCOPE, MAIN_ELEMENT = 1, 1_735_159_650, 0
PROCESSES, TAKES_SOUND, PROCESS_ID = 1_886_548_771, 1_885_958_761, 1_886_415_204
"""Numbers of CoreAudio's header; the list of processes is there from macOS 14 on."""
_NUMBER_BYTES = ctypes.sizeof(ctypes.c_uint32)


def names_of(path: str) -> frozenset[str]:
    """What the program in the file `path` is called: by that file, and by the outermost bundle around it.

    Browsers and their like have a microphone held by another program, which lies in their bundle.
    """
    file = PurePosixPath(path)
    bundles = (folder.stem for folder in reversed(file.parents) if folder.suffix == ".app")
    return frozenset(map(clean_app, (file.name, next(bundles, "")))) - {""}


class _Address(ctypes.Structure):
    """`AudioObjectPropertyAddress`."""

    _fields_: ClassVar = [
        ("selector", ctypes.c_uint32),
        ("scope", ctypes.c_uint32),
        ("element", ctypes.c_uint32),
    ]


class _CoreAudio:
    """Properties of sound devices and of the processes that use them: each is one or more numbers."""

    def __init__(self) -> None:
        """Raises OSError where there is no CoreAudio."""
        library = ctypes.CDLL(FRAMEWORK)
        number, address, pointer = ctypes.c_uint32, ctypes.POINTER(_Address), ctypes.c_void_p
        size = ctypes.POINTER(number)
        self._size = library.AudioObjectGetPropertyDataSize
        self._size.argtypes = [number, address, number, pointer, size]
        self._data = library.AudioObjectGetPropertyData
        self._data.argtypes = [number, address, number, pointer, size, pointer]

    def numbers(self, thing: int, selector: int) -> Sequence[int] | None:
        """None where `thing` has no such property."""
        address, size = _Address(selector, GLOBAL_SCOPE, MAIN_ELEMENT), ctypes.c_uint32()
        if self._size(thing, ctypes.byref(address), 0, None, ctypes.byref(size)):
            return None
        told = (ctypes.c_uint32 * (size.value // _NUMBER_BYTES))()
        if self._data(thing, ctypes.byref(address), 0, None, ctypes.byref(size), told):
            return None
        return told[: size.value // _NUMBER_BYTES]

    def number(self, thing: int, selector: int) -> int:
        """The only one; 0 where there is none."""
        return next(iter(self.numbers(thing, selector) or ()), 0)


class MacMicrophone:
    """Asks CoreAudio, and names those who hold one by their program files."""

    def __init__(self) -> None:
        self._audio: _CoreAudio | None = None
        if sys.platform == "darwin":
            self._audio = _CoreAudio()

    def capability(self) -> Capability:
        if self._audio is not None and self._audio.numbers(SYSTEM, PROCESSES) is not None:
            return Capability(sense=Sense.CALL, works=True, how="macOS, asked who takes sound from a microphone")
        return Capability(
            sense=Sense.CALL,
            works=False,
            how="this macOS does not tell which programs use the microphone",
            remedy="update to macOS 14 or later",
        )

    def holders(self) -> frozenset[str]:
        audio = self._audio
        if audio is None:
            return frozenset()
        taking = (process for process in audio.numbers(SYSTEM, PROCESSES) or () if audio.number(process, TAKES_SOUND))
        return frozenset(name for process in taking for name in names_of(_path_of(audio.number(process, PROCESS_ID))))

    def close(self) -> None:
        """Nothing is held between two questions."""


def _path_of(pid: int) -> str:
    """The program file of a process; empty where it is gone or nobody may know."""
    import psutil

    try:
        return psutil.Process(pid).exe()
    except (psutil.Error, OSError, ValueError):
        return ""
