"""Real records to test with, and rules for them; never checks anything."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from classifiers.context_matcher import Exact, words
from classifiers.judging import RuleJudge
from classifiers.matcher import Subject
from classifiers.rule import Rule
from classifiers.ruleset import Ruleset
from core.category import Category
from core.clock import MS_PER_DAY
from core.judge import Judge
from core.period import DayStarts, OffsetAt
from core.span import Gap, Span
from reports.service import ReportService
from storage.engine import open_for_reading, open_for_writing, transaction
from storage.meta import write_day_starts, write_fact
from storage.record import Batch, Record
from storage.rejudging import rejudge
from storage.rollups import Rollups
from tests.factories import BERLIN_WINTER_MIN, NINE

LATER = NINE + 3650 * MS_PER_DAY
"""By then every hour of a test can no longer change by itself."""
OFFICE = {"calc": "Work/Claims", "wiki": "Knowledge/Wiki", "mail": "Work/Mail"}


def app_rules(apps: Mapping[str, str]) -> Ruleset:
    """One rule for each app that is named."""
    return Ruleset(
        tuple(
            Rule(id=app, category=Category(path), matchers=(Exact(Subject.APP, words(Subject.APP, [app])),))
            for app, path in apps.items()
        )
    )


def rules(apps: Mapping[str, str]) -> RuleJudge:
    """The judge of one rule for each app that is named."""
    return RuleJudge(app_rules(apps))


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A record on disk, its writer, and the rules that it is judged by."""

    file: Path
    engine: Engine
    judge: Judge
    record: Record

    def write(
        self,
        *new: Span,
        changed: tuple[Span, ...] = (),
        removed: tuple[Span, ...] = (),
        gaps: tuple[Gap, ...] = (),
    ) -> None:
        self.record.write(Batch(new=new, changed=changed, removed=removed, gaps=gaps))

    def build(self, now_ms: int = LATER) -> list[int]:
        """Build the stored totals until nothing is left to do; how many hours each step had."""
        rollups = Rollups(self.record, self.judge)
        return list(iter(lambda: rollups.build(now_ms), 0))

    def judged_by(self, judge: Judge) -> "Kept":
        """The same record, brought under other rules."""
        rejudge(self.engine, judge)
        return replace(self, judge=judge, record=Record(self.engine, judge))

    def days_start(self, starts: DayStarts) -> None:
        with transaction(self.engine) as connection:
            write_day_starts(connection, starts)

    def note(self, fact: str, value: str | None) -> None:
        with transaction(self.engine) as connection:
            write_fact(connection, fact, value)

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """What `query` finds on disk."""
        with closing(sqlite3.connect(self.file)) as connection:
            return connection.execute(query).fetchall()

    def dump(self) -> list[str]:
        """Everything on disk, as SQL."""
        with closing(sqlite3.connect(self.file)) as connection:
            return list(connection.iterdump())

    @contextmanager
    def service(
        self, judge: Judge | None = None, offset_at: OffsetAt = lambda _ms: BERLIN_WINTER_MIN
    ) -> Iterator[ReportService]:
        engine = open_for_reading(self.file)
        try:
            yield ReportService(
                engine=engine,
                judge=judge or self.judge,
                timezone="Europe/Berlin",
                offset_at=offset_at,
                idle_threshold_s=300,
            )
        finally:
            engine.dispose()


@contextmanager
def kept_in(folder: Path, judge: Judge | None = None) -> Iterator[Kept]:
    """A new record in `folder`, under the rules of `OFFICE` where no others are given."""
    file = folder / "kept" / "record.db"
    judge = judge or rules(OFFICE)
    engine = open_for_writing(file)
    try:
        rejudge(engine, judge)
        yield Kept(file=file, engine=engine, judge=judge, record=Record(engine, judge))
    finally:
        engine.dispose()
