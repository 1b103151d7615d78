"""Files of other programs, and what is wrong with them."""

from pathlib import Path

import pytest

from core.errors import UserError
from interchange.foreign_file import opened
from tests.plain_user import as_plain_user


def test_a_file_of_lines_tells_how_far_it_was_read(tmp_path: Path) -> None:
    """From nothing to all of it."""
    file = tmp_path / "given"
    file.write_bytes(b"a line\n" * 4)
    shares: list[float] = []

    with opened(file, shares.append) as lines:
        assert list(lines.lines()) == ["a line\n"] * 4

    assert shares == [0.25, 0.5, 0.75, 1]


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    for wrong in (tmp_path / "nowhere", tmp_path):
        with pytest.raises(UserError, match=f"{wrong} cannot be read"), opened(wrong, lambda _share: None):
            pass


def test_a_file_of_somebody_else_is_named(tmp_path: Path) -> None:
    """As a plain user: root may open anything."""
    file = tmp_path / "theirs"
    file.touch(mode=0o600)

    def check() -> None:
        with pytest.raises(UserError, match="Permission denied"), opened(file, lambda _share: None):
            pass

    as_plain_user(check, tmp_path / "x", owned=False)
