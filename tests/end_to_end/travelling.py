"""A clock on a wrist that crosses zones and is slewed, and what its owner lived through; never records anything."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from core.clock import MS_PER_MIN, Reading
from tests.agent.staged import StagedClock

LocalHour = tuple[date, str]
"""A date and an hour of the day, as a report by hour names it."""


class WristClock(StagedClock):
    """Shows local time of the place where its owner is."""

    def __init__(self, zone: str, begins: datetime, *, slew_ppm: int = 0) -> None:
        """`begins` in local time of `zone`; `slew_ppm` is what NTP adds to each million of milliseconds."""
        super().__init__(_epoch_ms(begins.replace(tzinfo=ZoneInfo(zone))))
        self.zone = zone
        self.slew_ppm = slew_ppm
        self._slewed = 0

    def read(self) -> Reading:
        return replace(self.now, off_min=offset_of(self.zone, self.now.wall_ms))

    def pass_time(self, ms: int) -> None:
        super().pass_time(ms)
        self._slewed += ms * self.slew_ppm
        self.step(self._slewed // 1_000_000)
        self._slewed %= 1_000_000


def offset_of(zone: str, utc_ms: int) -> int:
    offset = datetime.fromtimestamp(utc_ms / 1000, ZoneInfo(zone)).utcoffset()
    assert offset is not None
    return offset // timedelta(minutes=1)


def lived(stays: list[tuple[str, int, int]]) -> Counter[LocalHour]:
    """Milliseconds by local date and hour of stays, each (zone, start, end) in whole minutes, UTC epoch ms."""
    minutes = Counter(hour for stay in stays for hour in _minutes(*stay))
    return Counter({hour: count * MS_PER_MIN for hour, count in minutes.items()})


def _minutes(zone: str, start_ms: int, end_ms: int) -> Iterator[LocalHour]:
    for at_ms in range(start_ms, end_ms, MS_PER_MIN):
        local = datetime.fromtimestamp(at_ms / 1000, ZoneInfo(zone))
        yield local.date(), f"{local:%H}"


def _epoch_ms(at: datetime) -> int:
    return (at.astimezone(UTC) - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(milliseconds=1)
