"""A finished file takes the name of another."""

from pathlib import Path

import pytest

from core.replacing import put_in_place
from tests.plain_user import as_plain_user


def test_what_was_there_is_gone_and_the_finished_one_has_its_name(tmp_path: Path) -> None:
    """In one step."""
    (tmp_path / "finished").write_bytes(b"new")
    (tmp_path / "target").write_bytes(b"old")

    put_in_place(tmp_path / "finished", tmp_path / "target")

    assert (tmp_path / "target").read_bytes() == b"new"
    assert not (tmp_path / "finished").exists()


def test_where_it_is_refused_both_are_as_they_were(tmp_path: Path) -> None:
    """At once: but for Windows, waiting would not help."""
    (tmp_path / "finished").write_bytes(b"new")

    def check() -> None:
        tmp_path.chmod(0o500)
        with pytest.raises(PermissionError):
            put_in_place(tmp_path / "finished", tmp_path / "target")
        tmp_path.chmod(0o700)
        assert [path.name for path in tmp_path.iterdir()] == ["finished"]

    as_plain_user(check, tmp_path)
