"""Small files of one user: whole or not at all, and for nobody else."""

import stat
from pathlib import Path

import pytest

from classifiers.private_file import write_private
from tests.plain_user import as_plain_user


def test_a_file_is_for_its_user_alone(tmp_path: Path) -> None:
    """With the folders that it needs, and no draft left beside it; one that says the same is left alone."""
    file = tmp_path / "new" / "proofs.json"

    write_private(file, b"one")
    write_private(file, b"two")
    written = file.stat().st_ino
    write_private(file, b"two")

    assert file.read_bytes() == b"two"
    assert file.stat().st_ino == written
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(file.parent.iterdir()) == [file]


def test_what_cannot_be_written_is_as_it_was(tmp_path: Path) -> None:
    """The error is the caller's to tell."""
    file = tmp_path / "proofs.json"
    file.write_bytes(b"one")
    file.chmod(0o644)
    tmp_path.chmod(0o555)

    def check() -> None:
        with pytest.raises(PermissionError):
            write_private(file, b"two")
        assert file.read_bytes() == b"one"

    as_plain_user(check, tmp_path)
