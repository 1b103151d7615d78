"""Generated office years: as many spans, titles and programs as a busy desk has; never somebody's real work."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate, islice, pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

from core.clock import MS_PER_HOUR
from core.judge import Judge
from core.span import Context, Span, State
from storage.engine import open_for_writing
from storage.record import Record
from storage.rejudging import rejudge
from storage.rollups import Rollups

FIRST_DAY = date(2015, 1, 5)
DAYS_A_YEAR = 250
SPANS_A_DAY = 2500
NEW_TITLES_A_DAY = 200
KNOWN_TITLES = 4000
"""How far back a title is still in use: about a month."""
IDLE_SHARE = 0.04
APPS = (
    "firefox",
    "excel",
    "outlook",
    "msedge",
    "winword",
    "acrobat",
    "teams",
    "saplogon",
    "explorer",
    "thunderbird",
    "chrome",
    "mstsc",
    "onenote",
    "notepad++",
    "powerpnt",
    "calc",
    "zoom",
    "keepass",
    "vlc",
    "putty",
    "gimp",
    "code",
    "wikidesk",
    "ledger",
    "claims",
    "archive",
    "intranet",
    "scanner",
    "printer",
    "portal",
)
BROWSERS = ("firefox", "msedge", "chrome")
SUBJECTS = ("Claim", "Invoice", "Letter", "Contract", "Appeal", "Inbox", "Policy", "Minutes", "Wiki", "Reminder")
BERLIN = ZoneInfo("Europe/Berlin")


def office_days(years: int = 1, seed: int = 7) -> Iterator[tuple[Span, ...]]:
    """The spans of each of 250 working days a year, from 08:00 to about 17:00 in Berlin."""
    choice = random.Random(seed)
    favour = list(accumulate(1 / rank for rank in range(1, len(APPS) + 1)))
    titles: list[Context] = []
    for number, day in enumerate(islice(_working_days(), years * DAYS_A_YEAR)):
        for new in range(NEW_TITLES_A_DAY):
            [app] = choice.choices(APPS, cum_weights=favour)
            titles.append(
                Context(app, f"{choice.choice(SUBJECTS)} {number * NEW_TITLES_A_DAY + new} of Sunny Insurance")
            )
        yield _day(day, titles[-KNOWN_TITLES:], choice)


def _subjects(app: str) -> tuple[str, ...]:
    """What one program is used for: three things, and a browser for everything."""
    first = APPS.index(app) % 8
    return SUBJECTS if app in BROWSERS else SUBJECTS[first : first + 3]


def _working_days() -> Iterator[date]:
    day = FIRST_DAY
    while True:
        if day.weekday() < 5 and day.isocalendar().week not in {1, 30}:
            yield day
        day += timedelta(days=1)


def _day(day: date, titles: list[Context], choice: random.Random) -> tuple[Span, ...]:
    morning = datetime(day.year, day.month, day.day, 8, tzinfo=BERLIN)
    start_ms = round(morning.astimezone(UTC).timestamp() * 1000)
    off_min = offset_in_berlin(start_ms)
    lengths = [choice.expovariate(1) for _ in range(SPANS_A_DAY)]
    scale = 9 * MS_PER_HOUR / sum(lengths)
    borders = [start_ms + round(at * scale) + number for number, at in enumerate(accumulate(lengths, initial=0))]
    return tuple(
        Span(
            start_ms=start,
            observed_ms=end - start,
            context=titles[-1 - int(len(titles) * choice.random() ** 3)],
            state=State.IDLE if choice.random() < IDLE_SHARE else State.ACTIVE,
            off_min=off_min,
        )
        for start, end in pairwise(borders)
    )


def offset_in_berlin(utc_ms: int) -> int:
    offset = datetime.fromtimestamp(utc_ms / 1000, BERLIN).utcoffset()
    return round((offset or timedelta()).total_seconds() / 60)


def build(file: Path, judge: Judge, years: int = 1) -> int:
    """A new record of so many years with all its totals; when it ends, UTC epoch ms."""
    engine = open_for_writing(file)
    rejudge(engine, judge)
    record = Record(engine, judge)
    rollups = Rollups(record, judge)
    end_ms = 0
    for spans in office_days(years):
        record.take_in(spans)
        end_ms = spans[-1].end_ms
    while rollups.build(end_ms + 2 * MS_PER_HOUR):
        pass
    record.end()
    return end_ms
