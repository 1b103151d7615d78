"""Brings record, rules and arithmetic together for one question; the only room of reports that reads the record."""

import dataclasses
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from msgspec.structs import replace
from sqlalchemy import Engine

from core.category import Category, Kind
from core.clock import offset_min, zone_name
from core.context_total import ContextTotal
from core.judge import Judge, Verdict
from core.period import DayStarts, OffsetAt, Period
from core.reaching import Reached, each, unheard, within
from core.rollup import Bucket, roll
from core.span import ATTENDED
from reports.absences import Earlier, absences, precedent
from reports.coverage import coverage
from reports.day import longest_stretch, switches_per_hour, today
from reports.rule_preview import DAYS_SPAN_BY_SPAN, JudgedContext, JudgedDay, RulePreview
from reports.shapes import Before, Day, NumberedCorrection, NumberedExplanation, Precedent, Report, Timeline, Today
from reports.sharing import SharedDay, shared_day
from reports.suggesting import Suggestions, suggest
from reports.timeline import gap_ms, timeline
from reports.totals import total
from reports.week import (
    WEEKS_OF_USUAL,
    Calendar,
    Matches,
    Week,
    days_of,
    hours_of_week,
    matching_pieces,
    pages_of,
    usual,
    week_day,
    weeks_before,
)
from storage.corrections import RecordedCorrection
from storage.engine import open_for_reading
from storage.reading import Reader, reading

