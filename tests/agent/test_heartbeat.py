"""How samples become spans, by worked examples and against a slow oracle that paints time second by second."""

from dataclasses import dataclass
from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from agent.heartbeat import PULSE_MS, Folding, Tail, beat, settled
from core.period import EPOCH, DayStarts
from core.sample import Sample
from core.span import Context, Gap, GapReason, Span, State
from tests.factories import NINE, a_sample

THRESHOLD_MS = 60_000
BY = Folding(idle_threshold_ms=THRESHOLD_MS, day_starts=DayStarts())


def folded(samples: list[Sample], by: Folding = BY) -> tuple[list[Span], list[Gap]]:
    """All spans and gaps that these samples make, in order."""
    tail = Tail()
    done: list[Span] = []
    gaps: list[Gap] = []
    for sample in samples:
        tail, gap = beat(tail, sample, by)
        gaps += [gap] if gap else []
        old, tail = settled(tail, by)
        done += old
    return [*done, *tail.spans()], gaps


def outline(spans: list[Span]) -> list[tuple[float, float, str, str]]:
    """(from s, to s, app, state) relative to nine o'clock."""
    return [((s.start_ms - NINE) / 1000, (s.end_ms - NINE) / 1000, s.context.app, s.state.value) for s in spans]


def test_samples_of_one_window_make_one_span() -> None:
    """Beats that show the same thing extend the span under way."""
    spans, gaps = folded([a_sample(NINE + second * 1000, app="calc") for second in range(11)])

    assert outline(spans) == [(0, 10, "calc", "active")]
    assert gaps == []


