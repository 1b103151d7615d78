"""The calendar file that explains absences, if the person chose one: read off the UI thread, never kept."""

import threading
from pathlib import Path

from core.errors import UserError
from core.period import OffsetAt
from gui.presenters.meetings import NO_CALENDAR, MeetingsRead
from interchange.meetings import MeetingFile

Stamp = tuple[str, int, int]


class CalendarFile:
    """Read again only when it changed."""

    def __init__(self, path: str, offset_at: OffsetAt) -> None:
        """Where `path` is empty, there is none."""
        self.path = path
        self._offset_at = offset_at
        self._lock = threading.Lock()
        self._read: tuple[Stamp, MeetingFile] | None = None

    def between(self, start_ms: int, end_ms: int) -> MeetingsRead:
        """The meetings that touch [start, end)."""
        chosen = self.path
        if not chosen:
            return NO_CALENDAR
        name = Path(chosen).name
        try:
            return MeetingsRead(name, self._file(chosen).between(start_ms, end_ms))
        except UserError as error:
            return MeetingsRead(name, trouble=str(error))

    def _file(self, chosen: str) -> MeetingFile:
        with self._lock:
            stamp = _stamp(chosen)
            if self._read is None or self._read[0] != stamp:
                self._read = stamp, MeetingFile(Path(chosen), self._offset_at)
            return self._read[1]


def _stamp(chosen: str) -> Stamp:
    """What changes whenever the file does."""
    try:
        stat = Path(chosen).stat()
    except OSError:
        return chosen, 0, 0
    return chosen, stat.st_mtime_ns, stat.st_size
