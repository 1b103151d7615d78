"""What left this computer by its person's hand: a log beside the record, for that person alone; never shares itself."""

import os
from datetime import date
from pathlib import Path
from typing import BinaryIO

import msgspec

from core.errors import MachineError
from core.paths import make_private, touch_private
from core.replacing import put_in_place
from reports.sharing import SharedTotals


class Share(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One time that totals were written for somebody else to read."""

    to: str
    """The file."""
    totals: SharedTotals
    """Exactly what was written, but for the days forgotten since; `written_ms` says when."""
    forgotten: int = 0
    """Of so many days more the totals were written; their rows were erased here."""

    @property
    def days(self) -> int:
        """Of how many days totals were written."""
        return len(self.totals.days) + self.forgotten


def note_share(log: Path, share: Share) -> None:
    """Add one line; raises MachineError where the disk refuses."""
    make_private(log.parent)
    touch_private(log)
    try:
        with log.open("a+b") as file:
            file.write(_end_of_line(file) + msgspec.json.encode(share) + b"\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise MachineError(
            f"It was shared, but {log} could not note that: {error.strerror}", "make room on the disk"
        ) from error


def read_shares(log: Path) -> tuple[Share, ...]:
    """The latest first; nothing where nothing was shared yet. A line that a power cut left unfinished is passed over.

    Raises MachineError where the file cannot be read.
    """
    if not log.exists():
        return ()
    try:
        lines = log.read_bytes().splitlines()
    except OSError as error:
        raise MachineError(f"{log} cannot be read: {error.strerror}", "make it yours") from error
    found = [share for line in lines if (share := _share(line)) is not None]
    return tuple(sorted(found, key=lambda share: share.totals.written_ms, reverse=True))


def forget_shares(log: Path, before: date | None, since: date | None = None) -> None:
    """Forget the rows of the days from one to before another; with neither, that anything was shared.

    That something was shared, when and where, and of how many days, stays as long as any row of it does.
    Raises MachineError, with the log as it was, where the disk refuses.
    """
    unfinished = log.with_name(f"{log.name}.new")
    try:
        unfinished.unlink(missing_ok=True)  # a power cut may have left it
        if before is None and since is None:
            log.unlink(missing_ok=True)
            return
        noted = list(reversed(read_shares(log)))
        left = [_without(share, since or date.min, before or date.max) for share in noted]
        if left != noted:
            touch_private(unfinished)
            unfinished.write_bytes(b"".join(msgspec.json.encode(share) + b"\n" for share in left if share.totals.days))
            put_in_place(unfinished, log)
    except OSError as error:
        raise MachineError(
            f"{log} still names what was erased: {error.strerror}", "make room on the disk, then erase again"
        ) from error


def _end_of_line(file: BinaryIO) -> bytes:
    """What ends a line that a power cut left unfinished, so that it hides no other."""
    if not file.seek(0, os.SEEK_END):
        return b""
    file.seek(-1, os.SEEK_END)
    return b"" if file.read(1) == b"\n" else b"\n"


def _share(line: bytes) -> Share | None:
    try:
        return msgspec.json.decode(line, type=Share)
    except msgspec.MsgspecError:
        return None


def _without(share: Share, since: date, before: date) -> Share:
    days = [day for day in share.totals.days if not since <= date.fromisoformat(day.day) < before]
    return Share(to=share.to, totals=msgspec.structs.replace(share.totals, days=days), forgotten=share.days - len(days))
