"""The beginning of a local day, up to or from which something is taken out of the record; never takes it out."""

from dataclasses import dataclass
from datetime import date

from core.clock import MS_PER_HOUR
from core.period import EPOCH, DayStarts, OffsetAt

_FOR_EVER_MS = 1 << 52


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundary:
    """One boundary on every scale that the record counts in."""

    local_ms: int
    """For spans, each by the offset it was seen with; ms since the local epoch."""
    utc_ms: int
    """For gaps and corrections, which have no offset."""
    hour: int
    """For totals by local hour."""
    day: int
    """For totals by day, counted from the epoch."""


def boundary_of(day: date, starts: DayStarts, offset_at: OffsetAt) -> Boundary:
    """Where `day` begins on a desk whose days begin at `starts`."""
    local_ms = starts.local_start_ms(day)
    return Boundary(
        local_ms=local_ms,
        utc_ms=starts.bounds(day, offset_at)[0],
        hour=local_ms // MS_PER_HOUR,
        day=(day - EPOCH).days,
    )


_BEFORE_EVERYTHING = Boundary(local_ms=-_FOR_EVER_MS, utc_ms=-_FOR_EVER_MS, hour=-_FOR_EVER_MS, day=-_FOR_EVER_MS)
_BEHIND_EVERYTHING = Boundary(local_ms=_FOR_EVER_MS, utc_ms=_FOR_EVER_MS, hour=_FOR_EVER_MS, day=_FOR_EVER_MS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """Whole local days that are taken out, all of them where neither end is given."""

    since: Boundary = _BEFORE_EVERYTHING
    before: Boundary = _BEHIND_EVERYTHING
