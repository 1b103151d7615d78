"""Brings record, rules and arithmetic together for one question; the only room of reports that reads the record."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import Engine

from core.clock import MS_PER_HOUR, offset_min, zone_name
from core.judge import Judge, Piece
from core.period import EPOCH, DayStarts, OffsetAt, Period
from core.rollup import Hour, roll
from reports.day import longest_stretch_ms, switches_per_hour, today
from reports.shapes import Day, Report, Timeline, Today
from reports.sharing import SharedDay, shared_day
from reports.timeline import gap_ms, timeline
from reports.totals import Portion, total
from storage.engine import open_for_reading
from storage.reading import Reader, reading


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportService:
    """Answers questions about one record."""

    engine: Engine
    """A reading engine."""
    judge: Judge
    timezone: str
    offset_at: OffsetAt
    idle_threshold_s: int

    def report(self, period: Period, by: str, until_ms: int | None = None) -> Report:
        """Totals of `period` by one of `reports.totals.GROUPINGS`; `until_ms` is now when it is still going on."""
        with reading(self.engine) as reader:
            source = self._source(reader, period)
            portions = self._by_app(source) if by == "app" else self._by_hour(source)
            return Report(
                period=period,
                timezone=self.timezone,
                by=by,
                rows=total(portions, by, source.starts),
                recorded_ms=sum(portion.observed_ms for portion in portions),
                gap_ms=self._gap_ms(source, until_ms),
                idle_threshold_s=self.idle_threshold_s,
                ruleset=self.judge.version,
            )

    def today_is(self, now_ms: int) -> date:
        """The local day that `now_ms` belongs to, as this record counts days."""
        with reading(self.engine) as reader:
            return reader.day_starts().day_of(now_ms, self.offset_at(now_ms))

    def timeline(self, day: date, until_ms: int | None = None) -> Timeline:
        """One day, piece by piece; `until_ms` is now when the day is still going on."""
        with reading(self.engine) as reader:
            return self._timeline(reader, day, reader.day_starts(), until_ms)

    def day(self, day: date, until_ms: int | None = None) -> Day:
        """Everything the day window shows."""
        with reading(self.engine) as reader:
            starts = reader.day_starts()
            of = self._timeline(reader, day, starts, until_ms)
            portions = _portions_of(of.pieces)
            start_ms, end_ms = starts.bounds(day, self.offset_at)
            return Day(
                timeline=of,
                start_ms=start_ms,
                end_ms=end_ms,
                timezone=self.timezone,
                by_kind=total(portions, "kind", starts),
                by_category=total(portions, "category", starts),
                recorded_ms=sum(portion.observed_ms for portion in portions),
                gap_ms=gap_ms(of),
                longest_stretch_ms=longest_stretch_ms(of.pieces),
                switches_per_hour=switches_per_hour(of.pieces),
                ruleset=self.judge.version,
            )

    def today(self, day: date, until_ms: int) -> Today:
        """What the popover shows of the day under way."""
        with reading(self.engine) as reader:
            starts = reader.day_starts()
            of = self._timeline(reader, day, starts, until_ms)
            return today(of, total(_portions_of(of.pieces), "kind", starts))

    def shared_days(self, period: Period, named: Container[str], detail: str) -> list[SharedDay]:
        """The days of `period` with anything in them, as they may leave this computer."""
        reports = (self.report(Period(day, day), "category") for day in period.days())
        days = (shared_day(report, named, detail) for report in reports)
        return [day for day in days if day.recorded_s or day.not_recorded_s]

    def _timeline(self, reader: Reader, day: date, starts: DayStarts, until_ms: int | None) -> Timeline:
        spans = reader.spans_of_local(starts.local_start_ms(day), starts.local_end_ms(day))
        if not spans:
            return Timeline(day=day, pieces=(), gaps=())
        start_ms, end_ms = spans[0].start_ms, max(spans[-1].end_ms, until_ms or 0)
        pieces = self.judge(spans, reader.corrections_between(start_ms, end_ms))
        return timeline(day, pieces, reader.gaps_between(start_ms, end_ms), starts, until_ms)

    def _source(self, reader: Reader, period: Period) -> "_Source":
        """Rollups judged by other rules than today's are not today's numbers: then every hour is read live."""
        starts = reader.day_starts()
        first = starts.local_start_ms(period.first) // MS_PER_HOUR
        last = starts.local_end_ms(period.last) // MS_PER_HOUR - 1
        same_rules = reader.ruleset() == self.judge.version
        dirty = reader.dirty_hours(first, last) if same_rules else reader.raw_hours(first, last)
        return _Source(reader, period, starts, first, last, frozenset(dirty))

    def _by_hour(self, source: "_Source") -> list[Portion]:
        stored = source.reader.hour_totals(source.first_hour, source.last_hour)
        portions = [
            Portion(row.hour, "", row.category, row.state, row.observed_ms)
            for row in stored
            if row.hour not in source.live
        ]
        for run in _runs(source.live):
            start_ms, end_ms = run[0].start_ms, max(hour.end_ms for hour in run)
            pieces = self.judge(
                source.reader.spans_between(start_ms, end_ms), source.reader.corrections_between(start_ms, end_ms)
            )
            wanted = set(run)
            portions += [portion for portion in _portions_of(pieces) if portion.hour in wanted]
        return portions

    def _by_app(self, source: "_Source") -> list[Portion]:
        stored = source.reader.app_totals(source.stored_days())
        portions = [Portion(_noon(row.day), row.app, row.category, row.state, row.observed_ms) for row in stored]
        for day in source.live_days():
            portions += _portions_of(self._timeline(source.reader, day, source.starts, None).pieces)
        return portions

    def _gap_ms(self, source: "_Source", until_ms: int | None) -> int:
        stored = sum(source.reader.day_gaps(source.stored_days()).values())
        live = (self._timeline(source.reader, day, source.starts, until_ms) for day in source.live_days())
        return stored + sum(gap_ms(of) for of in live)


@dataclass(frozen=True, slots=True)
class _Source:
    """Where the numbers of a period come from: stored totals, but for the hours that must be read live."""

    reader: Reader
    period: Period
    starts: DayStarts
    first_hour: int
    last_hour: int
    live: frozenset[Hour]

    def live_days(self) -> list[date]:
        """The days with an hour that must be read live."""
        return sorted({self.starts.day_of_hour(hour.number) for hour in self.live})

    def stored_days(self) -> list[int]:
        """The other days, counted since 1970-01-01."""
        live = set(self.live_days())
        return [(day - EPOCH).days for day in self.period.days() if day not in live]


def _noon(day: int) -> Hour:
    """An hour that lies on this local day wherever days begin."""
    return Hour(day * 24 + 12, 0)


def _runs(hours: Iterable[Hour]) -> list[list[Hour]]:
    """Hours in order, in runs without a hole, so that no year between two of them is read."""
    runs: list[list[Hour]] = []
    for hour in sorted(hours, key=lambda hour: hour.start_ms):
        if runs and hour.start_ms <= runs[-1][-1].end_ms:
            runs[-1].append(hour)
        else:
            runs.append([hour])
    return runs


def _portions_of(pieces: Iterable[Piece]) -> list[Portion]:
    return [Portion(b.hour, b.app, b.category, b.state, ms) for b, ms in roll(pieces).items()]


def service_for(record: Path, judge: Judge, idle_threshold_s: int) -> ReportService:
    """Answers from the record at `record`, in this machine's time zone; raises UserError where there is none yet."""
    return ReportService(
        engine=open_for_reading(record),
        judge=judge,
        timezone=zone_name(),
        offset_at=offset_min,
        idle_threshold_s=idle_threshold_s,
    )
