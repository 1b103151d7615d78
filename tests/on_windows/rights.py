"""Who has which rights to a file or pipe, read back with pywin32, which the product does not use for it."""

import sys
from pathlib import Path

assert sys.platform == "win32"

import pywintypes
import win32api
import win32file
import win32security

_READ_CONTROL = 0x20000
_ALL_BUT_DACL = win32security.OWNER_SECURITY_INFORMATION | win32security.DACL_SECURITY_INFORMATION


def me() -> str:
    """The SID of this process's user."""
    token = win32security.OpenProcessToken(win32api.GetCurrentProcess(), win32security.TOKEN_QUERY)
    return str(win32security.ConvertSidToStringSid(win32security.GetTokenInformation(token, 1)[0]))


def of_file(path: Path) -> dict[str, int]:
    """Allowed rights by SID."""
    return _allowed(win32security.GetFileSecurity(str(path), _ALL_BUT_DACL))


def of_pipe(name: Path) -> tuple[str, dict[str, int]]:
    """(SID of the owner, allowed rights by SID) as whoever connects finds them."""
    handle = win32file.CreateFile(
        str(name), win32file.GENERIC_READ | _READ_CONTROL, 0, None, win32file.OPEN_EXISTING, 0, None
    )
    try:
        told = win32security.GetSecurityInfo(handle, win32security.SE_KERNEL_OBJECT, _ALL_BUT_DACL)
    finally:
        handle.Close()
    owner = str(win32security.ConvertSidToStringSid(told.GetSecurityDescriptorOwner()))
    return owner, _allowed(told)


def open_to_all(path: Path) -> None:
    """Give everyone all rights, as a careless person does."""
    everyone = win32security.ConvertStringSecurityDescriptorToSecurityDescriptor("D:(A;OICI;FA;;;WD)", 1)
    win32security.SetFileSecurity(str(path), win32security.DACL_SECURITY_INFORMATION, everyone)


def _allowed(told: "pywintypes.SECURITY_DESCRIPTORType") -> dict[str, int]:
    rights = told.GetSecurityDescriptorDacl()
    assert rights is not None, "everyone may do everything"
    allowed: dict[str, int] = {}
    for number in range(rights.GetAceCount()):
        (kind, _flags), mask, sid = rights.GetAce(number)
        assert kind == win32security.ACCESS_ALLOWED_ACE_TYPE
        allowed[str(win32security.ConvertSidToStringSid(sid))] = mask
    return allowed
