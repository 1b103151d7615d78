"""Things to test with, each with defaults that a test overrides where it matters; never checks anything."""

from collections.abc import Iterable

from core.category import Category
from core.judge import Correction, Piece, Verdict
from core.sample import Sample, Sight, Window
from core.span import NO_INPUT, Context, Gap, GapReason, InputCount, Span, State

NINE = 1_772_438_400_000
"""Monday 2 March 2026, 09:00 in Berlin, as UTC epoch ms."""
BERLIN_WINTER_MIN = 60
WORK = Category("Work/Claims")


def a_context(app: str = "libreoffice-calc", title: str = "Budget 2026") -> Context:
    return Context(app, title)


def a_span(
    start_ms: int = NINE,
    *,
    seconds: float = 60,
    app: str = "libreoffice-calc",
    title: str = "Budget 2026",
    state: State = State.ACTIVE,
    off_min: int = BERLIN_WINTER_MIN,
    source: str | None = None,
    case: str | None = None,
    counted: InputCount = NO_INPUT,
) -> Span:
    return Span(
        start_ms=start_ms,
        observed_ms=round(seconds * 1000),
        context=Context(app, title),
        state=state,
        off_min=off_min,
        source=source,
        case=case,
        input=counted,
    )


def a_gap(start_ms: int = NINE, *, seconds: float = 60, why: GapReason = GapReason.PAUSED) -> Gap:
    return Gap(start_ms=start_ms, end_ms=start_ms + round(seconds * 1000), why=why)


def a_window(app: str = "libreoffice-calc", title: str = "Budget 2026") -> Window:
    return Window(app=app, title=title)


def a_sight(
    *,
    app: str = "libreoffice-calc",
    title: str = "Budget 2026",
    idle_ms: int | None = 0,
    locked: bool = False,
    microphone: Iterable[str] = (),
    counted: InputCount = NO_INPUT,
) -> Sight:
    window = Window(app=app, title=title)
    return Sight(window=window, idle_ms=idle_ms, locked=locked, microphone=frozenset(microphone), input=counted)


def a_sample(
    at_ms: int = NINE,
    *,
    app: str = "libreoffice-calc",
    title: str = "Budget 2026",
    idle_ms: int = 0,
    private: bool = False,
    locked: bool = False,
    in_call: bool = False,
    off_min: int = BERLIN_WINTER_MIN,
    case: str | None = None,
    counted: InputCount = NO_INPUT,
) -> Sample:
    return Sample(
        at_ms=at_ms,
        off_min=off_min,
        context=Context(app, title),
        idle_ms=idle_ms,
        private=private,
        locked=locked,
        in_call=in_call,
        case=case,
        input=counted,
    )


def a_piece(span: Span | None = None, category: Category = WORK, *, rule_id: str | None = "claims") -> Piece:
    return Piece(span or a_span(), Verdict(category, rule_id, "a rule of the test"))


def a_correction(
    start_ms: int = NINE,
    *,
    seconds: float = 60,
    category: Category = WORK,
    who: str = "anna",
    at_ms: int = NINE + 86_400_000,
    why: str = "",
) -> Correction:
    return Correction(
        start_ms=start_ms,
        end_ms=start_ms + round(seconds * 1000),
        category=category,
        who=who,
        at_ms=at_ms,
        why=why,
    )
