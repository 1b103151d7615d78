"""A time axis zoomed to where there is data, with its hours; never draws."""

from collections.abc import Iterator
from dataclasses import dataclass

from core.clock import MS_PER_HOUR, MS_PER_MIN
from core.period import OffsetAt
from gui.presenters.durations import MIN_PER_DAY, MIN_PER_HOUR, clock_hour, clock_time
from gui.presenters.local_formats import local_formats

STEPS_MIN = (1, 5, 15, 30, 60, 120, 180, 360)
LONGEST_SURE_STEP_MIN = 15
"""Every change of the offset is a multiple of it, so that no tick is passed over on the day of the change."""


@dataclass(frozen=True, slots=True)
class Tick:
    """One mark on the axis."""

    at: float
    """0 to 1."""
    label: str
    """Empty where there is no room for one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """A stretch of time that is drawn from 0 to 1."""

    start_ms: int
    end_ms: int
    ticks: tuple[Tick, ...]

    def at(self, utc_ms: int) -> float:
        """Where `utc_ms` lies; 0 or 1 for what lies outside."""
        return min(1.0, max(0.0, (utc_ms - self.start_ms) / (self.end_ms - self.start_ms)))


def axis_over(
    start_ms: int, end_ms: int, offset_at: OffsetAt, *, most_ticks: int, most_labels: int, short: bool = False
) -> Axis:
    """The axis with the finest step that needs no more marks and labels than these; `short` full hours read `08`."""
    step = _step(start_ms, end_ms, most_ticks)
    label_step = max(step, _step(start_ms, end_ms, most_labels))
    first_ms = _floor(start_ms, step, offset_at)
    last_ms = _floor(max(end_ms, first_ms + 1) - 1, step, offset_at) + step * MS_PER_MIN
    return _axis(first_ms, last_ms, offset_at, step, label_step, short=short)


def axis_between(start_ms: int, end_ms: int, offset_at: OffsetAt, *, most_ticks: int) -> Axis:
    """The axis that begins and ends exactly there, as somebody who zooms wants it."""
    step = _step(start_ms, end_ms, most_ticks)
    return _axis(start_ms, end_ms, offset_at, step, step, short=False)


def _axis(first_ms: int, last_ms: int, offset_at: OffsetAt, step: int, label_step: int, *, short: bool) -> Axis:
    hours_only = short and label_step * MS_PER_MIN >= MS_PER_HOUR
    ticks = []
    for utc_ms in _marks(first_ms, last_ms, step, offset_at):
        minute = _local_min(utc_ms, offset_at) % MIN_PER_DAY
        label = _label(minute, hours_only=hours_only) if minute % label_step == 0 else ""
        ticks.append(Tick((utc_ms - first_ms) / (last_ms - first_ms), label))
    return Axis(start_ms=first_ms, end_ms=last_ms, ticks=tuple(ticks))


def _label(minute: int, *, hours_only: bool) -> str:
    """Full hours without their minutes where there is little room; also where AM or PM takes it."""
    hour, rest = divmod(minute, MIN_PER_HOUR)
    return clock_hour(hour) if rest == 0 and (hours_only or local_formats().half_days) else clock_time(minute)


def _step(start_ms: int, end_ms: int, most: int) -> int:
    minutes = (end_ms - start_ms) / MS_PER_MIN
    return next((step for step in STEPS_MIN if minutes / step + 1 <= most), STEPS_MIN[-1])


def _local_min(utc_ms: int, offset_at: OffsetAt) -> int:
    return utc_ms // MS_PER_MIN + offset_at(utc_ms)


def _floor(utc_ms: int, step: int, offset_at: OffsetAt) -> int:
    return (utc_ms // MS_PER_MIN - _local_min(utc_ms, offset_at) % step) * MS_PER_MIN


def _marks(first_ms: int, last_ms: int, step: int, offset_at: OffsetAt) -> Iterator[int]:
    """Every instant whose local time is a multiple of `step`, also across a change of the offset."""
    walk = min(step, LONGEST_SURE_STEP_MIN) * MS_PER_MIN
    for utc_ms in range(_floor(first_ms, step, offset_at), last_ms + 1, walk):
        if utc_ms >= first_ms and _local_min(utc_ms, offset_at) % step == 0:
            yield utc_ms
