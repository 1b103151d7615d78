"""One thing that `engineroom doctor` looked into, and how it stands; never looks into anything."""

from dataclasses import dataclass
from enum import StrEnum

from core.errors import EngineroomError


class Level(StrEnum):
    """How a thing stands."""

    OK = "ok"
    WARN = "warn"
    """Recording works, and somebody should know this."""
    FAIL = "fail"
    """Recording does not work."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One row of what was found."""

    about: str
    """In one word, such as `backup`."""
    level: Level
    what: str
    remedy: str = ""
    """Empty where nothing can or need be done."""


def fine(about: str, what: str) -> Finding:
    return Finding(about, Level.OK, what)


def doubtful(about: str, what: str, remedy: str = "") -> Finding:
    return Finding(about, Level.WARN, what, remedy)


def failed(about: str, what: str, remedy: str) -> Finding:
    return Finding(about, Level.FAIL, what, remedy)


def refused(about: str, error: EngineroomError) -> Finding:
    """What an error says."""
    return failed(about, error.happened, error.remedy)
