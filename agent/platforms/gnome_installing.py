"""Puts our extension into this person's GNOME Shell, and takes it out again; never for anybody else."""

import ast
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from agent.platforms.gnome_shell import EXTENSIONS, UUID, VERSION, extension_folder, fault_of_extension, shell_version
from agent.platforms.message_bus import BusLost, MessageBus
from core.errors import MachineError, UserError

SOURCES = Path(__file__).with_name("gnome_extension")
OLDEST_SHELL, FIRST_WITH_MODULES, NEWEST_KNOWN_SHELL = 42, 45, 49
_SCHEMA, _ENABLED, _DISABLED = "org.gnome.shell", "enabled-extensions", "disabled-extensions"


class Installed(NamedTuple):
    """What was done, and what is left to do."""

    shell: str
    """Its version, such as `43.9`."""
    folder: Path
    lacks: str
    """Why it does not tell anything yet; empty where it does."""
    next: str
    """What the person does about that."""


def install() -> Installed:
    """Write the form that suits the Shell of this session, and switch it on; raises UserError and MachineError."""
    with _shell() as (bus, shell):
        folder = extension_folder()
        files = extension_files(int(shell.split(".")[0]))
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for name, text in files.items():
                (folder / name).write_text(text, encoding="utf-8")
        except OSError as error:
            raise MachineError(f"{folder} cannot be written: {error.strerror}", "make it yours") from error
        if bus.ask(EXTENSIONS, "EnableExtension", "s", UUID) != (True,):  # it refuses what it has not loaded
            _put(_DISABLED, wanted=False)
            _put(_ENABLED, wanted=True)
        fault = fault_of_extension(bus)
    return Installed(shell, folder, *(fault or ("", "")))


def remove() -> Path | None:
    """Switch it off and delete it; the folder that it was in, or None where there was none. Raises as `install`."""
    with _shell():
        for key in (_ENABLED, _DISABLED):
            _put(key, wanted=False)
    folder = extension_folder()
    try:
        shutil.rmtree(folder)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise MachineError(f"{folder} cannot be deleted: {error.strerror}", "make it yours") from error
    return folder


def extension_files(shell: int) -> dict[str, str]:
    """The content of each file of the extension, by its name; raises UserError where `shell` is too old for it."""
    if shell < OLDEST_SHELL:
        raise UserError(
            f"GNOME Shell {shell} is older than {OLDEST_SHELL}", "choose a GNOME session on Xorg when you log in"
        )
    has_modules = shell >= FIRST_WITH_MODULES
    form = (SOURCES / ("from_45.js" if has_modules else "before_45.js")).read_text(encoding="utf-8")
    shared = (SOURCES / "window_in_front.js").read_text(encoding="utf-8")
    newest = max(shell, NEWEST_KNOWN_SHELL)
    shells = range(FIRST_WITH_MODULES, newest + 1) if has_modules else range(OLDEST_SHELL, FIRST_WITH_MODULES)
    metadata = {
        "uuid": UUID,
        "name": "Engineroom",
        "description": "Tells Engineroom, which runs as you, what window is in front.",
        "version": VERSION,
        "shell-version": [str(one) for one in shells],
        "session-modes": ["user", "unlock-dialog"],  # else it would be gone a moment before the screen is locked
    }
    return {
        "extension.js": form.replace("{window_in_front}", shared),
        "metadata.json": json.dumps(metadata, indent=2) + "\n",
    }


@contextmanager
def _shell() -> Iterator[tuple[MessageBus, str]]:
    """The bus of this session and the version of the Shell on it."""
    try:
        bus = MessageBus("SESSION")
        try:
            shell = shell_version(bus)
            if shell is None:
                raise UserError(
                    "GNOME Shell does not run in this session",
                    "run this inside a GNOME session; other desktops need nothing installed",
                )
            yield bus, shell
        finally:
            bus.close()
    except BusLost as lost:
        raise MachineError(f"GNOME Shell cannot be asked: {lost}", "run this inside a GNOME session") from lost


def _put(key: str, *, wanted: bool) -> None:
    """Have our extension in a list of the Shell's settings, or not; all others stay."""
    before = _names(key)
    if (UUID in before) is wanted:
        return
    names = [*before, UUID] if wanted else [name for name in before if name != UUID]
    _gsettings("set", key, str(names))
    if (UUID in _names(key)) is not wanted:
        raise _refused(key)


def _names(key: str) -> list[str]:
    names: list[str] = ast.literal_eval(_gsettings("get", key).removeprefix("@as "))
    return names


def _gsettings(action: str, key: str, *value: str) -> str:
    environment = dict(os.environ)
    if getattr(sys, "frozen", False):
        environment.pop("LD_LIBRARY_PATH", None)  # it leads to our libraries, and gsettings needs the system's
    command = ("gsettings", action, _SCHEMA, key, *value)
    try:
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=30)
    except (OSError, subprocess.SubprocessError) as error:
        raise _refused(key) from error
    return done.stdout.strip()


def _refused(key: str) -> MachineError:
    return MachineError(
        f"The setting {_SCHEMA} {key} cannot be changed",
        f"switch {UUID} in the program Extensions, or ask who manages this computer",
    )