DAYS_OF_PRECEDENT = 7
READ_OF_STORED, READ_OF_JUDGED = 0.9, 0.2
"""So much of a preview is done when all is read: where verdicts are stored, and where each has to be found out."""
MOST_LIVE_BEFORE = 3
"""Days before the one that is shown which may be read span by span, to say what is usual."""


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
            starts = reader.day_starts()
            portions, unobserved_ms = self._portions(reader, period, by, until_ms)
        rows = total(portions, by, starts)
        return Report(
            period=period,
            timezone=self.timezone,
            by=by,
            rows=rows,
            recorded_ms=sum(row.observed_ms for row in rows),
            gap_ms=unobserved_ms,
            idle_threshold_s=self.idle_threshold_s,
            ruleset=self.judge.version,
            coverage=coverage(total(portions, "kind", starts)),
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
            start_ms, end_ms = starts.bounds(day, self.offset_at)
            recorded = reader.recorded_corrections(start_ms, end_ms)
            explained = _numbered(reader, start_ms, end_ms)
            earlier = list(self._earlier(reader, day, starts))
            known_before = self._before(reader, day, starts, until_ms)
        portions = roll(of.pieces)
        longest = longest_stretch(of.pieces)
        asked = absences(of, explained)
        return Day(
            timeline=of,
            start_ms=start_ms,
            end_ms=end_ms,
            timezone=self.timezone,
            by_kind=total(portions.items(), "kind", starts),
            by_category=total(portions.items(), "category", starts),
            recorded_ms=sum(portions.values()),
            gap_ms=gap_ms(of),
            longest_stretch_ms=longest.attended_ms if longest else 0,
            switches_per_hour=switches_per_hour(of.pieces),
            ruleset=self.judge.version,
            corrections=_in_force(recorded),
            absences=tuple(
                dataclasses.replace(one, before=precedent(one.start_ms, one.end_ms, start_ms, earlier)) for one in asked
            ),
            explained=explained,
            longest_stretch=(longest.start_ms, longest.end_ms) if longest else None,
            before=known_before,
        )

    def week(self, first: date, until_ms: int | None = None, matches: Matches | None = None) -> Week:
        """The seven days from `first` on, beside the weeks before; `until_ms` is now when the week is going on.

        With `matches`, the numbers are of what matches, and nothing is said of the weeks before.
        """
        days = Period(first, first + timedelta(days=6))
        earlier = Period(first - timedelta(weeks=WEEKS_OF_USUAL), first - timedelta(days=1))
        with reading(self.engine) as reader:
            starts = reader.day_starts()
            timelines = [self._timeline(reader, day, starts, until_ms) for day in days.days()]
            known = [] if matches else self._portions(reader, earlier, "day", until_ms)[0]
        pieces = matching_pieces(timelines, matches)
        return Week(
            days=tuple(week_day(of, starts, matches) for of in timelines),
            hours=hours_of_week(roll(pieces).items(), starts),
            usual=usual(known, starts),
            timezone=self.timezone,
            ruleset=self.judge.version,
            pages=pages_of(pieces, Kind.KNOWLEDGE),
        )

    def calendar(self, period: Period, until_ms: int | None = None) -> Calendar:
        """The days of `period` by kind; `until_ms` is now when it is still going on."""
        with reading(self.engine) as reader:
            portions, _unobserved_ms = self._portions(reader, period, "day", until_ms)
            return Calendar(period=period, by_day=days_of(portions, reader.day_starts()))

    def today(self, day: date, until_ms: int) -> Today:
        """What the popover shows of the day under way."""
        with reading(self.engine) as reader:
            starts = reader.day_starts()
            of = self._timeline(reader, day, starts, until_ms)
            explained = _numbered(reader, *starts.bounds(day, self.offset_at))
        return today(of, total(roll(of.pieces).items(), "kind", starts), absences(of, explained))

    def shared_days(
        self, period: Period, named: Container[str], detail: str, until_ms: int | None = None
    ) -> list[SharedDay]:
        """The days of `period` with anything in them, as they may leave this computer; `until_ms` as in `report`."""
        reports = (self.report(Period(day, day), "category", until_ms) for day in period.days())
        days = (shared_day(report, named, detail) for report in reports)
        return [day for day in days if day.recorded_s or day.not_recorded_s]

    def preview(self, period: Period, reached: Reached = unheard) -> RulePreview:
        """What there is to preview changed rules over a period with."""
        latest = Period(max(period.first, period.last - timedelta(days=DAYS_SPAN_BY_SPAN - 1)), period.last)
        with reading(self.engine) as reader:
            return RulePreview(
                period=period,
                latest=latest,
                days=tuple(self._judged_days(reader, latest)),
                contexts=tuple(self._judged_contexts(reader, period, reached)),
                final_before=reader.raw_from(),
            )

    def suggestions(self, period: Period, showing_anything: Container[str]) -> Suggestions:
        """Rules that would explain unclassified time of `period`; see `reports.suggesting`."""
        with reading(self.engine) as reader:
            between = self._between(reader, period)
            totals, corrected = reader.context_totals(*between), reader.corrected_totals(*between)
            is_stored = reader.ruleset() == self.judge.version
            if not is_stored:
                totals = [self._judged_again(total) for total in totals]
                corrected = [replace(one, total=self._judged_again(one.total)) for one in corrected]
        return suggest(period, totals, corrected, showing_anything)

    def _before(self, reader: Reader, day: date, starts: DayStarts, until_ms: int | None) -> Before | None:
        """None where totals have yet to be worked out: somebody waits for the day, not for what is usual."""
        weeks = Period(day - timedelta(weeks=WEEKS_OF_USUAL), day - timedelta(days=1))
        if len(self._live_days(reader, weeks, starts, until_ms)) > MOST_LIVE_BEFORE:
            return None
        known, _unobserved_ms = self._portions(reader, weeks, "day", until_ms)
        return weeks_before(known, starts, weeks)

    def _judged_again(self, of: ContextTotal) -> ContextTotal:
        """Where the record is judged by other rules still."""
        verdict = self.judge.default(of.context)
        return replace(of, category=verdict.category, rule_id=verdict.rule_id)

    def _between(self, reader: Reader, period: Period) -> tuple[int, int]:
        """[start, end) of `period`, UTC epoch ms."""
        starts = reader.day_starts()
        return starts.bounds(period.first, self.offset_at)[0], starts.bounds(period.last, self.offset_at)[1]

    def _judged_days(self, reader: Reader, period: Period) -> Iterator[JudgedDay]:
        starts = reader.day_starts()
        for day in period.days():
            spans = reader.spans_of_local(starts.local_start_ms(day), starts.local_end_ms(day))
            if spans:
                corrections = reader.corrections_between(spans[0].start_ms, spans[-1].end_ms)
                yield JudgedDay(day, spans, corrections, self.judge(spans, corrections))

    def _judged_contexts(self, reader: Reader, period: Period, reached: Reached) -> Iterator[JudgedContext]:
        """With the verdicts as they are stored, where the record is judged by the rules that hold."""
        is_stored = reader.ruleset() == self.judge.version
        read = READ_OF_STORED if is_stored else READ_OF_JUDGED
        verdicts: dict[tuple[Category, str | None], Verdict] = {}
        totals = reader.context_totals(*self._between(reader, period), within(reached, 0, read))
        for found in each(totals, within(reached, read, 1)):
            if found.state in ATTENDED:
                key = found.category, found.rule_id
                stored = verdicts.setdefault(key, Verdict(*key, ""))
                verdict = stored if is_stored else self.judge.default(found.context)
                yield JudgedContext(found.context, verdict, found.observed_ms)

    def precedent(self, start_ms: int, end_ms: int) -> Precedent | None:
        """What was said of the same time of day as [start, end), the last time that anything was."""
        with reading(self.engine) as reader:
            starts = reader.day_starts()
            day = starts.day_of(start_ms, self.offset_at(start_ms))
            earlier = list(self._earlier(reader, day, starts))
        return precedent(start_ms, end_ms, starts.bounds(day, self.offset_at)[0], earlier)

    def _earlier(self, reader: Reader, day: date, starts: DayStarts) -> Iterator[Earlier]:
        """The days before `day` on which what was said may hold again, the latest first."""
        for before in range(1, DAYS_OF_PRECEDENT + 1):
            start_ms, end_ms = starts.bounds(day - timedelta(days=before), self.offset_at)
            said = [one.said for one in _numbered(reader, start_ms, end_ms)]
            if said:
                yield Earlier(day - timedelta(days=before), start_ms, said)

    def _timeline(self, reader: Reader, day: date, starts: DayStarts, until_ms: int | None) -> Timeline:
        spans = reader.spans_of_local(starts.local_start_ms(day), starts.local_end_ms(day))
        if not spans:
            return Timeline(day=day, pieces=(), gaps=())
        start_ms, end_ms = spans[0].start_ms, max(spans[-1].end_ms, until_ms or 0)
        pieces = self.judge(reader.with_input(spans), reader.corrections_between(start_ms, end_ms))
        return timeline(day, pieces, reader.gaps_between(start_ms, end_ms), starts, until_ms)

    def _portions(
        self, reader: Reader, period: Period, by: str, until_ms: int | None
    ) -> tuple[list[tuple[Bucket, int]], int]:
        """What every total of `period` is a sum of, and the milliseconds of it that nobody observed."""
        starts = reader.day_starts()
        live = self._live_days(reader, period, starts, until_ms)
        stored = [day for day in period.days() if day not in live]
        portions = list(reader.portions(stored, by, starts))
        unobserved_ms = reader.unobserved_ms(stored)
        for day in live:
            of = self._timeline(reader, day, starts, until_ms)
            portions += roll(of.pieces).items()
            unobserved_ms += gap_ms(of)
        return portions, unobserved_ms

    def _live_days(self, reader: Reader, period: Period, starts: DayStarts, until_ms: int | None) -> set[date]:
        """The days whose stored totals are not today's numbers: spans or rules changed since, or they go on still."""
        if reader.ruleset() != self.judge.version:
            raw_from = reader.raw_from()
            return {day for day in period.days() if day >= raw_from}
        live = reader.dirty_days(period, starts)
        if until_ms is not None:
            live |= {starts.day_of(until_ms, self.offset_at(until_ms))}.intersection(period.days())
        return live


def _numbered(reader: Reader, start_ms: int, end_ms: int) -> tuple[NumberedExplanation, ...]:
    found = reader.recorded_explanations(start_ms, end_ms)
    return tuple(NumberedExplanation(one.id, one.said, one.correction_id) for one in found)


def _in_force(recorded: Iterable[RecordedCorrection]) -> tuple[NumberedCorrection, ...]:
    held = sorted((one for one in recorded if one.undone_at_ms is None), key=lambda one: (one.said.at_ms, one.id))
    return tuple(NumberedCorrection(one.id, one.said) for one in held)


def service_for(record: Path, judge: Judge, idle_threshold_s: int) -> ReportService:
    """Answers from the record at `record`, in this machine's time zone; raises UserError where there is none yet."""
    return ReportService(
        engine=open_for_reading(record),
        judge=judge,
        timezone=zone_name(),
        offset_at=offset_min,
        idle_threshold_s=idle_threshold_s,
    )