def test_another_case_is_another_span() -> None:
    """Also in the same window, whose title looks the same once the identifier is out of it; idle keeps the case."""
    spans, _gaps = folded(
        [
            a_sample(NINE, case="one"),
            a_sample(NINE + 1000, case="one"),
            a_sample(NINE + 2000, case="other"),
            a_sample(NINE + 3000),
            a_sample(NINE + 4000, case="one"),
            *(a_sample(NINE + 4000 + n * 5000, case="one", idle_ms=n * 5000) for n in range(1, 14)),
            a_sample(NINE + 70_000, case="one", private=True),
            a_sample(NINE + 71_000, case="one", private=True),
        ]
    )

    assert [((s.start_ms - NINE) // 1000, s.state.value, s.case) for s in spans] == [
        (0, "active", "one"),
        (2, "active", "other"),
        (3, "active", None),
        (4, "idle", "one"),
        (70, "private", None),
    ]


def test_a_switch_ends_the_span_where_the_new_window_was_seen() -> None:
    """The time up to a sample belongs to what was seen before it."""
    spans, _gaps = folded(
        [a_sample(NINE, app="calc"), a_sample(NINE + 700, app="mail"), a_sample(NINE + 1000, app="mail")]
    )

    assert outline(spans) == [(0, 0.7, "calc", "active"), (0.7, 1, "mail", "active")]


def test_idle_is_dated_back_to_the_last_input_across_windows() -> None:
    """Whatever came to the front by itself after the last input was idle too."""
    samples = [a_sample(NINE, app="calc", idle_ms=0)]
    samples += [a_sample(NINE + s * 1000, app="calc", idle_ms=(s - 10) * 1000) for s in range(10, 40)]
    samples += [a_sample(NINE + s * 1000, app="alert", idle_ms=(s - 10) * 1000) for s in range(40, 75)]
    spans, gaps = folded([*(a_sample(NINE + s * 1000, app="calc") for s in range(10)), *samples[1:]])

    assert outline(spans) == [(0, 10, "calc", "active"), (10, 40, "calc", "idle"), (40, 74, "alert", "idle")]
    assert gaps == []


def test_input_after_idle_begins_a_span_at_that_input() -> None:
    """The return is dated to the input, not to the beat that noticed it."""
    samples = [a_sample(NINE + s * 1000, app="calc", idle_ms=s * 1000) for s in range(71)]
    samples.append(a_sample(NINE + 71_000, app="calc", idle_ms=400))
    spans, _gaps = folded(samples)

    assert outline(spans) == [(0, 70.6, "calc", "idle"), (70.6, 71, "calc", "active")]


def test_a_call_is_never_idle() -> None:
    """An hour of listening is a call, however long the hands are still."""
    samples = [a_sample(NINE + s * 1000, app="phone", idle_ms=s * 1000, in_call=True) for s in range(100)]
    spans, _gaps = folded(samples)

    assert outline(spans) == [(0, 99, "phone", "call")]


def test_private_time_stores_no_context_and_is_not_made_idle() -> None:
    """Private wins over everything, and idle found out later does not touch it."""
    samples = [a_sample(NINE + s * 1000, app="secret", idle_ms=s * 1000, private=True) for s in range(50)]
    samples += [a_sample(NINE + s * 1000, app="calc", idle_ms=s * 1000) for s in range(50, 70)]
    spans, _gaps = folded(samples)

    assert outline(spans) == [(0, 50, "", "private"), (50, 69, "calc", "idle")]


def test_the_states_hold_in_their_order() -> None:
    """Private, locked, call, idle, active: the first that holds."""
    base = Sample(at_ms=NINE, off_min=60, idle_ms=THRESHOLD_MS)
    given_states = [
        replace(base, private=True, locked=True, in_call=True).state(THRESHOLD_MS),
        replace(base, locked=True, in_call=True).state(THRESHOLD_MS),
        replace(base, in_call=True).state(THRESHOLD_MS),
        base.state(THRESHOLD_MS),
        replace(base, idle_ms=THRESHOLD_MS - 1).state(THRESHOLD_MS),
    ]

    assert given_states == [State.PRIVATE, State.LOCKED, State.CALL, State.IDLE, State.ACTIVE]


def test_silence_longer_than_the_pulse_is_a_gap() -> None:
    """A process that was stopped for a while did not watch meanwhile."""
    later = NINE + 1000 + PULSE_MS + 1
    spans, gaps = folded([a_sample(NINE), a_sample(NINE + 1000), a_sample(later), a_sample(later + 1000)])

    assert [(s.start_ms - NINE, s.observed_ms) for s in spans] == [(0, 1000), (later - NINE, 1000)]
    assert gaps == [Gap(start_ms=NINE + 1000, end_ms=later, why=GapReason.STOPPED)]


def test_spans_close_at_the_local_midnight() -> None:
    """Midnight in Berlin is 23:00 UTC in winter."""
    midnight = 1_772_492_400_000  # 2026-03-03T00:00+01:00
    spans, _gaps = folded([a_sample(midnight - 600), a_sample(midnight + 400), a_sample(midnight + 1400)])

    assert [(s.start_ms - midnight, s.observed_ms) for s in spans] == [(-600, 600), (0, 1400)]


def test_spans_close_where_a_day_starts_at_four() -> None:
    """A desk whose day begins at four closes at four and not at midnight."""
    four = 1_772_506_800_000  # 2026-03-03T04:00+01:00
    by = Folding(idle_threshold_ms=THRESHOLD_MS, day_starts=DayStarts(((EPOCH, 4),)))
    spans, _gaps = folded([a_sample(four - 4 * 3_600_000), a_sample(four - 500), a_sample(four + 500)], by)

    assert [(s.start_ms - four, s.observed_ms) for s in spans] == [(-500, 500), (0, 500)]
    assert by.day(four - 1, 60) == date(2026, 3, 2)


def test_spans_close_where_the_offset_changes() -> None:
    """A span has one offset from UTC: a traveller's clock change ends it."""
    spans, _gaps = folded([a_sample(NINE), a_sample(NINE + 1000, off_min=0), a_sample(NINE + 2000, off_min=0)])

    assert [(s.off_min, s.observed_ms) for s in spans] == [(60, 1000), (0, 1000)]


@dataclass(frozen=True)
class Script:
    """A made-up hour: when input came, what was in front, when somebody looked; in tenths of a second."""

    inputs: list[int]
    switches: list[tuple[int, str]]
    looks: list[int]


@st.composite
def scripts(draw: st.DrawFn) -> Script:
    length = draw(st.integers(20, 3000))
    inputs = sorted({0, *draw(st.lists(st.integers(0, length), max_size=12))})
    switches = [(0, "calc")]
    switches += [
        (at, draw(st.sampled_from(["calc", "mail", "wiki"])))
        for at in sorted(draw(st.lists(st.integers(1, length), max_size=8)))
    ]
    regular = set(range(0, length, draw(st.sampled_from([5, 10]))))
    stalls = draw(st.lists(st.tuples(st.integers(0, length), st.integers(0, 120)), max_size=2))
    looks = {at for at in regular if not any(start < at < start + width for start, width in stalls)}
    return Script(
        inputs, switches, sorted(looks | {at for at, _app in switches if not any(s < at < s + w for s, w in stalls)})
    )


def samples_of(script: Script) -> list[Sample]:
    found = []
    for at in script.looks:
        last_input = max(when for when in script.inputs if when <= at)
        app = [name for when, name in script.switches if when <= at][-1]
        found.append(a_sample(NINE + at * 100, app=app, idle_ms=(at - last_input) * 100))
    return found


def painted(script: Script) -> dict[int, tuple[str, str]]:
    """What each tenth of a second was, worked out without spans: seen app, and idle by the inputs on both sides."""
    paint: dict[int, tuple[str, str]] = {}
    threshold = THRESHOLD_MS // 100
    for look, after in zip(script.looks, script.looks[1:], strict=False):
        app = [name for when, name in script.switches if when <= look][-1]
        if (after - look) * 100 <= PULSE_MS:
            paint |= dict.fromkeys(range(look, after), (app, "active"))
    for index, last_input in enumerate(script.inputs):
        following = script.inputs[index + 1] if index + 1 < len(script.inputs) else None
        noticed = [at for at in script.looks if at - last_input >= threshold and (following is None or at < following)]
        if not noticed:
            continue
        returned = [at for at in script.looks if following is not None and at >= following]
        until = max(when for when in script.inputs if when <= returned[0]) if returned else script.looks[-1]
        before = [at for at in script.looks if at < returned[0]][-1] if returned else 0
        until = max(until, before) if returned else until
        for tenth in range(last_input, until):
            if tenth in paint:
                paint[tenth] = (paint[tenth][0], "idle")
    return paint


@given(scripts())
@example(Script(inputs=[0, 650], switches=[(0, "calc")], looks=[*range(0, 700, 10)]))
def test_folding_agrees_with_painting_time_tenth_by_tenth(script: Script) -> None:
    """Spans cover exactly the watched time, in order, without overlap, each tenth with the right app and state."""
    spans, gaps = folded(samples_of(script))
    covered: dict[int, tuple[str, str]] = {}
    for span in spans:
        for tenth in range((span.start_ms - NINE) // 100, (span.end_ms - NINE) // 100):
            assert tenth not in covered
            covered[tenth] = (span.context.app, span.state.value)

    assert painted(script) == covered
    assert sorted(spans, key=lambda span: span.start_ms) == spans
    watched = sum(span.observed_ms for span in spans) + sum(gap.end_ms - gap.start_ms for gap in gaps)
    assert (script.looks[-1] - script.looks[0]) * 100 == watched


def test_contexts_are_kept_whole() -> None:
    """Title and app are stored as the sample has them."""
    spans, _gaps = folded(
        [a_sample(NINE, app="calc", title="Budget"), a_sample(NINE + 1000, app="calc", title="Budget")]
    )

    assert [span.context for span in spans] == [Context("calc", "Budget")]
