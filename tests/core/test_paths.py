"""Where everything lives, and that only its user can read it."""

import os
import stat
import tempfile
from pathlib import Path

import pytest

from core.errors import MachineError
from core.paths import LONGEST_SOCKET_PATH, Paths, make_private, policy_file, touch_private, user_paths
from tests.plain_user import PLAIN_USER, as_plain_user

FOLDERS = ("data", "config", "logs", "runtime")
FILES = ("record", "lease", "last_good_rules", "settings", "rules", "socket")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_one_variable_moves_everything_of_a_user(home: Path) -> None:
    """Every folder and file lies below ENGINEROOM_HOME, and none is created by asking."""
    paths = user_paths()

    assert all(getattr(paths, name).is_relative_to(home) for name in ("data", "config", "logs"))
    assert paths.record.parent == paths.lease.parent == paths.last_good_rules.parent == paths.data
    assert paths.settings.parent == paths.rules.parent == paths.config
    assert not home.exists()


def test_a_relative_home_is_where_the_command_was_started(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Agent and tray agree on it when it is made absolute at once."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ENGINEROOM_HOME", "portable")

    assert user_paths().data == tmp_path / "portable" / "data"


def test_without_the_variable_the_systems_folders_are_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Data, settings and logs go where the system wants them."""
    monkeypatch.delenv("ENGINEROOM_HOME")
    for variable, folder in (("XDG_DATA_HOME", "share"), ("XDG_CONFIG_HOME", "etc"), ("XDG_STATE_HOME", "state")):
        monkeypatch.setenv(variable, str(tmp_path / folder))

    paths = user_paths()

    assert paths.record == tmp_path / "share" / "engineroom" / "record.db"
    assert paths.settings == tmp_path / "etc" / "engineroom" / "settings.toml"
    assert paths.logs.is_relative_to(tmp_path / "state")


def test_a_session_without_a_folder_for_sockets_gets_one_without_ado(
    monkeypatch: pytest.MonkeyPatch, recwarn: pytest.WarningsRecorder
) -> None:
    """Nobody reads a warning of a library they never heard of."""
    monkeypatch.delenv("ENGINEROOM_HOME")
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)

    assert user_paths().runtime.name == "engineroom"
    assert not recwarn.list


def test_a_squatter_on_the_folder_for_sockets_is_evaded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where somebody else made the folder that would be ours, another is used, the same for agent and tray."""
    monkeypatch.delenv("ENGINEROOM_HOME")
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / f"runtime-{PLAIN_USER}").mkdir(mode=0o777)

    def check() -> None:
        runtime = user_paths().runtime
        assert runtime == user_paths().runtime
        assert not runtime.is_relative_to(tmp_path / f"runtime-{PLAIN_USER}")

    if os.geteuid() != 0:
        pytest.skip("only root can make a folder of somebody else")
    as_plain_user(check, tmp_path / f"runtime-{PLAIN_USER}", owned=False)


def test_no_variable_moves_the_policy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whoever is managed cannot choose another policy."""
    before = policy_file()
    for variable in ("ENGINEROOM_HOME", "XDG_CONFIG_HOME", "XDG_CONFIG_DIRS", "HOME", "PROGRAMDATA"):
        monkeypatch.setenv(variable, str(tmp_path))

    assert policy_file() == before == Path("/etc/engineroom/policy.toml")


def test_no_two_names_mean_one_file() -> None:
    """Every path is its own."""
    paths = Paths(data=Path("d"), config=Path("c"), logs=Path("l"), runtime=Path("r"))
    every = [getattr(paths, name) for name in (*FOLDERS, *FILES)]

    assert len(set(every)) == len(every)


@pytest.mark.parametrize("depth", [1, 8, 40])
def test_a_socket_path_is_never_too_long_for_the_system(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, depth: int
) -> None:
    """A deep home has its socket in a short folder, always the same and another for each home."""
    monkeypatch.setenv("ENGINEROOM_HOME", str(tmp_path.joinpath(*["deep"] * depth)))
    socket = user_paths().socket
    monkeypatch.setenv("ENGINEROOM_HOME", str(tmp_path.joinpath(*["deeq"] * depth)))

    assert len(os.fsencode(socket)) <= LONGEST_SOCKET_PATH
    assert user_paths().socket != socket


def test_folders_and_files_are_for_their_user_alone(tmp_path: Path) -> None:
    """Also under a generous umask, and from the first byte."""

    def check() -> None:
        os.umask(0)
        make_private(tmp_path / "a" / "data")
        touch_private(tmp_path / "a" / "data" / "record.db")
        assert mode(tmp_path / "a" / "data") == 0o700
        assert mode(tmp_path / "a" / "data" / "record.db") == 0o600

    as_plain_user(check, tmp_path)


def test_a_folder_that_others_could_read_is_closed(tmp_path: Path) -> None:
    """An old or hand-made folder does not stay open."""
    (tmp_path / "data").mkdir(mode=0o755)

    def check() -> None:
        make_private(tmp_path / "data")
        assert mode(tmp_path / "data") == 0o700

    as_plain_user(check, tmp_path)


def test_touching_keeps_what_a_file_holds(tmp_path: Path) -> None:
    """A record that is there is not emptied."""
    (tmp_path / "record.db").write_bytes(b"spans")

    touch_private(tmp_path / "record.db")

    assert (tmp_path / "record.db").read_bytes() == b"spans"


def test_a_home_that_cannot_be_written_is_told_with_the_way_out(tmp_path: Path) -> None:
    """Folder and file each name their place and ENGINEROOM_HOME."""
    way_out = "ENGINEROOM_HOME to"

    def check() -> None:
        tmp_path.chmod(0o500)
        with pytest.raises(MachineError, match=f"{tmp_path / 'data'} cannot be used: Permission denied — .*{way_out}"):
            make_private(tmp_path / "data")
        with pytest.raises(MachineError, match=f"{tmp_path / 'f'} cannot be written: Permission denied — .*{way_out}"):
            touch_private(tmp_path / "f")

    as_plain_user(check, tmp_path)


def test_a_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    """One's record is not put where another person may look."""
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    theirs.chmod(0o777)

    def check() -> None:
        with pytest.raises(MachineError, match="theirs cannot be used"):
            make_private(theirs)

    if os.geteuid() != 0:
        pytest.skip("only root can make a folder of somebody else")
    as_plain_user(check, theirs, owned=False)


def test_a_file_in_the_way_of_a_folder_is_told(tmp_path: Path) -> None:
    """Not every obstacle is a matter of rights."""
    (tmp_path / "data").touch()

    with pytest.raises(MachineError, match="data cannot be used: File exists"):
        make_private(tmp_path / "data")
