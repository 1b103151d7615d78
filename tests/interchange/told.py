"""Foreign files, events and terms to test with, each with defaults that a test overrides; never checks anything."""

import io
import json
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from msgspec.structs import replace

from classifiers.redacting import RuleRedactor
from core.category import Category
from core.judge import Piece, Verdict
from core.period import DayStarts
from core.privacy import TitleLevel, is_private
from core.redactor import Redactor
from core.sample import Window
from core.span import NOTHING_SHOWN, Context, Gap, Span, State
from core.working_hours import ALWAYS, WorkingHours
from interchange.admission import Terms, admitted
from interchange.event import Event, Tally
from interchange.foreign_file import ForeignFile
from interchange.formats import WRITERS, read_events
from interchange.frame import Frame
from tests.factories import BERLIN_WINTER_MIN, NINE
from tests.storage.histories import category_of, histories
from tests.storage.records import OFFICE

LONG_AFTER = NINE + 10**12
FRAME = Frame(device="desk-1", at_ms=NINE, offset_at=lambda _ms: BERLIN_WINTER_MIN)

_nasty = st.sampled_from(
    [
        "",
        "=1+1",
        "'=1",
        "''@a",
        "'",
        "-5 °C",
        "+49",
        "@home",
        "\t=",
        'say "no"',
        "a,b;c",
        "one\r\ntwo",
        "\n",
        "\r",
        "𝔸 é",
        "\0",
    ]
)
texts = st.one_of(_nasty, st.text(st.characters(exclude_categories=["Cs"]), max_size=12))


def a_file(content: bytes | str, name: str = "given") -> ForeignFile:
    """A file that holds `content`; nobody watches how it is read."""
    raw = content.encode() if isinstance(content, str) else content
    return ForeignFile(Path(name), io.BytesIO(raw), max(1, len(raw)), lambda _share: None)


def an_event(
    start_s: float = 0,
    end_s: float = 60,
    *,
    app: str = "calc",
    title: str = "Budget",
    state: State = State.ACTIVE,
    off_min: int | None = None,
    source: str = "test",
) -> Event:
    """Seconds are counted from `NINE`."""
    return Event(NINE + round(start_s * 1000), NINE + round(end_s * 1000), app, title, state, off_min, source)


def terms(
    *,
    titles: TitleLevel = TitleLevel.FULL,
    redactor: Redactor | None = None,
    day_starts: DayStarts | None = None,
    first_day: date = date.min,
    working_hours: WorkingHours = ALWAYS,
    until_ms: int = LONG_AFTER,
    offset_at: Callable[[int], int] = lambda _ms: BERLIN_WINTER_MIN,
) -> Terms:
    return Terms(
        redactor=redactor or RuleRedactor((), titles, b"key"),
        day_starts=day_starts or DayStarts(),
        first_day=first_day,
        working_hours=working_hours,
        until_ms=until_ms,
        offset_at=offset_at,
    )


def told_by(content: bytes | str, form: str, name: str = "given") -> tuple[list[Event], Tally]:
    """What is read from `content`."""
    tally = Tally()
    return read_events(a_file(content, name), form, tally), tally


def written(told: Iterable[Piece | Gap], form: str) -> str:
    return "".join(WRITERS[form](told, FRAME))


def there_and_back(spans: Sequence[Span], form: str) -> list[Span]:
    """The spans that another desk takes in from what this one wrote."""
    events, tally = told_by(written(map(judged, spans), form), form)
    assert (tally.unreadable, tally.overlapping, tally.duplicate) == ([], 0, 0)
    return list(admitted(events, terms(), tally))


def judged(span: Span) -> Piece:
    return Piece(span, Verdict(Category(category_of(span, OFFICE)), "=rule", "a rule of the test"))


@st.composite
def spans_with_any_text(draw: st.DrawFn) -> list[Span]:
    """Histories whose apps and titles are whatever can be stored; private spans show nothing."""
    return [
        replace(span, context=NOTHING_SHOWN)
        if span.state is State.PRIVATE
        else replace(span, context=draw(_contexts), case=draw(_cases))
        for span in draw(histories(most=8))
    ]


_cases = st.none() | st.text("abcdefghijklmnopqrstuvwxyz234567", min_size=16, max_size=16)
_contexts = st.builds(Context, st.one_of(st.sampled_from(tuple(OFFICE)), texts), texts).filter(
    lambda context: not is_private(Window(app=context.app, title=context.title))
)


def an_export(*buckets: dict[str, Any]) -> str:
    """A file as ActivityWatch exports it."""
    return json.dumps({"buckets": {bucket["id"]: bucket for bucket in buckets}})


def a_bucket(kind: str, *events: dict[str, Any], host: str = "pc1") -> dict[str, Any]:
    return {
        "id": f"{kind}_{host}",
        "created": "2026-01-01T00:00:00+00:00",
        "name": None,
        "type": kind,
        "client": "aw-watcher",
        "hostname": host,
        "events": list(events),
    }


def seen(start_s: float, seconds: float, app: str = "calc", title: str = "Budget") -> dict[str, Any]:
    """An event of a bucket of windows, so many seconds after `NINE`."""
    return {"timestamp": _utc(start_s), "duration": seconds, "data": {"app": app, "title": title}}


def presence(start_s: float, seconds: float, status: str = "afk") -> dict[str, Any]:
    return {"timestamp": _utc(start_s), "duration": seconds, "data": {"status": status}}


def _utc(start_s: float) -> str:
    return (datetime.fromtimestamp(NINE / 1000, UTC) + timedelta(seconds=start_s)).isoformat()
