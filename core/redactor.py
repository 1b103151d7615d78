"""The protocol between what is seen and what may be stored of it; never holds a rule and never stores."""

from enum import StrEnum
from typing import Protocol

import msgspec

from core.sample import Window
from core.span import NOTHING_SHOWN, Context


class Effect(StrEnum):
    """What a rule may do to a window before anything of it is stored."""

    PRIVATE = "private"
    REDACT = "redact"
    CASE = "case"


class Kept(msgspec.Struct, frozen=True):
    """What may be stored of one window."""

    context: Context = NOTHING_SHOWN
    private: bool = False
    """Whether nothing but the time may be stored."""
    case: str | None = None
    """The token of the work item whose identifier the title showed."""


class Redactor(Protocol):
    """Takes out of a raw title whatever must not reach the disk; the same one for recording, import and scrub.

    What it leaves of a window it leaves again when that is all it sees: a stored context comes through unchanged.
    """

    @property
    def version(self) -> str:
        """Changes whenever something else may be stored."""
        ...

    def __call__(self, window: Window | None) -> Kept: ...

    def hides(self, app: str) -> bool:
        """Whether every window of this program is private, whatever its title."""
        ...
