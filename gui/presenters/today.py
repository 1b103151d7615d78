"""What the popover shows of the day under way; never shows it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from core.category import Category, Kind
from core.period import EPOCH, LATEST_DAY_START, DayStarts, OffsetAt
from core.wording import retell, translate
from gui.presenters.agent_view import Agent, Glyph, Phase, glyph_of, head_of, line_of, offer_of
from gui.presenters.durations import h_mm, time_of_day
from gui.presenters.explaining import to_explain
from gui.presenters.kind_names import name_of_kind
from gui.presenters.picking import Between
from gui.presenters.reasons import reason_in_words
from gui.presenters.strips import NO_STRIP, Strip, strip_of
from gui.presenters.wide_verbs import NOTHING_WIDE, Wide, wide_of
from reports.shapes import KindTotal, Today

ORDER = (Kind.WORK, Kind.KNOWLEDGE, Kind.IDLE, Kind.PERSONAL, Kind.UNCLASSIFIED, Kind.PRIVATE)
ALWAYS_SHOWN = frozenset({Kind.WORK, Kind.KNOWLEDGE, Kind.IDLE})
LATEST_STARTS = DayStarts(((EPOCH, LATEST_DAY_START),))
"""By which no day that goes on is taken for one that is over, whichever hour days begin at."""


@dataclass(frozen=True, slots=True)
class KindTime:
    """One total."""

    kind: str
    name: str
    time: str


@dataclass(frozen=True, slots=True)
class Now:
    """What the latest piece was, and why."""

    kind: str
    name: str
    activity: str
    """Empty where the category is the kind alone."""
    why: str
    stretch: Between | None = None
    """Since when it has been so; None where that cannot be corrected."""
    stretch_says: str = ""
    wide: Wide = NOTHING_WIDE
    """What a rule may be made about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Popover:
    """Everything that the popover shows."""

    glyph: Glyph
    head: str
    line: str
    figure: str
    """Empty while nothing of today is known."""
    figure_says: str
    totals: tuple[KindTime, ...]
    strip: Strip
    now: Now | None
    now_says: str
    """What stands before it: that it is now, or was last."""
    gaps: str
    gap_time: str
    to_explain: bool
    """Whether there is anything to review."""
    banner: str
    """What asks for a decision or attention; empty when all is well."""
    answering: bool
    """Whether the agent would hear of a pause."""
    offers: str
    """The one action beside the banner; empty where there is none."""
    lost: str
    """What was lost of the record, until the person has read it; empty where nothing was."""
    puts_away: str
    """The action that says so."""


def popover(agent: Agent, latest: Today | None, offset_at: OffsetAt, now_ms: int) -> Popover:
    """`latest` is what was heard last, perhaps of a day that is over by now; None when nothing was."""
    today = latest if latest and _goes_on(latest, offset_at, now_ms) else None
    recorded = today is not None and today.recorded_ms > 0
    return Popover(
        glyph=glyph_of(agent),
        head=head_of(agent),
        line=line_of(agent, offset_at, now_ms),
        figure=h_mm(today.recorded_ms) if today else "",
        figure_says=translate("Popover", "recorded today") if recorded else _nothing_yet(agent),
        totals=_totals(today.kinds) if today else (),
        strip=strip_of(today.strip, offset_at, _strip_says(today)) if today else NO_STRIP,
        now=_now(today, offset_at) if today else None,
        now_says=translate("Popover", "Now") if _records(agent) else translate("Popover", "Last"),
        gaps=_gaps(today) if today else "",
        gap_time=_gap_time(today) if today else "",
        to_explain=bool(today and today.unexplained_count),
        banner=_banner(agent),
        answering=agent.status is not None,
        offers=offer_of(agent),
        lost="\n".join(map(retell, agent.status.losses)) if agent.status else "",
        puts_away=translate("Popover", "I have read this"),
    )


def _goes_on(today: Today, offset_at: OffsetAt, now_ms: int) -> bool:
    return date.fromisoformat(today.day) >= LATEST_STARTS.day_of(now_ms, offset_at(now_ms))


def _records(agent: Agent) -> bool:
    return agent.status is not None and agent.status.mode in {"recording", "private"}


def _nothing_yet(agent: Agent) -> str:
    if agent.phase is Phase.ANSWERING:
        return translate("Popover", "Nothing recorded yet today. Come back in a minute.")
    return translate("Popover", "Nothing is known of today while the agent is not running.")


def _banner(agent: Agent) -> str:
    if agent.phase is Phase.NOTICE_DUE:
        return translate("Popover", "Read what is recorded, who sees it and how to pause. Then recording begins.")
    if agent.phase is Phase.STOPPED:
        return retell(agent.reason) or translate(
            "Popover", "The agent has stopped. Nothing is recorded until it runs again."
        )
    if agent.status is None:
        return ""
    unseen = [sensed for sensed in agent.status.senses if sensed.sense == "window" and not sensed.works]
    return "\n".join(map(retell, [*agent.status.warnings, *(f"{one.how} — {one.remedy}" for one in unseen)]))


def _totals(kinds: Iterable[KindTotal]) -> tuple[KindTime, ...]:
    observed = {total.kind: total.observed_ms for total in kinds}
    return tuple(
        KindTime(kind.value, name_of_kind(kind), h_mm(observed.get(kind, 0)))
        for kind in ORDER
        if kind in ALWAYS_SHOWN or observed.get(kind)
    )


def _strip_says(today: Today) -> str:
    parts = ", ".join(f"{total.name} {total.time}" for total in _totals(today.kinds))
    return translate("Popover", "Today: {totals}").format(totals=parts)


def _now(today: Today, offset_at: OffsetAt) -> Now | None:
    if today.now_category is None:
        return None
    category = Category(today.now_category)
    now = Now(category.kind.value, name_of_kind(category.kind), category.activity or "", reason_in_words(today.now_why))
    if today.now_since_ms is None or today.now_until_ms is None or category.kind is Kind.PRIVATE:
        return now
    start_ms, end_ms = today.now_since_ms, today.now_until_ms
    says = translate("Popover", "Only this stretch, {start}–{end} ({time})").format(
        start=time_of_day(start_ms, offset_at(start_ms)),
        end=time_of_day(end_ms, offset_at(end_ms)),
        time=h_mm(end_ms - start_ms),
    )
    wide = wide_of(today.now_app, today.now_title)
    return replace(now, stretch=(start_ms, end_ms), stretch_says=says, wide=wide)


def _gaps(today: Today) -> str:
    """What is to be explained; else how much was not recorded."""
    if today.unexplained_count:
        return to_explain(today.unexplained_count, are_gaps=today.unexplained_are_gaps)
    if today.gap_count == 0:
        return translate("Popover", "No gaps")
    if today.gap_count == 1:
        return translate("Popover", "1 gap")
    return translate("Popover", "{count} gaps").format(count=today.gap_count)


def _gap_time(today: Today) -> str:
    if today.unexplained_count:
        return h_mm(today.unexplained_ms)
    return h_mm(today.gap_ms) if today.gap_count else ""
