"""Windows programs and our own tree in a Windows Python, under Wine on a private screen; never as root.

Wine is not Windows: it has no elevation, no lock screen, no second session and no other person on the machine.

`make build/wine/ready` lays out the Python with the pinned Windows wheels; each stage gets copies of it and of the tree
on a C: drive of its own, so that nothing of the person who runs this is seen or written.
"""

import os
import select
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path, PureWindowsPath
from typing import IO

from core.clock import steady_s
from core.errors import MachineError
from stage.plain_user import as_plain_user, hand_over
from stage.standing import Standing
from stage.xserver import XServer

PROJECT = Path(__file__).resolve().parents[1]
LAID_OUT = PROJECT / "build" / "wine"
TREE = ("agent", "classifiers", "cli", "core", "interchange", "reports", "stage", "storage", "tests")
HOME = PureWindowsPath(r"C:\engineroom")
"""Where tree and Python stand; nothing of what a program records goes there by itself."""
LOADER, SERVER = "/usr/lib/wine/wine64", "/usr/lib/wine/wineserver64"
PYTHON = HOME / "python" / "python.exe"
TREE_HOME = HOME / "tree"
BOOTED_WITHIN_S = 120.0
COMMAND_WITHIN_S = 120.0
ENDED_WITHIN_S = 20.0
STARTS = 5
OUTLIVES_S = 600
"""How long the server waits for the next program; it then ends even where nobody could end it."""


