"""Files that somebody has open, which Windows lets nobody replace or move."""

import sys
import threading
from pathlib import Path

import pytest

assert sys.platform == "win32"

from core.errors import MachineError
from core.replacing import put_in_place
from storage.aside import move


def test_a_file_that_is_looked_at_for_a_moment_is_replaced_after_it(tmp_path: Path) -> None:
    """As a virus scanner does with whatever is new."""
    (tmp_path / "finished").write_bytes(b"new")
    (tmp_path / "target").write_bytes(b"old")
    looked_at = (tmp_path / "target").open("rb")
    with pytest.raises(PermissionError):
        (tmp_path / "finished").replace(tmp_path / "target")
    ends = threading.Timer(0.3, looked_at.close)
    ends.start()

    put_in_place(tmp_path / "finished", tmp_path / "target")

    ends.join()
    assert (tmp_path / "target").read_bytes() == b"new"


def test_a_record_that_stays_open_is_not_moved_and_it_is_said_why(tmp_path: Path) -> None:
    """Nothing of it was moved then."""
    (tmp_path / "record.db").write_bytes(b"spans")
    (tmp_path / "record.db-wal").write_bytes(b"more")
    with (
        (tmp_path / "record.db").open("rb"),
        pytest.raises(MachineError, match=r"record\.db cannot be moved: .* — close Engineroom's windows"),
    ):
        move(tmp_path / "record.db", tmp_path / "record.db.aside")

    assert sorted(path.name for path in tmp_path.iterdir()) == ["record.db", "record.db-wal"]
