"""Ways in which a disk spoils a database, done to the page; never mends one."""

import sqlite3
from contextlib import closing
from pathlib import Path

PAGE = 4096


def pages_of(file: Path, table: str, kind: str = "leaf") -> list[int]:
    """The pages of one table, from 1, in the order of their keys."""
    with closing(sqlite3.connect(file)) as raw:
        query = "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = ? ORDER BY path"
        return [number for (number,) in raw.execute(query, (table, kind))]


def zero(file: Path, *pages: int) -> None:
    """As a disk gives back a sector that it cannot read any more."""
    with file.open("r+b") as raw:
        for page in pages:
            raw.seek((page - 1) * PAGE)
            raw.write(bytes(PAGE))


def scribble(file: Path, page: int, at: int, content: bytes) -> None:
    """Other bytes in the middle of a page."""
    with file.open("r+b") as raw:
        raw.seek((page - 1) * PAGE + at)
        raw.write(content)
