"""What a foreign file says of one stretch of time, and what was wrong with it; never trusted before it is admitted."""

from dataclasses import dataclass, field
from typing import NamedTuple

from core.span import State


class Event(NamedTuple):
    """One stretch as its file tells it; it may end before it begins."""

    start_ms: int
    """UTC epoch ms."""
    end_ms: int
    app: str
    """As the file has it: not redacted yet."""
    title: str
    state: State
    off_min: int | None
    """Minutes that local time was ahead of UTC; None where the file does not say."""
    source: str
    case: str | None = None
    """The token of a work item; only our own formats have one."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something of a file that could not be read."""

    place: str
    """Such as `line 12`."""
    why: str
    """In plain words, and never with a title in them."""


@dataclass(slots=True)
class Tally:
    """What an import met with, counted while it goes on."""

    read: int = 0
    """Events that could be read, whatever was wrong with them."""
    negative: int = 0
    """Events that end before they begin."""
    zero_length: int = 0
    """Events shorter than a millisecond."""
    out_of_order: int = 0
    """Steps back in time; in a file that is told from its end, steps forward."""
    duplicate: int = 0
    overlapping: int = 0
    """Events that were cut because another began before they ended."""
    in_future: int = 0
    """Events that were cut because they reach beyond what has passed."""
    too_old: int = 0
    """Spans of days of which only totals are kept."""
    off_hours: int = 0
    """Spans outside the hours in which recording is allowed."""
    entered: int = 0
    """Stretches that somebody entered by hand: without what they said of them they would be idle."""
    covered: int = 0
    """Spans that the record held already, wholly or in part."""
    written: int = 0
    """Spans."""
    unreadable: list[Fault] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)
    """Parts of the file that tell of other things than windows and presence."""
