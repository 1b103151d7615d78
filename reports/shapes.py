"""Frozen results for one reader; never works anything out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import msgspec

from core.explanation import Explanation
from core.judge import Correction, Piece
from core.period import Period
from core.span import Gap, GapReason, State

Reason = GapReason | State
"""What is known of time in which nobody was seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """One row of a report."""

    key: str
    observed_ms: int
    """All recorded time of this row."""
    attended_ms: int
    """The active and call part of it."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """A share of a whole, 0 to 1, that is known to lie between two."""

    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How much of the time at the desk is classified, and what the rest leaves open."""

    attended_ms: int
    unclassified_ms: int
    """The part of it that nobody and no rule gave a kind to."""
    work: Bounds | None
    """None where nobody was at the desk."""
    knowledge: Bounds | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Totals of a period, and what they were worked out with."""

    period: Period
    timezone: str
    by: str
    rows: tuple[Total, ...]
    recorded_ms: int
    """Sum of `observed_ms` over the rows by category."""
    gap_ms: int
    """Time without observation between the first and the last observation of each day."""
    idle_threshold_s: int
    ruleset: str
    """Version of the rules that the totals were judged by."""
    coverage: Coverage


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """One local day, piece by piece, in order."""

    day: date
    pieces: tuple[Piece, ...]
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class NumberedCorrection:
    """A correction in force, and the number by which it is taken back."""

    number: int
    said: Correction


@dataclass(frozen=True, slots=True)
class NumberedExplanation:
    """An explanation in force, and the number by which it is taken back."""

    number: int
    said: Explanation
    correction: int | None = None
    """The number of the one that lets its time count; None where it changes nothing."""


@dataclass(frozen=True, slots=True)
class Precedent:
    """What was said of the same time on an earlier day."""

    day: date
    said: Explanation


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """One stretch in which nobody was seen at the desk, and nobody has said why."""

    start_ms: int
    end_ms: int
    gap_ms: int
    """How much of it nobody observed."""
    why: tuple[Reason, ...]
    """What is known of it, the longest first."""
    before: Precedent | None = None


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle one of all days, and the quartiles around it; milliseconds of a day."""

    low_ms: float
    middle_ms: float
    high_ms: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Usual:
    """What days with anything recorded have in common."""

    days: int
    recorded: Spread
    by_kind: Mapping[str, Spread]
    shares: Mapping[str, float]
    """Of all their recorded time, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """The four weeks before a day."""

    usual: Usual | None
    """None where too few of their days were recorded."""
    is_whole: bool
    """Whether the record reaches back into the first of these weeks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """Everything the day window shows."""

    timeline: Timeline
    start_ms: int
    end_ms: int
    """[start, end) of the local day, UTC epoch ms; 23 to 25 hours apart."""
    timezone: str
    by_kind: tuple[Total, ...]
    by_category: tuple[Total, ...]
    recorded_ms: int
    gap_ms: int
    longest_stretch_ms: int
    """Longest run of attended time in one app, broken by nothing longer than a minute."""
    switches_per_hour: float
    """Changes of app per attended hour."""
    ruleset: str
    corrections: tuple[NumberedCorrection, ...] = ()
    """Those that touch the day, in the order in which they were said."""
    longest_stretch: tuple[int, int] | None = None
    """From when to when it was, UTC epoch ms."""
    before: Before | None = None
    """None where nobody can say it at once."""
    absences: tuple[Absence, ...] = ()
    """What only the person can explain."""
    explained: tuple[NumberedExplanation, ...] = ()
    """What they have explained."""


class Stretch(msgspec.Struct, frozen=True):
    """Adjacent pieces of one kind, as a strip shows them."""

    start_ms: int
    end_ms: int
    kind: str
    """A `Kind`, or `Gap`."""


class KindTotal(msgspec.Struct, frozen=True):
    """A `Total` by kind, on the wire."""

    kind: str
    observed_ms: int
    attended_ms: int


class Today(msgspec.Struct, frozen=True, kw_only=True):
    """What the tray popover shows, small enough for the socket."""

    day: str
    """ISO date."""
    recorded_ms: int
    kinds: list[KindTotal]
    strip: list[Stretch]
    gap_count: int
    gap_ms: int
    unexplained_count: int = 0
    """Stretches that only the person can explain."""
    unexplained_ms: int = 0
    unexplained_are_gaps: bool = True
    """Whether each of them was partly not observed at all."""
    now_category: str | None
    """Category of the latest piece; None when nothing was recorded today."""
    now_why: str
    """Which rule decided it, in words."""
    now_app: str = ""
    now_title: str = ""
    """As stored."""
    now_since_ms: int | None = None
    """Since when app and category are those of the latest piece; None when nothing was recorded today."""
    now_until_ms: int | None = None
    """Its end."""
