"""Whole days under any rules, compared with a slow second opinion, five seconds by five seconds."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from classifiers.judging import RuleJudge
from classifiers.named_sets import NamedSets
from classifiers.rule import Layer
from classifiers.rule_file import read_rules
from classifiers.ruleset import Ruleset
from core.category import Category
from core.judge import Correction, Piece
from core.span import Span, State
from core.toml_file import read_toml
from tests.classifiers.rule_files import RuleTable, write_rules
from tests.classifiers.slow_judge import TICK_MS, Answer, judged, seconds
from tests.factories import BERLIN_WINTER_MIN, NINE, a_correction, a_span

STARTS = NINE - 3_660_000
"""07:59 in Berlin, on a Monday."""
APPS = ("excel", "wiki", "mail", "other")
CATEGORIES = ("Work/Claims", "Work/Mail", "Work", "Knowledge/Wiki", "Knowledge", "Personal", "Unclassified")
MOMENTS = {
    "state": st.lists(st.sampled_from(["active", "call", "idle", "locked"]), min_size=1, max_size=3, unique=True),
    "idle_over": st.sampled_from(["0s", "20s", "1m", "5m"]),
    "time": st.sampled_from(["08:00-12:00", "12:00-08:00", ["08:02-08:04", "08:10-09:00"], "23:59-08:01"]),
    "weekday": st.sampled_from(["Mon", "Tue-Sun", "Sat-Mon"]),
}
WINDOWS = {
    "app": st.sampled_from(["excel", "wiki", "mail", ["excel", "mail"], "w*"]),
    "title_contains": st.sampled_from(["one", "two"]),
}
PLAIN: list[RuleTable] = [
    {"id": "claims", "app": "excel", "category": "Work/Claims"},
    {"id": "wiki", "app": "wiki", "category": "Knowledge/Wiki"},
]
LENGTHS = st.sampled_from([1, 1, 2, 3, 4, 6, 9, 12, 13, 25, 61, 130])


@st.composite
def rule_tables(draw: st.DrawFn) -> list[RuleTable]:
    tables: list[RuleTable] = []
    for number in range(draw(st.integers(1, 6))):
        table: dict[str, object] = {"id": f"rule-{number}"}
        for key in draw(st.lists(st.sampled_from(sorted(WINDOWS)), min_size=1, max_size=2, unique=True)):
            table[key] = draw(WINDOWS[key])
        keeps = draw(st.integers(0, 3)) == 0
        table |= {"keep_active": draw(st.sampled_from(["10s", "1m", "30m"]))} if keeps else {}
        if not keeps or draw(st.booleans()):
            table["category"] = draw(st.sampled_from(CATEGORIES))
        on = draw(st.lists(st.sampled_from(sorted(MOMENTS)), max_size=2, unique=True))
        if keeps:
            on = [key for key in on if key != "state"]
        within = draw(st.booleans())
        moments = {key: draw(MOMENTS[key]) for key in on}
        table |= {"not": moments} if moments and within else moments
        tables.append(table)  # type: ignore[arg-type]  # every value is one that a table may hold
    return tables + draw(st.sampled_from([[], PLAIN]))


@st.composite
def days(draw: st.DrawFn) -> list[Span]:
    spans: list[Span] = []
    at_ms = STARTS
    for app in draw(
        st.lists(st.sampled_from(["excel wiki excel", "excel other excel", *APPS]), min_size=1, max_size=8)
    ):
        spans += draw(stretches(at_ms, app.split()))
        at_ms = spans[-1].end_ms + draw(st.sampled_from([0, 0, 0, 0, 1, 2, 60])) * TICK_MS
    return spans


@st.composite
def stretches(draw: st.DrawFn, at_ms: int, apps: list[str]) -> list[Span]:
    """Windows of these programs one after the other; mostly with somebody at the desk where they are several."""
    spans: list[Span] = []
    states = st.sampled_from([State.ACTIVE] * 5 + [State.CALL, State.IDLE, State.IDLE, State.LOCKED, State.PRIVATE])
    if len(apps) > 1:
        states = st.sampled_from([State.ACTIVE] * 20 + [State.IDLE])
    for app in apps:
        ticks = draw(LENGTHS)
        span = a_span(
            at_ms,
            seconds=ticks * TICK_MS / 1000,
            app=app,
            title=draw(st.sampled_from(["one", "two", ""])),
            state=draw(states),
        )
        spans.append(span)
        at_ms = span.end_ms + draw(st.sampled_from([0] * 8 + [1, 2])) * TICK_MS
    return spans


CORRECTIONS = st.lists(
    st.builds(
        lambda start, length, at: a_correction(
            STARTS + start * TICK_MS, seconds=length * TICK_MS / 1000, at_ms=at, category=Category("Work/Meeting")
        ),
        st.integers(0, 100),
        st.integers(1, 30),
        st.integers(0, 3),
    ),
    max_size=2,
)


def ruleset_of(tables: Sequence[RuleTable], limit: str) -> Ruleset:
    with tempfile.TemporaryDirectory() as folder:
        file = read_toml(write_rules(Path(folder) / "rules.toml", *tables))
    read = read_rules(file, Layer.PERSONAL, NamedSets())
    assert not read.faults
    return Ruleset(read.rules, carry_over_ms=seconds(limit) * 1000)


def by_tick(pieces: Sequence[Piece]) -> list[Answer | None]:
    starts_ms = pieces[0].span.start_ms
    ticks: list[Answer | None] = [None] * ((pieces[-1].span.end_ms - starts_ms) // TICK_MS)
    for piece in pieces:
        told = piece.verdict
        for ms in range(piece.span.start_ms, piece.span.end_ms, TICK_MS):
            ticks[(ms - starts_ms) // TICK_MS] = (
                piece.span.state.value, told.category.path, told.rule_id, told.serves,
            )  # fmt: skip
    return ticks


LIMITS = st.sampled_from(["0s", "20s", "1m", "10m"])


@settings(max_examples=settings().max_examples * 5)
@given(rule_tables(), days(), LIMITS, CORRECTIONS)
def test_the_judge_agrees_with_a_slow_second_opinion(
    tables: list[RuleTable], spans: list[Span], limit: str, corrections: list[Correction]
) -> None:
    """State, category, rule and the work that was served are the same at every moment of the day."""
    pieces = RuleJudge(ruleset_of(tables, limit))(spans, corrections)

    assert by_tick(pieces) == judged(tables, spans, seconds(limit), corrections)


@given(rule_tables(), days(), LIMITS, CORRECTIONS)
def test_no_time_is_lost_and_none_invented(
    tables: list[RuleTable], spans: list[Span], limit: str, corrections: list[Correction]
) -> None:
    """The pieces are the spans, cut; what was recorded as private or locked stays so."""
    pieces = RuleJudge(ruleset_of(tables, limit))(spans, corrections)

    assert sum(piece.span.observed_ms for piece in pieces) == sum(span.observed_ms for span in spans)
    for piece in pieces:
        [whole] = [span for span in spans if span.start_ms <= piece.span.start_ms < span.end_ms]
        assert piece.span.end_ms <= whole.end_ms
        assert piece.span.context == whole.context
        assert piece.span.off_min == whole.off_min == BERLIN_WINTER_MIN
        assert piece.span.state is whole.state or (whole.state, piece.span.state) == (State.IDLE, State.ACTIVE)


@given(rule_tables(), days(), LIMITS, CORRECTIONS)
def test_a_correction_changes_nothing_outside_its_stretch(
    tables: list[RuleTable], spans: list[Span], limit: str, corrections: list[Correction]
) -> None:
    """Not even what was carried over from a neighbour that is another thing now."""
    judge = RuleJudge(ruleset_of(tables, limit))
    before, after = by_tick(judge(spans, ())), by_tick(judge(spans, corrections))

    for at, (one, other) in enumerate(zip(before, after, strict=True)):
        at_ms = spans[0].start_ms + at * TICK_MS
        if not any(said.start_ms <= at_ms < said.end_ms for said in corrections):
            assert one == other
