"""A file that another program wrote: read piece by piece, with the error that names its faults; never interpreted."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from core.errors import UserError

Reached = Callable[[float], None]
"""Called with the share of the work that is done, of 1."""
_BOM = b"\xef\xbb\xbf"
ANOTHER_FILE = "give the file as it was exported, and the format that it has"


@dataclass(frozen=True, slots=True)
class ForeignFile:
    """One open file."""

    path: Path
    stream: BinaryIO
    size: int
    reached: Reached

    def whole(self) -> bytes:
        """All of it, which is UTF-8; raises UserError where it is not. It takes long only to make sense of it."""
        text = self.stream.read().removeprefix(_BOM)
        try:
            text.decode()
        except UnicodeDecodeError as error:
            raise self._not_utf8(text.count(b"\n", 0, error.start) + 1) from error
        return text

    def lines(self) -> Iterator[str]:
        """Line by line, with their ends; raises UserError at the first that is not UTF-8."""
        read = 0
        for number, line in enumerate(self.stream, start=1):
            read += len(line)
            self.reached(read / self.size)
            try:
                yield (line.removeprefix(_BOM) if number == 1 else line).decode()
            except UnicodeDecodeError as error:
                raise self._not_utf8(number) from error

    def fault(self, line: int, reason: str, remedy: str = ANOTHER_FILE) -> UserError:
        """The error to raise about one line of it."""
        return UserError(f"{self.path}, line {line}: {reason}", remedy)

    def _not_utf8(self, line: int) -> UserError:
        return self.fault(line, "this is not UTF-8", "save the file as UTF-8")


@contextmanager
def opened(path: Path, reached: Reached) -> Iterator[ForeignFile]:
    """The file at `path`; raises UserError where it cannot be read, to its end."""
    try:
        with path.open("rb") as stream:
            yield ForeignFile(path, stream, max(1, os.fstat(stream.fileno()).st_size), reached)
    except OSError as error:
        raise UserError(f"{path} cannot be read: {error.strerror}", "name a file that is there and yours") from error
