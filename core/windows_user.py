"""The Windows account of this process, and rights for it and nobody else; never gives any to a group.

For Windows alone: it is imported where `sys.platform` says so, and nowhere else.
"""

import _winapi
import ctypes
import sys
from contextlib import suppress
from ctypes import wintypes
from functools import cache
from pathlib import Path
from typing import ClassVar

assert sys.platform == "win32"

_TOKEN_QUERY, _TOKEN_USER = 0x8, 1
_FILE_OBJECT, _KERNEL_OBJECT = 1, 6
_OWNER, _DACL = 0x1, 0x4
_HANDED_DOWN = "OICI"
"""To files and folders made inside."""
_SDDL_REVISION = 1
_OPEN_ALWAYS = 4
_SHARED = 0x7
"""Reading, writing and deleting: as on every other system, who may is a matter of rights."""
ADMINISTRATORS, SYSTEM = "S-1-5-32-544", "S-1-5-18"
"""Owners that nothing on this computer is closed to; what an elevated process makes belongs to the first."""

_security = ctypes.WinDLL("advapi32", use_last_error=True)
_kernel = ctypes.WinDLL("kernel32", use_last_error=True)
_TO = ctypes.POINTER(wintypes.LPVOID)
_security.OpenProcessToken.argtypes = [wintypes.HANDLE, wintypes.DWORD, ctypes.POINTER(wintypes.HANDLE)]
_security.GetTokenInformation.argtypes = [
    wintypes.HANDLE, wintypes.INT, wintypes.LPVOID, wintypes.DWORD, ctypes.POINTER(wintypes.DWORD),
]  # fmt: skip
_security.ConvertSidToStringSidW.argtypes = [wintypes.LPVOID, _TO]
_security.ConvertStringSecurityDescriptorToSecurityDescriptorW.argtypes = [
    wintypes.LPCWSTR, wintypes.DWORD, _TO, ctypes.POINTER(wintypes.ULONG),
]  # fmt: skip
_security.ConvertSecurityDescriptorToStringSecurityDescriptorW.argtypes = [
    wintypes.LPVOID, wintypes.DWORD, wintypes.DWORD, _TO, ctypes.POINTER(wintypes.ULONG),
]  # fmt: skip
_security.SetFileSecurityW.argtypes = [wintypes.LPCWSTR, wintypes.DWORD, wintypes.LPVOID]
_security.GetSecurityInfo.argtypes = [wintypes.HANDLE, wintypes.INT, wintypes.DWORD, _TO, _TO, _TO, _TO, _TO]
_security.GetSecurityInfo.restype = wintypes.DWORD
_security.GetNamedSecurityInfoW.argtypes = [wintypes.LPCWSTR, wintypes.INT, wintypes.DWORD, _TO, _TO, _TO, _TO, _TO]
_security.GetNamedSecurityInfoW.restype = wintypes.DWORD
_kernel.LocalFree.argtypes = [wintypes.LPVOID]


class _SecurityAttributes(ctypes.Structure):
    """What Windows is told about the rights to something that it makes."""

    _fields_: ClassVar = [("size", wintypes.DWORD), ("descriptor", wintypes.LPVOID), ("inherit", wintypes.BOOL)]


@cache
def user_sid() -> str:
    """The number of this account, such as `S-1-5-21-…-1001`; no two people of one machine or domain share one."""
    token = wintypes.HANDLE()
    _demand(_security.OpenProcessToken(_winapi.GetCurrentProcess(), _TOKEN_QUERY, ctypes.byref(token)))
    try:
        told = ctypes.create_string_buffer(256)
        size = wintypes.DWORD()
        _demand(_security.GetTokenInformation(token, _TOKEN_USER, told, len(told), ctypes.byref(size)))
    finally:
        _winapi.CloseHandle(token.value or 0)
    return _sid_text(ctypes.cast(told, _TO).contents)


@cache
def for_this_user_alone() -> int:
    """Address of the security attributes with which files and pipes are made so; they stay while the process runs."""
    attributes = _SecurityAttributes(ctypes.sizeof(_SecurityAttributes), _descriptor(""), inherit=False)
    _kept.append(attributes)
    return ctypes.addressof(attributes)


