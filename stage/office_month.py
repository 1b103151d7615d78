"""A month at one invented desk, the same whenever it is made, written by the real writer; never anybody's real work."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from classifiers.in_force import RulesInForce
from classifiers.rule_places import RulePlaces
from core.clock import MS_PER_MIN, MS_PER_S
from core.paths import Paths
from core.span import NOTHING_SHOWN, Context, Gap, GapReason, Span, State
from storage.engine import open_for_writing
from storage.record import Batch, Record
from storage.rejudging import rejudge
from storage.rollups import Rollups

ZONE = ZoneInfo("Europe/Berlin")
FIRST_DAY, LAST_DAY = date(2026, 2, 9), date(2026, 3, 12)
NOW = datetime.combine(LAST_DAY, time(16, 41), ZONE)
"""When the pictures are taken: a Thursday, shortly before the end of work."""
SEED = 52
"""One with which the last day has something of everything."""
RULES = """# Generated for pictures.
[[rule]]
id = "claims-desk"
app = "claims desk"
category = "Work/Claims"

[[rule]]
id = "ledger"
app = "ledger"
category = "Work/Reconciliation"

[[rule]]
id = "reconciling"
app = "excel"
title_contains = "recon"
category = "Work/Reconciliation"

[[rule]]
id = "reports"
app = "winword"
title_contains = ["report", "letter"]
category = "Work/Claims"

[[rule]]
id = "policy-wiki"
app = "firefox"
title_contains = "policy wiki"
category = "Knowledge/Wiki"

