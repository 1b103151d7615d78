"""The record of a generated office year, and of ten: how large it is, and how fast it answers and changes."""

import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path

from agent.heartbeat import Folding
from agent.loop import BEAT_S, SAVE_EVERY_MS
from agent.recorder import Recorder
from benchmarks.command import acknowledge_notice, run_command
from benchmarks.office_year import BERLIN, build, office_days, offset_in_berlin
from benchmarks.row import Row
from benchmarks.rules import edited, office_rules, with_moments
from classifiers.editing import Edit
from classifiers.judging import RuleJudge
from classifiers.loading import load_ruleset
from classifiers.rule import Rule
from classifiers.ruleset import Ruleset
from core.category import Category
from core.clock import MS_PER_HOUR
from core.judge import Judge
from core.period import DayStarts, Period, month_of
from core.sample import Sample
from reports.service import ReportService
from storage.engine import open_for_reading, open_for_writing, transaction
from storage.record import Record
from storage.rejudging import judge_anew, rejudge, take_over
from storage.rollups import Rollups

YEARS = 10
DAY = date(2015, 3, 4)
YEAR = Period(date(2015, 1, 1), date(2015, 12, 31))
TEN_YEARS = Period(YEAR.first, date(2024, 12, 31))
BEAT_MS = round(BEAT_S * 1000)
DAY_IN_H = 8
OTHER_RULES = {20: 3, 200: 6}
"""How many, and within how many seconds."""


def rows() -> Iterator[Row]:
    """Of CPU time inside the process unless the row says wall; SQLite's own scan of the same spans beside it."""
    with tempfile.TemporaryDirectory() as home:
        yield Row(what="record: writing a day of 8 hours", figure=_written_day_s(Path(home)), target=1, unit="s")
        file = Path(home) / "data" / "record.db"
        judge = RuleJudge(load_ruleset())
        build(file, judge)
        yield from _size(file)
        yield from _reports(
            file, judge, {"a day": (_only(DAY), 1), "a month": (month_of(DAY), 3), "a year": (YEAR, 20)}
        )
        service = _service(file, judge)
        timeline = _ms(lambda: service.day(DAY))
        yield Row(what="record: timeline of a day of 2,500 spans", figure=timeline, target=30, unit="ms")
        yield from _commands(Path(home))
        yield from _rejudgings(file)
        yield from _previews(file)
        build(file, judge, years=YEARS)
        yield from _reports(file, judge, {"ten years": (TEN_YEARS, 200)})


def _only(day: date) -> Period:
    return Period(day, day)


def _size(file: Path) -> Iterator[Row]:
    with closing(sqlite3.connect(file)) as connection:
        [[spans]] = connection.execute("SELECT count(*) FROM span")
    yield Row(what="record: bytes a span, with its totals", figure=file.stat().st_size / spans, target=40, unit="bytes")


def _reports(file: Path, judge: Judge, periods: dict[str, tuple[Period, float]]) -> Iterator[Row]:
    service = _service(file, judge)
    starts = DayStarts()
    for name, (period, target) in periods.items():
        answer = _ms(partial(service.report, period, "category"))
        scan = _ms(partial(_scan, file, starts.local_start_ms(period.first), starts.local_end_ms(period.last)))
        beside = f"SQLite scans its spans in {scan:.1f} ms"
        yield Row(what=f"record: {name} by category", figure=answer, target=target, unit="ms", beside=beside)


def _scan(file: Path, start_ms: int, end_ms: int) -> None:
    with closing(sqlite3.connect(file)) as connection:
        query = "SELECT sum(observed_ms) FROM span WHERE start_ms BETWEEN ? AND ?"
        connection.execute(query, (start_ms, end_ms)).fetchall()


def _commands(home: Path) -> Iterator[Row]:
    acknowledge_notice(home)
    period = "--from", YEAR.first.isoformat(), "--to", YEAR.last.isoformat()
    used = [run_command(home, "report", *period) for _time in range(3)]
    best = min(of.wall_s for of in used)
    yield Row(what="record: command `report` over a year, wall", figure=best, target=0.7, unit="s")
    yield Row(what="record: memory of that command", figure=max(of.peak_mb for of in used), target=80, unit="MB")


