"""The folder of Windows for what holds for the whole machine, asked of Windows itself; never of the environment.

For Windows alone: it is imported where `sys.platform` says so, and nowhere else.
"""

import ctypes
import sys
from ctypes import wintypes
from functools import cache
from pathlib import Path

assert sys.platform == "win32"

_PROGRAM_DATA = bytes.fromhex("825dab62c1fdc34da9dd070d1d495d97")
"""`FOLDERID_ProgramData` as it lies in memory."""
_shell = ctypes.WinDLL("shell32")
_memory = ctypes.WinDLL("ole32")
_shell.SHGetKnownFolderPath.argtypes = [
    wintypes.LPCSTR, wintypes.DWORD, wintypes.HANDLE, ctypes.POINTER(wintypes.LPVOID),
]  # fmt: skip
_shell.SHGetKnownFolderPath.restype = ctypes.HRESULT
_memory.CoTaskMemFree.argtypes = [wintypes.LPVOID]
_memory.CoTaskMemFree.restype = None


@cache
def program_data() -> Path:
    """As `ProgramData` on C: in most places; raises OSError where Windows does not tell."""
    told = wintypes.LPVOID()
    _shell.SHGetKnownFolderPath(_PROGRAM_DATA, 0, None, ctypes.byref(told))
    try:
        return Path(ctypes.wstring_at(told.value or 0))
    finally:
        _memory.CoTaskMemFree(told)
