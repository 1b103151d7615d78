"""What a desktop can tell, as data that a person can read; never probes it."""

from dataclasses import dataclass
from enum import StrEnum


class Sense(StrEnum):
    """The questions that a back-end may be able to answer."""

    WINDOW = "window"
    IDLE = "idle"
    LOCK = "lock"
    CALL = "call"
    INPUT = "input"


@dataclass(frozen=True, slots=True, kw_only=True)
class Capability:
    """Whether one question can be answered on this desktop, how, and what to do if not."""

    sense: Sense
    works: bool
    how: str
    """The source when it works, else the reason why not, in plain words."""
    remedy: str = ""
    """What a person can do about it; empty when nothing can or need be done."""
    unasked: bool = False
    """Whether it does not work because the settings do not ask for it: nothing is missing then."""


INPUT_UNASKED = Capability(
    sense=Sense.INPUT, works=False, unasked=True, how="input is not counted: the setting `input_counts` is off"
)