def _rejudgings(file: Path) -> Iterator[Row]:
    """The best of three changes to 20 rules, and of three to 200."""
    rounds = [[_rejudged_s(file, number) for number in OTHER_RULES] for _round in range(3)]
    for (number, target), took in zip(OTHER_RULES.items(), zip(*rounds, strict=True), strict=True):
        yield Row(what=f"record: a year under {number} other rules", figure=min(took), target=target, unit="s")


def _rejudged_s(file: Path, number: int) -> float:
    """Seconds for rules that give nearly every window another category, and the totals that follow from them."""
    judge = RuleJudge(_other_rules(number))
    reading, writing = open_for_reading(file), open_for_writing(file)
    began = time.process_time()
    with transaction(reading) as connection:
        found = judge_anew(connection, judge)
    with transaction(writing) as connection:
        take_over(connection, judge, found)
    rollups = Rollups(Record(writing, judge), judge)
    while rollups.build(1 << 50):
        pass
    took = time.process_time() - began
    reading.dispose()
    writing.dispose()
    return took


def _other_rules(number: int) -> Ruleset:
    """So many, some of them on the moment; those of another number give every window another category."""
    some = office_rules()
    moments = with_moments(Ruleset(carry_over_ms=some.carry_over_ms))
    rules = (*moments.rules, *some.rules[: number - len(moments.rules)])
    return replace(moments, rules=tuple(_renamed(rule, f"of {number}") for rule in rules))


def _renamed(rule: Rule, suffix: str) -> Rule:
    return replace(rule, category=Category(f"{rule.category.path} {suffix}")) if rule.category else rule


def _previews(file: Path) -> Iterator[Row]:
    """Of an edited rule in the middle of 200, by which the record is judged."""
    now = _other_rules(200)
    service = _service(file, RuleJudge(now))
    new = edited(now)
    began = time.process_time()
    preview = service.preview(YEAR)
    preview.of(Edit(now, new))
    yield Row(what="rules: first preview of a year", figure=time.process_time() - began, target=1, unit="s")
    yield Row(what="rules: a later one", figure=_ms(lambda: preview.of(Edit(now, new)), 3), target=150, unit="ms")


def _written_day_s(folder: Path) -> float:
    """2,500 windows in eight hours, seen every beat and saved as the agent saves them, with the totals of each hour."""
    engine = open_for_writing(folder / "day.db")
    judge = RuleJudge(load_ruleset())
    rejudge(engine, judge)
    record = Record(engine, judge)
    rollups = Rollups(record, judge)
    recorder = Recorder(record.write, Folding(idle_threshold_ms=300_000, day_starts=DayStarts()))
    [spans] = islice(office_days(), 1)
    samples = [
        Sample(at_ms=at_ms, off_min=span.off_min, context=span.context, idle_ms=0)
        for span in spans
        if span.end_ms < spans[0].start_ms + DAY_IN_H * MS_PER_HOUR
        for at_ms in range(span.start_ms, span.end_ms, BEAT_MS)
    ]
    began = time.process_time()
    saved_ms = rolled_ms = samples[0].at_ms
    for sample in samples:
        recorder.observe(sample)
        if sample.at_ms - saved_ms >= SAVE_EVERY_MS:
            recorder.save()
            saved_ms = sample.at_ms
        if sample.at_ms - rolled_ms >= MS_PER_HOUR:
            rollups.build(sample.at_ms)
            rolled_ms = sample.at_ms
    used = time.process_time() - began
    engine.dispose()
    return used


def _service(file: Path, judge: Judge) -> ReportService:
    return ReportService(
        engine=open_for_reading(file),
        judge=judge,
        timezone=BERLIN.key,
        offset_at=offset_in_berlin,
        idle_threshold_s=300,
    )


def _ms(work: Callable[[], object], times: int = 9) -> float:
    """The best of so many, after one that warms up."""
    work()
    best = float("inf")
    for _time in range(times):
        began = time.process_time()
        work()
        best = min(best, time.process_time() - began)
    return best * 1000
