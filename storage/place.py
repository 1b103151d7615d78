"""Refuses places where a record cannot live; never opens one."""

import ctypes
import os
import re
import sys
from ctypes import wintypes
from pathlib import Path, PurePosixPath

from core.errors import UserError

NETWORK_FILE_SYSTEMS = frozenset({
    "afs", "ceph", "cifs", "coda", "davfs", "fuse.davfs2", "fuse.glusterfs", "fuse.rclone", "fuse.s3fs",
    "fuse.sshfs", "glusterfs", "gpfs", "lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "smb3", "smbfs",
})  # fmt: skip
REMOTE_DRIVE = 4
"""`DRIVE_REMOTE` of Windows."""
MOUNTS = Path("/proc/self/mounts")
_ESCAPED = re.compile(rb"\\([0-3][0-7]{2})")


def refuse_network(file: Path, mounts: Path = MOUNTS) -> None:
    """Raise UserError when `file` lies on a network share: write-ahead logging needs one host."""
    kind = _share(file, mounts)
    if kind is not None:
        raise UserError(
            f"The record {file} would lie on a network share ({kind})",
            "set ENGINEROOM_HOME to a folder on this computer's own disk",
        )


def _share(file: Path, mounts: Path) -> str | None:
    """The kind of network share that `file` lies on, None on a disk of this host."""
    if sys.platform == "win32":
        return _windows_share(file)
    if not mounts.exists():
        return None
    place = PurePosixPath(file.parent.resolve())
    best, kind = PurePosixPath("/"), ""
    for line in mounts.read_bytes().splitlines():
        _device, point, file_system, *_rest = line.split(b" ")
        mounted = PurePosixPath(os.fsdecode(_ESCAPED.sub(lambda found: bytes([int(found[1], 8)]), point)))
        if place.is_relative_to(mounted) and len(mounted.parts) >= len(best.parts):
            best, kind = mounted, os.fsdecode(file_system)
    return kind if kind in NETWORK_FILE_SYSTEMS else None


def _windows_share(file: Path) -> str | None:
    """By the path as it was written, then by where it leads: a drive letter may stand for a folder of a server."""
    for path in (file.absolute(), file.resolve()):
        if path.drive.startswith("\\\\"):
            return "a UNC path"
        if _drive_type(path.anchor) == REMOTE_DRIVE:
            return f"the network drive {path.drive}"
    return None


def _drive_type(root: str) -> int:
    """What kind of drive Windows has at `root`, the path of its uppermost folder."""
    kind = 0
    if sys.platform == "win32":
        ask = ctypes.WinDLL("kernel32").GetDriveTypeW
        ask.argtypes = [wintypes.LPCWSTR]
        kind = int(ask(root))
    return kind
