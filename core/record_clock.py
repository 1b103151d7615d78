"""The time the record is written in: it never runs backwards; never asks the time itself."""

from dataclasses import dataclass

from core.clock import MS_PER_HOUR, Reading
from core.span import Gap, GapReason

STEP_MS = 2000
"""A wall clock further than this from the record is a step and not a slew (NTP slews 1.8 s an hour at most)."""
SUSPEND_MS = 2000
"""A shorter sleep than this is scheduling noise between two clock calls."""
REANCHOR_MS = 12 * MS_PER_HOUR
"""A clock set back further than this was wrong before: the record follows it back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One instant in the record's time."""

    ms: int
    off_min: int
    gap: Gap | None = None
    """What was not observed between the moment before and this one."""
    reanchored: bool = False
    """The record went back to an earlier time: new spans must be clipped to free time."""


class RecordClock:
    """Turns readings into moments.

    Durations come from the clock that excludes suspend. After a step back the record goes on and gives the
    difference back in the next stretch that is not observed. Beyond `REANCHOR_MS` it goes back, once.
    """

    def __init__(self, recorded_until_ms: int = 0) -> None:
        """`recorded_until_ms`: end of what the record holds already, UTC epoch ms."""
        self._record_ms = recorded_until_ms
        self._last: Reading | None = None

    @property
    def ms(self) -> int:
        """The record's time at the last moment, UTC epoch ms."""
        return self._record_ms

    def advance(self, reading: Reading, *, observed: bool) -> Moment:
        """The moment of `reading`; `observed` says whether the time since the last one was watched."""
        before, last = self._record_ms, self._last
        self._last = reading
        if last is None:
            return self._resume(reading, None)
        slept = (reading.boot_ms - last.boot_ms) - (reading.awake_ms - last.awake_ms)
        if slept >= SUSPEND_MS:
            return self._resume(reading, Gap(start_ms=before, end_ms=before + slept, why=GapReason.SUSPENDED))
        if not observed:
            return self._resume(reading, None)
        lived = before + max(0, reading.awake_ms - last.awake_ms)
        if reading.wall_ms - lived > STEP_MS:
            self._record_ms = reading.wall_ms
            gap = Gap(start_ms=lived, end_ms=reading.wall_ms, why=GapReason.CLOCK)
            return Moment(ms=self._record_ms, off_min=reading.off_min, gap=gap)
        if lived - reading.wall_ms > REANCHOR_MS:
            return self._reanchor(reading, lived)
        self._record_ms = lived
        return Moment(ms=lived, off_min=reading.off_min)

    def _resume(self, reading: Reading, gap: Gap | None) -> Moment:
        """After time that was not observed: back on the wall clock, as far as that is not backwards."""
        before = self._record_ms
        if before - reading.wall_ms > REANCHOR_MS:
            return self._reanchor(reading, before)
        self._record_ms = max(before, reading.wall_ms)
        if gap is not None:
            ends = self._record_ms > before
            gap = Gap(start_ms=before, end_ms=self._record_ms, why=gap.why) if ends else None
        return Moment(ms=self._record_ms, off_min=reading.off_min, gap=gap)

    def _reanchor(self, reading: Reading, before_ms: int) -> Moment:
        self._record_ms = reading.wall_ms
        gap = Gap(start_ms=reading.wall_ms, end_ms=before_ms, why=GapReason.CLOCK)
        return Moment(ms=reading.wall_ms, off_min=reading.off_min, gap=gap, reanchored=True)
