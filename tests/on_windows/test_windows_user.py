"""What belongs to a person on Windows is theirs alone, from its first byte; Wine itself lets its system in too."""

import os
import sys
from pathlib import Path

import pytest

assert sys.platform == "win32"

from core import windows_user
from core.paths import make_private, policy_file, touch_private, user_paths
from tests.on_windows import rights

ALL = 0x1F01FF
WINES_OWN = {windows_user.SYSTEM}


def test_the_number_of_the_account_is_that_of_windows() -> None:
    """Read by another library."""
    assert windows_user.user_sid() == rights.me()


def test_folder_and_file_are_closed_to_everyone_else(tmp_path: Path) -> None:
    """Nobody but the person, Wine's system aside, is named."""
    make_private(tmp_path / "a" / "data")
    touch_private(tmp_path / "a" / "data" / "record.db")

    for path in (tmp_path / "a" / "data", tmp_path / "a" / "data" / "record.db"):
        allowed = rights.of_file(path)
        assert allowed[rights.me()] == ALL
        assert set(allowed) - WINES_OWN == {rights.me()}


def test_a_folder_that_others_could_read_is_closed_with_what_is_in_it(tmp_path: Path) -> None:
    """On Windows a file in a closed folder can still be opened by its name."""
    (tmp_path / "data" / "backups").mkdir(parents=True)
    for path in (tmp_path / "data" / "old.db", tmp_path / "data" / "backups" / "older.db"):
        path.write_bytes(b"spans")
    for path in (tmp_path / "data", *(tmp_path / "data").rglob("*")):
        rights.open_to_all(path)
    assert len(rights.of_file(tmp_path / "data" / "old.db")) > len({rights.me()} | WINES_OWN)

    make_private(tmp_path / "data")

    for path in (tmp_path / "data", *(tmp_path / "data").rglob("*")):
        assert set(rights.of_file(path)) - WINES_OWN == {rights.me()}
    assert (tmp_path / "data" / "backups" / "older.db").read_bytes() == b"spans"


def test_touching_keeps_what_a_file_holds(tmp_path: Path) -> None:
    """A record that is there is not emptied."""
    (tmp_path / "record.db").write_bytes(b"spans")

    touch_private(tmp_path / "record.db")

    assert (tmp_path / "record.db").read_bytes() == b"spans"


def test_each_person_and_each_home_has_a_pipe_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its name tells whose it is; how a folder is written makes no difference, as on disk."""
    monkeypatch.setenv("ENGINEROOM_HOME", r"C:\homes\one")
    one = user_paths().socket
    monkeypatch.setenv("ENGINEROOM_HOME", r"C:\HOMES\One")
    same = user_paths().socket
    monkeypatch.setenv("ENGINEROOM_HOME", r"C:\homes\two")

    assert str(one).startswith(rf"\\.\pipe\engineroom-{rights.me()}-")
    assert same == one != user_paths().socket


def test_no_variable_moves_the_policy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever is managed cannot choose another policy."""
    before = policy_file()
    for variable in ("ProgramData", "ALLUSERSPROFILE", "SystemDrive", "WIN_PD_OVERRIDE_COMMON_APPDATA"):
        monkeypatch.setenv(variable, r"C:\elsewhere")

    assert policy_file() == before == Path(r"C:\ProgramData\Engineroom\policy.toml")


def test_without_a_home_of_its_own_everything_lies_in_the_persons_profile(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the part of it that does not roam to other computers."""
    monkeypatch.delenv("ENGINEROOM_HOME")
    local = Path(os.environ["LOCALAPPDATA"]) / "engineroom"

    paths = user_paths()

    assert (paths.data, paths.config, paths.logs) == (local, local, local / "Logs")
