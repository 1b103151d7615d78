import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from agent.platforms.names import UNKNOWN_APP, ProcessNames, clean_app, clean_app_id, clean_title


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("Budget 2026 – Tabellen", "Budget 2026 – Tabellen"),
        ("a\0b\x07c\x1b[31m", "a b c [31m"),
        ("one\ntwo\r\nthree\ttab", "one two  three tab"),
        ("line\u2028paragraph\u2029end", "line paragraph end"),
        ("half \ud83d character", "half   character"),
        ("\u200eKate", "\u200eKate"),
        ("  \n ", ""),
        ("x" * 600, "x" * 512),
        ("", ""),
    ],
)
def test_a_title_is_one_readable_line(raw: str, shown: str) -> None:
    """Nothing in a title can break a line of a log, a table or a database."""
    assert shown == clean_title(raw)


@pytest.mark.parametrize(
    ("raw", "app"),
    [("Mousepad", "mousepad"), ("libreoffice-calc", "libreoffice-calc"), ("NOTEPAD.EXE", "notepad"), ("\0", "")],
)
def test_a_program_has_one_name_on_every_desktop(raw: str, app: str) -> None:
    """Neither case nor a file suffix makes a second program."""
    assert app == clean_app(raw)


@pytest.mark.parametrize(
    ("raw", "app"),
    [
        ("org.kde.Kate", "kate"),
        ("com.github.wwmm.easyeffects", "easyeffects"),
        ("org.telegram.desktop", "telegram"),
        ("us.zoom.Zoom", "zoom"),
        ("libreoffice-calc", "libreoffice-calc"),
        ("python3.11", "python3.11"),
        ("org.example", "org.example"),
        ("Notes 2.0.1", "notes 2.0.1"),
        ("", ""),
    ],
)
def test_a_program_named_after_a_domain_has_its_short_name(raw: str, app: str) -> None:
    """Wayland programs call themselves so, and the same ones on X11 mostly do not."""
    assert app == clean_app_id(raw)


def test_a_process_is_named_by_its_file() -> None:
    """The file's name, not that of the script it runs or the fifteen characters that the kernel keeps."""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        named = ProcessNames().app_of(child.pid)
        child.communicate(b"\n")

    assert Path(sys.executable).resolve().name.lower() == named


def test_a_number_used_again_names_the_new_process() -> None:
    """A remembered name goes with its process and not with the number."""
    names = ProcessNames()
    own = psutil.Process()
    names.app_of(own.pid)
    with subprocess.Popen(["sleep", "60"]) as gone:
        dead = psutil.Process(gone.pid)
        gone.kill()
        gone.wait()
    names._known[own.pid] = (dead, "sleep")

    assert Path(sys.executable).resolve().name.lower() == names.app_of(own.pid)


@pytest.mark.parametrize("pid", [-1, 2**22 + 1, 2**32 - 1, 2**63])
def test_nobody_knows_a_process_that_is_not_there(pid: int) -> None:
    """Whatever a window claims as its process, the answer is a name."""
    assert ProcessNames().app_of(pid) == UNKNOWN_APP


def test_a_program_goes_by_its_own_name_before_its_process() -> None:
    """Without either it is unknown, and so is a process that a window does not name."""
    names, own = ProcessNames(), psutil.Process().pid

    assert names.app_known_as("org.kde.Kate", own) == "kate"
    assert names.app_known_as("", own) == names.app_of(own)
    assert names.app_known_as("", 0) == names.app_known_as("", -1) == UNKNOWN_APP
