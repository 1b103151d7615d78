"""A second opinion on whole days, five seconds by five seconds; shares no code with the judge that it checks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from core.judge import Correction
from core.span import Span
from tests.classifiers.rule_files import RuleTable, excluded, fits_window, listed

TICK_S = 5
TICK_MS = TICK_S * 1000
AT_DESK = ("active", "call")
DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
LONG_ABSENCE = 300 // TICK_S
LONG_EPISODE = 1800 // TICK_S


@dataclass
class Tick:
    """What five seconds were."""

    app: str
    title: str
    state: str
    at: datetime
    """Local."""
    category: str = ""
    rule: str | None = None
    serves: str | None = None
    was: str = ""
    """The state as recorded."""


Ticks = list[Tick | None]
Answer = tuple[str, str, str | None, str | None]


def judged(
    rules: Sequence[RuleTable], spans: Sequence[Span], limit_s: int, corrections: Sequence[Correction] = ()
) -> list[Answer | None]:
    """(state, category, rule, work that is served) of each tick from the first span on; None for what is not seen."""
    ticks = _ticks(spans)
    for at, tick in enumerate(ticks):
        if tick is not None:
            _by_rules(rules, ticks, at, tick)
    _carry_over(ticks, limit_s)
    _look_ups(ticks)
    return [_corrected(tick, spans[0].start_ms + at * TICK_MS, corrections) for at, tick in enumerate(ticks)]


def seconds(written: str) -> int:
    return int(written[:-1]) * {"s": 1, "m": 60}[written[-1]]


def _ticks(spans: Sequence[Span]) -> Ticks:
    ticks: Ticks = [None] * ((spans[-1].end_ms - spans[0].start_ms) // TICK_MS)
    for span in spans:
        for ms in range(span.start_ms, span.end_ms, TICK_MS):
            at = datetime.fromtimestamp(ms / 1000, UTC) + timedelta(minutes=span.off_min)
            tick = Tick(span.context.app, span.context.title, span.state.value, at, was=span.state.value)
            ticks[(ms - spans[0].start_ms) // TICK_MS] = tick
    return ticks


def _by_rules(rules: Sequence[RuleTable], ticks: Ticks, at: int, tick: Tick) -> None:
    if tick.state == "private":
        tick.category = "Private"
        return
    since, until = _idle_around(ticks, at)
    idle_s = (until - since) * TICK_S if tick.was == "idle" else 0
    if tick.was == "idle":
        keeping = next((rule for rule in rules if "keep_active" in rule and _fits(rule, tick, "idle", idle_s)), None)
        if keeping is not None and (at - since) * TICK_S < seconds(str(keeping["keep_active"])):
            tick.state, idle_s = "active", 0
    for rule in rules:
        sees = tick.state in AT_DESK or "state" in rule or "idle_over" in rule
        if "category" in rule and sees and _fits(rule, tick, tick.state, idle_s):
            tick.category, tick.rule = str(rule["category"]), str(rule["id"])
            return
    tick.category = "Unclassified" if tick.state in AT_DESK else "Idle"


def _idle_around(ticks: Ticks, at: int) -> tuple[int, int]:
    """[first, end) of the idle stretch; one tick without a sample does not end it."""
    since, until = at, at + 1
    while (earlier := _idle_near(ticks, since - 1, -1)) is not None:
        since = earlier
    while (later := _idle_near(ticks, until, 1)) is not None:
        until = later + 1
    return since, until


def _idle_near(ticks: Ticks, at: int, step: int) -> int | None:
    for place in (at, at + step):
        if not 0 <= place < len(ticks):
            return None
        tick = ticks[place]
        if tick is not None:
            return place if tick.was == "idle" else None
    return None


def _fits(rule: RuleTable, tick: Tick, state: str, idle_s: int) -> bool:
    asked = all(_on_moment(key, listed(value), tick, state, idle_s) for key, value in rule.items() if key in _MOMENTS)
    shut_out = any(
        _on_moment(key, listed(v), tick, state, idle_s) for key, v in excluded(rule).items() if key in _MOMENTS
    )
    return asked and not shut_out and fits_window(rule, tick.app, tick.title)


_MOMENTS = {"state", "idle_over", "time", "weekday"}


def _on_moment(key: str, written: list[str], tick: Tick, state: str, idle_s: int) -> bool:
    if key == "state":
        return state in written
    if key == "idle_over":
        return idle_s > seconds(written[0])
    if key == "time":
        return any(_within(word, tick.at.strftime("%H:%M")) for word in written)
    return any(tick.at.strftime("%a") in _days(word) for word in written)


def _within(word: str, now: str) -> bool:
    start, end = word.split("-")
    return start <= now < end if start < end else now >= start or now < end


def _days(word: str) -> list[str]:
    first, _, last = word.partition("-")
    days = [first]
    while last and days[-1] != last:
        days.append(DAYS[(DAYS.index(days[-1]) + 1) % 7])
    return days


def _carry_over(ticks: Ticks, limit_s: int) -> None:
    unknown = [tick is not None and _is_unknown(tick) for tick in ticks]
    for at, tick in enumerate(ticks):
        if tick is None or not unknown[at]:
            continue
        before = _beyond(ticks, unknown, at, -1)
        behind = _beyond(ticks, unknown, at, 1)
        if before is None or behind is None:
            continue
        run = [place for place in range(before + 1, behind) if unknown[place]]
        one, other = ticks[before], ticks[behind]
        assert one is not None
        assert other is not None
        same = one.category == other.category and one.category.startswith(("Work/", "Knowledge/"))
        if same and (run[-1] + 1 - run[0]) * TICK_S <= limit_s:
            tick.category = one.category


def _beyond(ticks: Ticks, unknown: list[bool], at: int, step: int) -> int | None:
    """The attended tick behind the unknown ones in that direction, with no more than one tick unseen at a time."""
    unseen = 0
    at += step
    while 0 <= at < len(ticks):
        tick = ticks[at]
        unseen = unseen + 1 if tick is None else 0
        if unseen > 1 or (tick is not None and tick.state not in AT_DESK):
            return None
        if tick is not None and not unknown[at]:
            return at
        at += step
    return None


def _is_unknown(tick: Tick) -> bool:
    return tick.state in AT_DESK and tick.category == "Unclassified" and tick.rule is None


def _look_ups(ticks: Ticks) -> None:
    for at, tick in enumerate(ticks):
        if tick is None or not _is_knowledge(tick):
            continue
        before, behind = _work_beside(ticks, at, -1), _work_beside(ticks, at, 1)
        if before is None or behind is None or behind - before - 1 > LONG_EPISODE:
            continue
        one, other = ticks[before], ticks[behind]
        assert one is not None
        assert other is not None
        if one.category == other.category and one.category.startswith("Work/"):
            tick.serves = one.category


def _work_beside(ticks: Ticks, at: int, step: int) -> int | None:
    """The attended tick beyond the knowledge; None where private time or long absence comes first."""
    absent = 0
    at += step
    while 0 <= at < len(ticks):
        tick = ticks[at]
        if tick is not None and tick.state == "private":
            return None
        absent = 0 if tick is not None and tick.state in AT_DESK else absent + 1
        if absent > LONG_ABSENCE:
            return None
        if tick is not None and tick.state in AT_DESK and not _is_knowledge(tick):
            return at
        at += step
    return None


def _is_knowledge(tick: Tick) -> bool:
    return tick.state in AT_DESK and tick.category.split("/")[0] == "Knowledge"


def _corrected(tick: Tick | None, at_ms: int, corrections: Sequence[Correction]) -> Answer | None:
    if tick is None:
        return None
    holds = [said for said in corrections if said.start_ms <= at_ms < said.end_ms]
    if holds and tick.was != "private":
        last = max(enumerate(holds), key=lambda numbered: (numbered[1].at_ms, numbered[0]))[1]
        return tick.state, last.category.path, None, None
    return tick.state, tick.category, tick.rule, tick.serves