_kept: list[_SecurityAttributes] = []


def close_folder(folder: Path) -> None:
    """Let nobody but this user into `folder` and what is in it; raises OSError where that cannot be had.

    A folder of somebody else is refused: its owner could open it again.
    """
    owner, rights = _told_of(folder)
    if owner not in {user_sid(), ADMINISTRATORS, SYSTEM}:
        raise PermissionError(13, "it belongs to somebody else", str(folder))
    if rights == _rights(_HANDED_DOWN):
        return
    _close(folder, _HANDED_DOWN)
    for inside in folder.rglob("*"):  # what had its rights from the folder keeps them otherwise
        with suppress(FileNotFoundError):  # somebody's draft, gone by now
            _close(inside, _HANDED_DOWN if inside.is_dir() else "")


def touch_alone(file: Path) -> None:
    """Create `file` if it is missing, for this user alone from its first byte; raises OSError where that is refused."""
    reach = _winapi.GENERIC_READ | _winapi.GENERIC_WRITE
    _winapi.CloseHandle(_winapi.CreateFile(str(file), reach, _SHARED, for_this_user_alone(), _OPEN_ALWAYS, 0, 0))


def owner_of(handle: int) -> str:
    """The SID of whoever made the pipe that `handle` belongs to; raises OSError where Windows does not tell."""
    owner, descriptor = wintypes.LPVOID(), wintypes.LPVOID()
    told = _security.GetSecurityInfo(
        handle, _KERNEL_OBJECT, _OWNER, ctypes.byref(owner), None, None, None, ctypes.byref(descriptor)
    )
    _demand_none(told)
    try:
        return _sid_text(owner)
    finally:
        _kernel.LocalFree(descriptor)


def _told_of(folder: Path) -> tuple[str, str]:
    """(SID of the owner, who has which rights as Windows writes it)."""
    owner, descriptor = wintypes.LPVOID(), wintypes.LPVOID()
    what = _OWNER | _DACL
    _demand_none(
        _security.GetNamedSecurityInfoW(
            str(folder), _FILE_OBJECT, what, ctypes.byref(owner), None, None, None, ctypes.byref(descriptor)
        )
    )
    try:
        rights = wintypes.LPVOID()
        _demand(
            _security.ConvertSecurityDescriptorToStringSecurityDescriptorW(
                descriptor, _SDDL_REVISION, _DACL, ctypes.byref(rights), None
            )
        )
        return _sid_text(owner), _text(rights)
    finally:
        _kernel.LocalFree(descriptor)


def _close(path: Path, handed_down: str) -> None:
    descriptor = _descriptor(handed_down)
    try:
        _demand(_security.SetFileSecurityW(str(path), _DACL, descriptor))
    finally:
        _kernel.LocalFree(descriptor)


def _rights(handed_down: str) -> str:
    """All for this user and none for others; `handed_down` says to what is made inside."""
    return f"D:P(A;{handed_down};FA;;;{user_sid()})"


def _descriptor(handed_down: str) -> wintypes.LPVOID:
    """Owner and rights as Windows keeps them; the caller frees it."""
    made = wintypes.LPVOID()
    _demand(
        _security.ConvertStringSecurityDescriptorToSecurityDescriptorW(
            f"O:{user_sid()}{_rights(handed_down)}", _SDDL_REVISION, ctypes.byref(made), None
        )
    )
    return made


def _sid_text(sid: wintypes.LPVOID) -> str:
    text = wintypes.LPVOID()
    _demand(_security.ConvertSidToStringSidW(sid, ctypes.byref(text)))
    return _text(text)


def _text(made: wintypes.LPVOID) -> str:
    """A text that Windows made, and gets back."""
    try:
        return ctypes.wstring_at(made.value or 0)
    finally:
        _kernel.LocalFree(made)


def _demand(done: int) -> None:
    """Of calls that give 0 where they fail."""
    if not done:
        raise ctypes.WinError(ctypes.get_last_error())


def _demand_none(error: int) -> None:
    """Of calls that give the number of the error."""
    if error:
        raise ctypes.WinError(error)
