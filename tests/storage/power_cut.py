"""A disk that remembers in which order it was written to, and what it may hold after the power failed; never mends.

SQLite runs on a VFS that logs every write, truncation, deletion and sync. A cut at one point of the log keeps what was
synced before it; of what was written since then, each sector of 512 bytes got there or not, as chance has it.
"""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import apsw

SECTOR = 512


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that was done to one file."""

    what: str
    """`write`, `truncate`, `delete` or `sync`; or `acknowledged`, when a transaction was told to be safe."""
    ending: str = ""
    """Of the file's name, behind that of the record: nothing, `-wal` or `-journal`."""
    at: int = 0
    """The offset of a write, the new size of a truncation, the number of a transaction, from 1."""
    content: bytes = b""


@dataclass
class Disk:
    """The log of one record's files."""

    record: Path
    log: list[Happening] = field(default_factory=list)

    def note(self, what: str, name: str, at: int = 0, content: bytes = b"") -> None:
        if name.startswith(str(self.record)) and not name.endswith("-shm"):
            self.log.append(Happening(what, name.removeprefix(str(self.record)), at, content))

    def acknowledge(self, number: int) -> None:
        self.log.append(Happening("acknowledged", at=number))

    def acknowledged(self, point: int) -> int:
        """How many transactions were told to be safe before a point of the log."""
        return max((happened.at for happened in self.log[:point] if happened.what == "acknowledged"), default=0)

    def after_cut(self, start: dict[str, bytes], point: int, chance: random.Random) -> dict[str, bytes]:
        """What the files may hold when the power fails at a point of the log; `start` is what they held before it."""
        files = {ending: _File(bytearray(content)) for ending, content in start.items()}
        for happened in self.log[:point]:
            if happened.what == "acknowledged":
                continue
            files.setdefault(happened.ending, _File()).take(happened)
        found = {ending: file.after_cut(chance) for ending, file in files.items()}
        return {ending: content for ending, content in found.items() if content is not None}


@dataclass
class _File:
    """What the platter has of one file, and what is still under way to it, in order."""

    durable: bytearray | None = None
    """None where there is no such file."""
    under_way: list[Happening] = field(default_factory=list)

    def take(self, happened: Happening) -> None:
        if happened.what != "sync":
            self.under_way.append(happened)
            return
        for one in self.under_way:
            self._apply(one)
        self.under_way.clear()

    def after_cut(self, chance: random.Random) -> bytes | None:
        for one in self.under_way:
            if one.what == "write":
                for sector in _sectors(one):
                    if chance.random() < 0.5:
                        self._apply(sector)
            elif chance.random() < 0.5:
                self._apply(one)
        return None if self.durable is None else bytes(self.durable)

    def _apply(self, one: Happening) -> None:
        if one.what == "delete":
            self.durable = None
            return
        if self.durable is None:
            self.durable = bytearray()
        if one.what == "truncate":
            del self.durable[one.at :]
        self.durable.extend(bytes(max(0, one.at - len(self.durable))))
        self.durable[one.at : one.at + len(one.content)] = one.content


def _sectors(write: Happening) -> Iterator[Happening]:
    """A write in the pieces that a disk writes whole or not at all."""
    at, end = write.at, write.at + len(write.content)
    while at < end:
        until = min(end, (at // SECTOR + 1) * SECTOR)
        yield Happening("write", write.ending, at, write.content[at - write.at : until - write.at])
        at = until


class _LoggedFile(apsw.VFSFile):
    def __init__(self, disk: Disk, name: Any, flags: list[int]) -> None:
        super().__init__("", name, flags)
        self._disk = disk
        self._name = name.filename() if isinstance(name, apsw.URIFilename) else str(name)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802 - SQLite's name
        self._disk.note("write", self._name, offset, bytes(data))
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:  # noqa: N802 - SQLite's name
        self._disk.note("truncate", self._name, newsize)
        super().xTruncate(newsize)

    def xSync(self, flags: int) -> None:  # noqa: N802 - SQLite's name
        self._disk.note("sync", self._name)
        super().xSync(flags)


class _LoggedDisk(apsw.VFS):
    def __init__(self, disk: Disk, name: str) -> None:
        super().__init__(name, "")
        self._disk = disk

    def xOpen(self, name: Any, flags: list[int]) -> _LoggedFile:  # noqa: N802 - SQLite's name
        return _LoggedFile(self._disk, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802 - SQLite's name and order
        self._disk.note("delete", filename)
        super().xDelete(filename, syncdir)


def replay(record: Path, pragmas: Iterable[str], transactions: Iterable[list[str]]) -> tuple[Disk, list[list[str]]]:
    """(the log of what these transactions did to the disk, every row before the first of them and after each)."""
    disk = Disk(record)
    vfs = _LoggedDisk(disk, f"logged {id(disk)}")
    connection = apsw.Connection(str(record), vfs=f"logged {id(disk)}")
    try:
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}").fetchall()
        states = [dump(connection)]
        for number, statements in enumerate(transactions, start=1):
            for statement in statements:
                connection.execute(statement).fetchall()
            disk.acknowledge(number)
            states.append(dump(connection))
    finally:
        connection.close()
        vfs.unregister()
    return disk, states


def dump(connection: Any) -> list[str]:
    """Every row of every table, by apsw and sqlite3 alike."""
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall()
    return [
        f"{name} {row}"
        for (name,) in tables
        for row in connection.execute(f"SELECT * FROM {name} ORDER BY 1, 2").fetchall()
    ]
