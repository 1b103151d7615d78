"""Where everything of one user lives; never creates a record."""

import os
import sys
import tempfile
import warnings
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from core.errors import MachineError

APP = "engineroom"
LONGEST_SOCKET_PATH = 100
"""Bytes; the system's limit is 104 (macOS) or 108 (Linux)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paths:
    """Every file and folder that Engineroom uses for one user."""

    data: Path
    config: Path
    logs: Path
    runtime: Path

    @property
    def record(self) -> Path:
        return self.data / "record.db"

    @property
    def backups(self) -> Path:
        """The folder of the daily copies of the record."""
        return self.data / "backups"

    @property
    def lease(self) -> Path:
        """Held by the one agent that records."""
        return self.data / "recording.lock"

    @property
    def last_good_rules(self) -> Path:
        return self.data / "last-good-rules.toml"

    @property
    def earlier_rules(self) -> Path:
        """The folder of personal rules that held until others took their place for new time only."""
        return self.data / "earlier-rules"

    @property
    def case_key(self) -> Path:
        """Makes tokens of identifiers where no policy gives a key."""
        return self.data / "case.key"

    @property
    def shares(self) -> Path:
        """What its person shared, and when; for them alone."""
        return self.data / "shared.jsonl"

    @property
    def settings(self) -> Path:
        return self.config / "settings.toml"

    @property
    def rules(self) -> Path:
        return self.config / "rules.toml"

    @property
    def socket(self) -> Path:
        """Where the agent listens: a file, or on Windows the name of a pipe, which all sessions of a person share."""
        if sys.platform == "win32":
            from core.windows_user import user_sid

            return Path(rf"\\.\pipe\{APP}-{user_sid()}-{_short(os.path.normcase(self.data))}")
        return self.runtime / "agent.sock"


def user_paths() -> Paths:
    """The folders of this user; all of them below `ENGINEROOM_HOME` where that is set."""
    home = os.environ.get("ENGINEROOM_HOME")
    if home:
        return paths_below(Path(home).absolute())
    dirs = platformdirs.PlatformDirs(APP, appauthor=False, roaming=False)
    return Paths(
        data=dirs.user_data_path,
        config=dirs.user_config_path,
        logs=dirs.user_log_path,
        runtime=_user_runtime(dirs),
    )


def paths_below(root: Path) -> Paths:
    """Everything of one user in one folder."""
    return Paths(data=root / "data", config=root / "config", logs=root / "logs", runtime=_runtime(root))


def policy_file() -> Path:
    """The machine's policy, which no user and no environment variable can move."""
    if sys.platform == "win32":
        from core.windows_folders import program_data

        return program_data() / "Engineroom" / "policy.toml"
    if sys.platform == "darwin":
        return Path("/Library/Application Support/Engineroom/policy.toml")
    return Path("/etc/engineroom/policy.toml")


def organisation_rules() -> Path:
    """The organisation's rules, which stand beside its policy."""
    return policy_file().with_name("rules.toml")


def make_private(folder: Path) -> None:
    """Create `folder`, readable by this user alone; raises MachineError where that is impossible."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if sys.platform == "win32":
            from core.windows_user import close_folder

            close_folder(folder)
        elif folder.stat().st_mode & 0o077:
            folder.chmod(0o700)
    except OSError as error:
        raise MachineError(
            f"{folder} cannot be used: {error.strerror}",
            "make it a folder of your own, or set ENGINEROOM_HOME to one",
        ) from error


def touch_private(file: Path) -> None:
    """Create `file` if it is missing, readable by this user alone from its first byte."""
    try:
        if sys.platform == "win32":
            from core.windows_user import touch_alone

            touch_alone(file)
        else:
            os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise MachineError(
            f"{file} cannot be written: {error.strerror}",
            "make it and its folder yours, or set ENGINEROOM_HOME to a folder of your own",
        ) from error


def _user_runtime(dirs: platformdirs.PlatformDirs) -> Path:
    """The system's folder for sockets, or one of ours where somebody else sits on its name."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that a session sets no such folder is nothing a person can act on
        try:
            return dirs.user_runtime_path
        except PermissionError:
            return _runtime(dirs.user_data_path)


def _runtime(root: Path) -> Path:
    """`root/run`, or a short private folder where a socket path would be too long for the system."""
    here = root / "run"
    if len(str(here / "agent.sock").encode()) <= LONGEST_SOCKET_PATH:
        return here
    return Path(tempfile.gettempdir()) / f"{APP}-{_short(str(root))}"


def _short(path: str) -> str:
    """A name of a few letters for a path, the same for all who ask and another for each path."""
    import hashlib  # brings OpenSSL, 3.5 MB that the closed tray does without

    return hashlib.sha256(path.encode()).hexdigest()[:16]
