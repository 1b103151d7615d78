"""What programs and windows are called, so that one program has one name on every desktop; never asks the desktop."""

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import psutil

LONGEST_APP = 64
LONGEST_TITLE = 512
UNKNOWN_APP = "unknown"
KEPT_PROCESSES = 256
_UNSHOWN = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Unicode categories of control characters, halves of characters, and breaks of lines and paragraphs."""
_REVERSED_DOMAIN = re.compile(r"(?:app|com|de|dev|eu|fr|im|io|me|net|org|page|uk|us)(?:[.][\w-]+){2,}", re.ASCII)
_SAYS_NOTHING = frozenset({"app", "application", "client", "desktop", "main"})


def clean_title(raw: str) -> str:
    """`raw` on one line, without control characters, and not longer than anybody reads."""
    return _one_line(raw, LONGEST_TITLE)


def clean_app(raw: str) -> str:
    """A program's own name for itself, or that of its file, as everything else calls it; empty when it has none."""
    return _one_line(raw, LONGEST_APP).lower().removesuffix(".exe")


def clean_app_id(raw: str) -> str:
    """The name of a program that may call itself by a domain: `org.kde.Kate` on Wayland is `kate` on X11."""
    app = clean_app(raw)
    if not _REVERSED_DOMAIN.fullmatch(app):
        return app
    *before, last = app.split(".")
    return before[-1] if last in _SAYS_NOTHING else last


class ProcessNames:
    """Names processes by their program file, and remembers them for as long as they live."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[psutil.Process, str]] = {}

    def app_known_as(self, name: str, pid: int) -> str:
        """By the name that the program gives itself, and by its process where it gives none; `pid` 0 is no process."""
        return clean_app_id(name) or (self.app_of(pid) if pid > 0 else UNKNOWN_APP)

    def app_of(self, pid: int) -> str:
        """The program that runs as `pid`; `UNKNOWN_APP` when it is gone or nobody may know."""
        known = self._known.get(pid)
        if known is not None and known[0].is_running():  # False for another process with the same number
            return known[1]
        import psutil  # 1.4 MB that an agent on X11 hardly ever needs

        try:
            process = psutil.Process(pid)
            app = clean_app(_file_name(process)) or UNKNOWN_APP
        except (psutil.Error, OSError, ValueError, OverflowError):
            return UNKNOWN_APP
        if len(self._known) >= KEPT_PROCESSES:
            self._known.clear()
        self._known[pid] = (process, app)
        return app


def _file_name(process: "psutil.Process") -> str:
    import psutil

    try:
        path = process.exe()
    except psutil.AccessDenied:
        path = ""
    return path.replace("\\", "/").rpartition("/")[2] or process.name()


def _one_line(raw: str, longest: int) -> str:
    shown = raw[:longest]
    if not shown.isprintable():
        shown = "".join(" " if unicodedata.category(char) in _UNSHOWN else char for char in shown)
    return shown.strip()