[[rule]]
id = "football"
app = "firefox"
title_word = "football"
category = "Personal/Sport"
"""
SURNAMES = ("Ilves", "Okafor", "Lindqvist", "Moreau", "Tanaka", "Novak", "Silva", "Keller", "Duarte", "Haas")
WIKI = ("Water exclusions", "Estimate limits", "Subrogation", "Storm deductibles", "Report templates")


Window = tuple[str, str]
"""Program and title; `{case}`, `{name}` and `{wiki}` are filled in for each task."""
NOWHERE: Window = ("", "")


@dataclass(frozen=True, slots=True)
class Task:
    """What somebody does for a while, and how long each window stays in front."""

    at: tuple[Window, ...]
    """The windows of the program that it is done in."""
    minutes: tuple[int, int]
    look_s: tuple[int, int] = (40, 280)
    aside: tuple[Window, ...] = ()
    """What is looked up, written or read meanwhile."""
    state: State = State.ACTIVE


CLAIMS = Task(
    (("Claims desk", "Claim {case} – {name}"), ("Claims desk", "Documents {case}"), ("Claims desk", "Work list")),
    (18, 55),
    aside=(
        ("winword", "Expert report {case}.docx"),
        ("outlook", "RE: Claim {case} – {name}"),
        ("firefox", "{wiki} – Policy wiki"),
    ),
)
RECONCILING = Task(
    (("Ledger", "Postings – March"), ("Ledger", "Suspense account"), ("Ledger", "Vouchers")),
    (20, 50),
    (60, 330),
    aside=(("excel", "Recon_March.xlsx"), ("excel", "Recon_March.xlsx"), ("outlook", "RE: Missing vouchers")),
)
SHEET = Task((("excel", "Recon_March.xlsx"), ("excel", "Reserves_Q1.xlsx")), (15, 35), (120, 600))
MAIL = Task(
    (("outlook", "Inbox"), ("outlook", "RE: Claim {case} – {name}"), ("outlook", "Calendar")), (6, 18), (15, 120)
)
READING = Task((("firefox", "{wiki} – Policy wiki"), ("firefox", "Search – Policy wiki")), (6, 20), (60, 300))
UNKNOWN = Task((("planner", "Rota North"),), (4, 10), (120, 260))
PERSONAL = Task((("firefox", "Football: results"),), (4, 9), (120, 260))
CALL = Task((("teams", "Call with {name}"),), (8, 28), (300, 900), state=State.CALL)
PRIVATE = Task((NOWHERE,), (6, 12), (900, 900), state=State.PRIVATE)
AWAY = Task((("Claims desk", "Work list"),), (6, 16), (2000, 2000), state=State.IDLE)
USUAL: tuple[tuple[Task, int], ...] = (
    (CLAIMS, 32), (RECONCILING, 20), (SHEET, 8), (MAIL, 14), (READING, 9), (CALL, 9), (AWAY, 9), (UNKNOWN, 5),
    (PERSONAL, 4),
)  # fmt: skip
ASIDE_SHARE = 0.18


@dataclass(frozen=True, slots=True)
class OfficeDay:
    """What a record holds of one day."""

    spans: tuple[Span, ...]
    gaps: tuple[Gap, ...]


def office_month(seed: int = SEED, until: datetime = NOW) -> Iterator[OfficeDay]:
    """Every working day from `FIRST_DAY` on, the last one as far as it has come."""
    day = FIRST_DAY
    while day <= until.date():
        if day.weekday() < 5:
            whole = _day(day, random.Random(f"{seed} {day}"))
            yield _before(whole, _ms(until)) if day == until.date() else whole
        day += timedelta(days=1)


def write_month(paths: Paths, days: Sequence[OfficeDay]) -> None:
    """A new record below `paths`, judged by rules of this desk, with all its totals."""
    paths.config.mkdir(parents=True, exist_ok=True)
    paths.data.mkdir(parents=True, exist_ok=True)
    paths.rules.write_text(RULES, encoding="utf-8")
    judge = RulesInForce(RulePlaces.of(paths))
    engine = open_for_writing(paths.record)
    rejudge(engine, judge)
    record = Record(engine, judge)
    for day in days:
        record.write(Batch(new=day.spans, gaps=day.gaps))
    rollups = Rollups(record, judge)
    while rollups.build(days[-1].spans[-1].end_ms):
        pass
    record.end()


def _day(day: date, choice: random.Random) -> OfficeDay:
    """From about eight to about five, with a lunch that nobody observed and, now and then, a private moment."""
    at_ms = _ms(datetime.combine(day, time(7, 50), ZONE)) + choice.randrange(24) * MS_PER_MIN
    lunch_ms = _ms(datetime.combine(day, time(12, 0), ZONE)) + choice.randrange(20) * MS_PER_MIN
    back_ms = lunch_ms + choice.randrange(32, 52) * MS_PER_MIN
    end_ms = _ms(datetime.combine(day, time(16, 40), ZONE)) + choice.randrange(30) * MS_PER_MIN
    gaps = [Gap(start_ms=lunch_ms, end_ms=back_ms, why=GapReason.SUSPENDED)]
    morning = _filled(at_ms, lunch_ms, choice, first=MAIL)
    afternoon_ms = back_ms
    if day.weekday() in {1, 3}:
        meeting_ms = back_ms + choice.randrange(50, 90) * MS_PER_MIN
        until_ms = meeting_ms + choice.randrange(20, 45) * MS_PER_MIN
        morning += _filled(back_ms, meeting_ms, choice, first=CLAIMS)
        gaps.append(Gap(start_ms=meeting_ms, end_ms=until_ms, why=GapReason.PAUSED))
        afternoon_ms = until_ms
    return OfficeDay(
        tuple(morning + _filled(afternoon_ms, end_ms, choice, first=RECONCILING, once=PRIVATE)), tuple(gaps)
    )


def _filled(at_ms: int, until_ms: int, choice: random.Random, *, first: Task, once: Task | None = None) -> list[Span]:
    """Task after task, with no hole between them; `once` comes second where it is given."""
    spans: list[Span] = []
    tasks = [task for task in (first, once) if task is not None]
    while at_ms < until_ms:
        task = tasks.pop(0) if tasks else choice.choices(*zip(*USUAL, strict=True))[0]
        spans += [_cut(span, until_ms) for span in _worked(task, at_ms, choice) if span.start_ms < until_ms]
        at_ms = spans[-1].end_ms
    return spans


def _worked(task: Task, at_ms: int, choice: random.Random) -> Iterator[Span]:
    filled = {
        "case": f"{choice.randrange(40_000, 49_999)}",
        "name": choice.choice(SURNAMES),
        "wiki": choice.choice(WIKI),
    }
    end_ms = at_ms + choice.randint(*task.minutes) * MS_PER_MIN
    before = NOWHERE
    while at_ms < end_ms:
        near = task.aside if task.aside and choice.random() < ASIDE_SHARE else task.at
        window = choice.choice([other for other in near if other != before] or near)
        look_ms = choice.randint(*task.look_s) * MS_PER_S + choice.randrange(MS_PER_S)
        observed_ms = min(look_ms, end_ms - at_ms)
        context = NOTHING_SHOWN if window == NOWHERE else Context(window[0], window[1].format(**filled))
        yield Span(
            start_ms=at_ms, observed_ms=observed_ms, context=context, state=task.state, off_min=offset_in_zone(at_ms)
        )
        at_ms += observed_ms
        before = window


def _before(day: OfficeDay, until_ms: int) -> OfficeDay:
    spans = tuple(_cut(span, until_ms) for span in day.spans if span.start_ms < until_ms)
    return OfficeDay(spans, tuple(gap for gap in day.gaps if gap.end_ms <= until_ms))


def _cut(span: Span, until_ms: int) -> Span:
    return Span(
        start_ms=span.start_ms,
        observed_ms=min(span.observed_ms, until_ms - span.start_ms),
        context=span.context,
        state=span.state,
        off_min=span.off_min,
    )


def _ms(moment: datetime) -> int:
    return round(moment.astimezone(UTC).timestamp() * MS_PER_S)


def offset_in_zone(utc_ms: int) -> int:
    offset = datetime.fromtimestamp(utc_ms / MS_PER_S, ZONE).utcoffset()
    return round((offset or timedelta()) / timedelta(minutes=1))
