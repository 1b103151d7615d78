"""Whether the system keeps its clock right by a network's time; never asks the time and never sets it."""

import ctypes
import sys
from typing import ClassVar

_UNSYNCHRONISED = 0x40
"""`STA_UNSYNC` of the kernel, which every program that keeps the time takes away."""


class _Timex(ctypes.Structure):
    """The beginning of `struct timex`, and room for the rest."""

    _fields_: ClassVar = [
        ("modes", ctypes.c_uint),
        ("measures", ctypes.c_long * 4),
        ("status", ctypes.c_int),
        ("rest", ctypes.c_char * 512),
    ]


def is_kept_right() -> bool | None:
    """None where the system cannot be asked."""
    if sys.platform != "linux":
        return None
    found = _Timex()  # all modes 0: nothing is set
    if ctypes.CDLL(None, use_errno=True).adjtimex(ctypes.byref(found)) < 0:
        return None
    return not found.status & _UNSYNCHRONISED
