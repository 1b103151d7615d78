"""The plain sentence about a day, in parts of which some show what is behind them; never works a number out."""

from collections.abc import Iterator
from dataclasses import dataclass
from string import Formatter

from core.category import Kind
from core.clock import MS_PER_MIN
from core.wording import translate
from gui.presenters.durations import h_mm, per_cent, per_cents
from gui.presenters.filtering import NO_FILTER, Filter, of_kind
from gui.presenters.picking import Between
from reports.shapes import Before, Day

SHORTEST_FOR_A_RATE_MS = 10 * MS_PER_MIN
"""Of a few minutes nobody learns how many changes there are in an hour."""


@dataclass(frozen=True, slots=True)
class Said:
    """A part of a sentence."""

    text: str
    shows: Filter | Between | None = None
    """The spans behind a number: those that fit, or those of a stretch."""
    strong: bool = False


def sentence_of(day: Day) -> tuple[Said, ...]:
    """Nothing of an empty day."""
    if not day.timeline.pieces:
        return ()
    recorded = Said(
        translate("Day", "{time} recorded").format(time=h_mm(day.recorded_ms)), shows=NO_FILTER, strong=True
    )
    longest = Said(
        translate("Day", "longest stretch {time}").format(time=h_mm(day.longest_stretch_ms)), day.longest_stretch
    )
    if sum(total.attended_ms for total in day.by_kind) < SHORTEST_FOR_A_RATE_MS:
        return tuple(
            _said(
                translate("Day", "{recorded}, {work}, {longest}."), recorded=recorded, work=_work(day), longest=longest
            )
        )
    return (
        *_said(
            translate("Day", "{recorded}, {work}, {longest}, {changes}."),
            recorded=recorded,
            work=_work(day),
            longest=longest,
            changes=Said(_changes(round(day.switches_per_hour))),
        ),
        *_usual(day.before),
    )


def _work(day: Day) -> Said:
    shares = dict(
        zip(
            (total.key for total in day.by_kind),
            per_cents([total.observed_ms for total in day.by_kind]),
            strict=True,
        )
    )
    work_ms = sum(total.observed_ms for total in day.by_kind if total.key == Kind.WORK)
    said = translate("Day", "{time} of it work ({share})").format(
        time=h_mm(work_ms), share=per_cent(shares.get(Kind.WORK, 0))
    )
    return Said(said, of_kind(Kind.WORK) if work_ms else None)


def _changes(count: int) -> str:
    if count == 1:
        return translate("Day", "1 change of application an hour")
    return translate("Day", "{count} changes of application an hour").format(count=count)


def _usual(before: Before | None) -> Iterator[Said]:
    """What is usual, and of how many days anybody knows it; too few of them say so."""
    if before is None:
        return
    if before.usual is None:
        yield Said(translate("Day", " What is usual for you stands here after five recorded days."))
        return
    words = {
        "recorded": h_mm(round(before.usual.recorded.middle_ms)),
        "share": per_cent(round(100 * before.usual.shares[Kind.WORK])),
        "days": before.usual.days,
    }
    said = translate("Day", " Your 4-week usual is {recorded} recorded, {share} of it work.")
    if not before.is_whole:
        said = translate("Day", " Your usual so far, of {days} days, is {recorded} recorded, {share} of it work.")
    yield Said(said.format(**words))


def _said(template: str, **parts: Said) -> Iterator[Said]:
    """The parts where the template has their names, and its own words between them."""
    for between, name, _format, _conversion in Formatter().parse(template):
        if between:
            yield Said(between)
        if name:
            yield parts[name]
