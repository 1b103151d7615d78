"""A plain user of this machine, made for one test and removed with everything they own; never a real person."""

import os
import pwd
import signal
import subprocess
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

WITHIN_S = 60


class Clerk:
    """`with Clerk(screen.environment()) as clerk:` runs programs as somebody who owns nothing but their home."""

    def __init__(self, screen: Mapping[str, str]) -> None:
        self._screen = screen
        self._name = f"clerk-{os.getpid()}"
        self._uid = 0

    def __enter__(self) -> Self:
        subprocess.run(["useradd", "--create-home", "--shell", "/bin/sh", self._name], check=True)
        self._uid = pwd.getpwnam(self._name).pw_uid
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for pid in self.processes():
            os.kill(pid, signal.SIGKILL)
        subprocess.run(["userdel", "--remove", "--force", self._name], capture_output=True, check=False)

    @property
    def home(self) -> Path:
        return Path("/home", self._name)

    def start(self, *command: str) -> "subprocess.Popen[str]":
        environment = {
            "HOME": str(self.home),
            "USER": self._name,
            "LOGNAME": self._name,
            "PATH": "/usr/bin:/bin",
            "LANG": "C.UTF-8",
            "DISPLAY": self._screen["DISPLAY"],
            "DBUS_SESSION_BUS_ADDRESS": self._screen["DBUS_SESSION_BUS_ADDRESS"],
            "XDG_SESSION_TYPE": "x11",
        }
        return subprocess.Popen(
            command,
            env=environment,
            cwd=self.home,
            user=self._uid,
            group=pwd.getpwuid(self._uid).pw_gid,
            extra_groups=[],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *command: str) -> "subprocess.CompletedProcess[str]":
        """Run `command` to its end."""
        with self.start(*command) as program:
            said, complained = program.communicate(timeout=WITHIN_S)
        return subprocess.CompletedProcess(command, program.returncode, said, complained)

    def processes(self) -> list[int]:
        """Everything that runs as this user, whoever started it."""
        return [
            int(folder.name)
            for folder in Path("/proc").iterdir()
            if folder.name.isdigit() and folder.stat().st_uid == self._uid
        ]
