"""Which places are refused to a record on Windows."""

import sys
from pathlib import Path

import pytest

assert sys.platform == "win32"

from core.errors import UserError
from storage import place
from storage.place import refuse_network


def test_a_drive_of_this_computer_is_taken(tmp_path: Path) -> None:
    """Whether the folder is there or not."""
    refuse_network(tmp_path / "record.db")
    refuse_network(tmp_path / "to" / "come" / "record.db")


@pytest.mark.parametrize("file", [r"\\server\share\record.db", r"\\?\UNC\server\share\record.db"])
def test_a_share_by_its_name_is_refused(file: str) -> None:
    """Whichever way it is written."""
    with pytest.raises(UserError, match=r"a network share \(a UNC path\)"):
        refuse_network(Path(file))


def test_a_drive_that_stands_for_a_share_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows says so of the drive; Wine has no such drive, so here it is made to say so of C:."""
    asked = place.REMOTE_DRIVE
    monkeypatch.setattr(place, "_drive_type", lambda root: asked if root == "C:\\" else 0)

    with pytest.raises(UserError, match=r"a network share \(the network drive C:\)"):
        refuse_network(Path(r"C:\engineroom\record.db"))


def test_windows_tells_what_kind_of_drive_it_is() -> None:
    """By the numbers that Windows documents: 3 is a disk of this computer, 1 is no drive."""
    assert place._drive_type("C:\\") == 3
    assert place._drive_type("Q:\\") == 1