class WineStage(Standing):
    """`with WineStage(screen) as windows:` gives a new C: drive on which Windows programs run.

    Everything that was started is ended at the end.
    """

    def __init__(self, screen: XServer) -> None:
        """`screen` shows the windows; it must outlive this stage."""
        super().__init__()
        self._screen = screen
        self._has_server = False
        self._running: list[subprocess.Popen[bytes]] = []

    @property
    def c_drive(self) -> Path:
        """C: as this side sees it."""
        return self._home / "prefix" / "drive_c"

    @property
    def local_app_data(self) -> Path:
        """The folder that %LOCALAPPDATA% names there, as this side sees it."""
        (person,) = (folder for folder in (self.c_drive / "users").iterdir() if folder.name != "Public")
        return person / "AppData" / "Local"

    def path(self, windows_path: PureWindowsPath) -> Path:
        """A path on C: as this side sees it."""
        return self.c_drive.joinpath(*windows_path.parts[1:])

    def environment(self, **more: str) -> dict[str, str]:
        """What a Windows program gets; Wine adds what Windows itself would set."""
        own = {
            "HOME": str(self._home),
            "PATH": "/usr/lib/wine:/usr/bin:/bin",
            "LANG": "C.UTF-8",
            "TZ": os.environ.get("TZ", "UTC"),
            "DISPLAY": self._screen.display,
            "WINEPREFIX": str(self._home / "prefix"),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree=;mshtml=;winemenubuilder.exe=",
        }
        return own | more

    def run(self, *command: str, **more: str) -> "subprocess.Popen[bytes]":
        """Start a Windows program, such as `notepad.exe`; what it says can be read, and it reads from a pipe."""
        program = subprocess.Popen(
            [*as_plain_user(), LOADER, *command],
            env=self.environment(**more),
            cwd=self.path(TREE_HOME),
            stdin=subprocess.PIPE,  # Python under Wine ends at once where that is no pipe
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self._running.append(program)
        return program

    def python(self, *words: str, **more: str) -> "subprocess.Popen[bytes]":
        """Start the Windows Python in the tree, such as with `-m cli.main agent`."""
        return self.run(str(PYTHON), *words, **more)

    def run_on_terminal(self, terminal: int, *command: str, **more: str) -> "subprocess.Popen[bytes]":
        """Start a Windows program whose console is `terminal`, a descriptor of this side."""
        os.fchmod(terminal, 0o666)
        program = subprocess.Popen(
            [*as_plain_user(), "setsid", "--ctty", LOADER, *command],
            env=self.environment(**more),
            cwd=self.path(TREE_HOME),
            stdin=terminal,
            stdout=terminal,
            stderr=terminal,
        )
        self._running.append(program)
        return program

    def end(self, program: "subprocess.Popen[bytes]") -> None:
        """End a program at once, as the task manager does; nothing where it was ended before."""
        if program not in self._running:
            return
        program.kill()
        program.wait()
        for pipe in (program.stdin, program.stdout, program.stderr):  # Wine's own programs hold their other ends
            if pipe is not None:
                with suppress(BrokenPipeError):  # what it was told and did not read any more
                    pipe.close()
        self._running.remove(program)

    def tell(self, *command: str) -> "subprocess.CompletedProcess[str]":
        """Run one of Windows' own programs, such as `reg.exe`, to its end."""
        return self._ask(*command)

    def ask_python(self, *words: str, said: str = "", **more: str) -> "subprocess.CompletedProcess[str]":
        """Run the Windows Python in the tree to its end; `said` is what it reads."""
        return self._ask(str(PYTHON), *words, said=said, **more)

    def command(self, *words: str, said: str = "", **more: str) -> "subprocess.CompletedProcess[str]":
        """Run one command of Engineroom to its end; `said` is what the person types."""
        return self.ask_python("-m", "cli.main", *words, said=said, **more)

    def ended(self, program: "subprocess.Popen[bytes]") -> "subprocess.CompletedProcess[str]":
        """How a program ends by itself, and what it said."""
        try:
            words = [words.decode().replace("\r\n", "\n") for words in _words_of(program)]
            return subprocess.CompletedProcess(program.args, program.wait(), *words)
        finally:
            self.end(program)

    def _ask(self, *command: str, said: str = "", **more: str) -> "subprocess.CompletedProcess[str]":
        program = self.run(*command, **more)
        _open(program.stdin).write(said.encode())
        _open(program.stdin).close()
        return self.ended(program)

    def _begin(self) -> None:
        """A C: drive with tree and Python, and Wine's own beginnings."""
        if not (LAID_OUT / "ready").exists():
            raise MachineError("The Windows Python is not laid out", "run `make build/wine/ready`")
        if not Path(LOADER).exists():
            raise MachineError("Wine is not installed", "run `make test-desktops`")
        home = self.path(HOME)
        shutil.copytree(LAID_OUT / "python", home / "python")
        for name in TREE:
            shutil.copytree(PROJECT / name, home / "tree" / name, ignore=shutil.ignore_patterns("__pycache__"))
        hand_over(self._home)
        self._start_server()
        booted = self._ask("wineboot.exe", "--init")
        if booted.returncode:
            raise MachineError(f"Wine did not start: {booted.stderr.strip()}", "run it by hand to see why")

    def _start_server(self) -> None:
        """It stays between two programs, which would take seconds to start it each time."""
        for _attempt in range(STARTS):  # the folder that all servers share goes with the last one, perhaps just now
            self._has_server = self._tell_server(f"--persistent={OUTLIVES_S}") == 0
            if self._has_server:
                return
        raise MachineError("Wine's server does not start", "run wineserver64 by hand to see why")

    def _tell_server(self, *words: str) -> int:
        """Start it, or end it with all that runs on this C: drive; the exit code."""
        told = subprocess.run(
            [*as_plain_user(), SERVER, *words],
            env=self.environment(),
            stderr=subprocess.DEVNULL,
            timeout=ENDED_WITHIN_S,
            check=False,
        )
        return told.returncode

    def _give_back(self) -> None:
        if self._has_server:
            self._tell_server("--kill")
            self._tell_server("--wait")
        for program in self._running.copy():
            self.end(program)


def _words_of(program: "subprocess.Popen[bytes]") -> tuple[bytes, bytes]:
    """(stdout, stderr) up to the end of the program: Wine's own ones, started meanwhile, keep the pipes open."""
    out, err = _open(program.stdout), _open(program.stderr)
    words = {out.fileno(): bytearray(), err.fileno(): bytearray()}
    ended, until = os.pidfd_open(program.pid), steady_s() + COMMAND_WITHIN_S
    watched = {ended, *words}
    try:
        while True:
            ready = select.select(list(watched), [], [], max(0.0, until - steady_s()))[0]
            if not ready:
                raise TimeoutError(f"it still runs: {program.args!r}")
            for pipe in set(ready) - {ended}:
                said = os.read(pipe, 1 << 16)
                words[pipe] += said
                if not said:
                    watched.remove(pipe)
            if ready == [ended]:
                return bytes(words[out.fileno()]), bytes(words[err.fileno()])
    finally:
        os.close(ended)


def _open(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None
    return pipe
