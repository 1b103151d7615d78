"""A day in lanes on one axis, as much of it as is seen; never draws."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from core.clock import MS_PER_DAY, MS_PER_HOUR, MS_PER_MIN
from core.explanation import ENTERED
from core.judge import Piece
from core.period import EPOCH, OffsetAt, utc_of
from core.span import ATTENDED, Gap, State
from core.wording import translate
from gui.presenters.axis import Axis, Tick, axis_between, axis_over
from gui.presenters.durations import h_mm, time_of_day
from gui.presenters.meetings import NO_CALENDAR, MeetingsRead, meeting_text
from gui.presenters.picking import Between
from gui.presenters.spans import app_shown, category_name, reason_name
from gui.presenters.strips import CALL, GAP, Block
from reports.shapes import Day, Stretch

MOST_TICKS = 13
EMPTY_FROM_H, EMPTY_TO_H = 8, 17
"""The hours that an empty day shows, so that the place looks the same when it fills."""
TOKEN_SHOWN = 4
"""So many characters of a case's token tell it from the other cases of a day."""
_STATE_KINDS = {State.PRIVATE: "Private", State.LOCKED: "Idle", State.CALL: CALL, State.IDLE: "Idle", State.ACTIVE: ""}


class Look(Enum):
    """How a lane is drawn."""

    STATES = auto()
    """Thin blocks of kinds; neutral where somebody was active."""
    KINDS = auto()
    """Blocks in the ink and pattern of their kinds."""
    NAMES = auto()
    """Neutral blocks with names."""
    TICKS = auto()
    """Neutral blocks with a tick wherever something begins."""
    FRAMES = auto()
    """Outlined blocks with names."""


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch with a name, as parts of the axis."""

    start: float
    end: float
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One lane: what it has of each depends on its look."""

    name: str
    look: Look
    kinds: tuple[Block, ...] = ()
    blocks: tuple[Named, ...] = ()
    ticks: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lanes:
    """Everything that the painted lanes show."""

    ticks: tuple[Tick, ...]
    start_ms: int = 0
    end_ms: int = 1
    """The ends of what is seen."""
    lanes: tuple[Lane, ...] = ()
    now: float | None = None
    """Where the present is; None on other days, and where it is not seen."""


@dataclass(frozen=True, kw_only=True)
class Drawable:
    """A day that can be drawn at any zoom."""

    day: Day
    offset_at: OffsetAt
    now_ms: int | None = None
    """Given for the day under way."""
    calendar: MeetingsRead = NO_CALENDAR

    @cached_property
    def whole(self) -> Between:
        """The axis zoomed to where there is data."""
        pieces, gaps = self.day.timeline.pieces, self.day.timeline.gaps
        if pieces:
            start_ms = pieces[0].span.start_ms
            end_ms = max([pieces[-1].span.end_ms, *(gap.end_ms for gap in gaps), self.now_ms or 0])
        else:
            midnight_ms = (self.day.timeline.day - EPOCH).days * MS_PER_DAY
            hours = (midnight_ms + hour * MS_PER_HOUR for hour in (EMPTY_FROM_H, EMPTY_TO_H))
            start_ms, end_ms = (utc_of(local_ms, self.offset_at) for local_ms in hours)
        axis = axis_over(start_ms, end_ms, self.offset_at, most_ticks=MOST_TICKS, most_labels=MOST_TICKS)
        return axis.start_ms, axis.end_ms

    @cached_property
    def all_lanes(self) -> Lanes:
        """The lanes of the whole; may be asked for where nobody waits, before they are shown."""
        return self._lanes(*self.whole)

    def lanes(self, seen: Between) -> Lanes:
        """All lanes of what is seen."""
        return self.all_lanes if seen == self.whole else self._lanes(*seen)

    def _lanes(self, start_ms: int, end_ms: int) -> Lanes:
        axis = axis_between(start_ms, end_ms, self.offset_at, most_ticks=MOST_TICKS)
        has_now = self.now_ms is not None and bool(self._pieces) and start_ms <= self.now_ms <= end_ms
        return Lanes(
            ticks=axis.ticks,
            start_ms=start_ms,
            end_ms=end_ms,
            lanes=tuple(make(axis) for make in self._makers),
            now=axis.at(self.now_ms) if has_now and self.now_ms is not None else None,
        )

    def tip_at(self, at_ms: int) -> str:
        """What is told about an instant when somebody points at it; empty where nothing was."""
        planned = [meeting_text(one) for one in self.calendar.found if one.start_ms <= at_ms < one.end_ms]
        return "\n".join(text for text in (self._recorded_at(at_ms), *planned) if text)

    def _recorded_at(self, at_ms: int) -> str:
        found = bisect_right(self._pieces, at_ms, key=lambda piece: piece.span.start_ms) - 1
        if found >= 0 and at_ms < self._pieces[found].span.end_ms:
            return self._told_of(self._pieces[found])
        for gap in self.day.timeline.gaps:
            if gap.start_ms <= at_ms < gap.end_ms:
                return self._told(gap.start_ms, gap.end_ms, reason_name(gap.why))
        return ""

    def hour(self, number: int) -> Between | None:
        """When the clock showed this hour of the day for the first time; None where it was skipped."""
        seen = [piece.span for piece in (*self._pieces[:1], *self._pieces[-1:])]
        begin_ms = min([self.day.start_ms, *(span.start_ms for span in seen)])
        end_ms = max([self.day.end_ms, *(span.end_ms for span in seen)])
        begin_ms -= self._local_ms(begin_ms) % MS_PER_HOUR
        for start_ms in range(begin_ms, end_ms, MS_PER_HOUR):
            if self._local_ms(start_ms) // MS_PER_HOUR % 24 == number:
                return start_ms, start_ms + MS_PER_HOUR
        return None

    def _local_ms(self, utc_ms: int) -> int:
        return utc_ms + self.offset_at(utc_ms) * MS_PER_MIN

    @property
    def _pieces(self) -> Sequence[Piece]:
        return self.day.timeline.pieces

    @property
    def _gaps(self) -> Sequence[Gap]:
        return self.day.timeline.gaps

    @cached_property
    def _attended(self) -> list[Piece]:
        return [piece for piece in self._pieces if piece.span.state in ATTENDED]

    @property
    def _makers(self) -> tuple[Callable[[Axis], Lane], ...]:
        """One for each lane, from the top."""
        has_cases = any(piece.span.case for piece in self._pieces)
        last = self._cases if has_cases else self._activities
        recorded = self._states, self._categories, self._apps, self._windows, last
        return (*recorded, self._meetings) if self.calendar.file else recorded

    def _states(self, axis: Axis) -> Lane:
        stretches = _runs(self._pieces, _state_kind) + self._gap_stretches
        return Lane(name=translate("Lanes", "State"), look=Look.STATES, kinds=_blocks(axis, stretches))

    def _categories(self, axis: Axis) -> Lane:
        stretches = _runs(self._pieces, lambda piece: piece.verdict.category.kind.value) + self._gap_stretches
        return Lane(name=translate("Lanes", "Category"), look=Look.KINDS, kinds=_blocks(axis, stretches))

    def _apps(self, axis: Axis) -> Lane:
        shown = (piece for piece in self._pieces if piece.span.state in ATTENDED or piece.span.source == ENTERED)
        return Lane(
            name=translate("Lanes", "Application"), look=Look.NAMES, blocks=_named(axis, _runs(shown, app_shown))
        )

    def _windows(self, axis: Axis) -> Lane:
        begins = [piece.span.start_ms for piece in self._attended[:1]]
        begins += [
            later.span.start_ms
            for earlier, later in zip(self._attended, self._attended[1:], strict=False)
            if earlier.span.context != later.span.context or earlier.span.end_ms != later.span.start_ms
        ]
        return Lane(
            name=translate("Lanes", "Window"),
            look=Look.TICKS,
            blocks=_named(axis, _runs(self._attended, lambda _piece: "")),
            ticks=tuple(axis.at(at_ms) for at_ms in begins if axis.start_ms <= at_ms < axis.end_ms),
        )

    def _cases(self, axis: Axis) -> Lane:
        runs = [run for run in _runs(self._attended, lambda piece: piece.span.case or "") if run.kind]
        return Lane(
            name=translate("Lanes", "Case"),
            look=Look.NAMES,
            blocks=tuple(Named(one.start, one.end, one.name[:TOKEN_SHOWN]) for one in _named(axis, runs)),
        )

    def _activities(self, axis: Axis) -> Lane:
        runs = [run for run in _runs(self._attended, lambda piece: piece.verdict.category.activity or "") if run.kind]
        return Lane(name=translate("Lanes", "Activity"), look=Look.NAMES, blocks=_named(axis, runs))

    def _meetings(self, axis: Axis) -> Lane:
        """What the person's own calendar says beside it; nobody observed that."""
        found = [Stretch(one.start_ms, one.end_ms, one.title) for one in self.calendar.found]
        return Lane(name=translate("Lanes", "Calendar"), look=Look.FRAMES, blocks=_named(axis, found))

    @cached_property
    def _gap_stretches(self) -> list[Stretch]:
        return [Stretch(gap.start_ms, gap.end_ms, GAP) for gap in self._gaps]

    def _told_of(self, piece: Piece) -> str:
        span = piece.span
        return self._told(
            span.start_ms,
            span.end_ms,
            app_shown(piece),
            span.context.title,
            category_name(piece.verdict.category),
            translate("Lanes", "Case {token}").format(token=span.case[:TOKEN_SHOWN]) if span.case else "",
        )

    def _told(self, start_ms: int, end_ms: int, *lines: str) -> str:
        from_when = time_of_day(start_ms, self.offset_at(start_ms))
        to_when = time_of_day(end_ms, self.offset_at(end_ms))
        return "\n".join([*(line for line in lines if line), f"{from_when} – {to_when} · {h_mm(end_ms - start_ms)}"])


def _state_kind(piece: Piece) -> str:
    """Of what was entered nothing was observed."""
    return GAP if piece.span.source == ENTERED else _STATE_KINDS[piece.span.state]


def _runs(pieces: Iterable[Piece], name_of: Callable[[Piece], str]) -> list[Stretch]:
    """Neighbours that meet and have the same name, as one; the name stands where a stretch has its kind."""
    found: list[Stretch] = []
    first_ms = last_ms = -1
    name = ""
    for piece in pieces:
        span = piece.span
        its = name_of(piece)
        if its == name and last_ms == span.start_ms:
            last_ms = span.end_ms
            continue
        if first_ms >= 0:
            found.append(Stretch(first_ms, last_ms, name))
        first_ms, last_ms, name = span.start_ms, span.end_ms, its
    return [*found, Stretch(first_ms, last_ms, name)] if first_ms >= 0 else found


def _blocks(axis: Axis, stretches: Iterable[Stretch]) -> tuple[Block, ...]:
    return tuple(Block(axis.at(one.start_ms), axis.at(one.end_ms), one.kind) for one in _seen(axis, stretches))


def _named(axis: Axis, runs: Iterable[Stretch]) -> tuple[Named, ...]:
    return tuple(Named(axis.at(one.start_ms), axis.at(one.end_ms), one.kind) for one in _seen(axis, runs))


def _seen(axis: Axis, stretches: Iterable[Stretch]) -> Iterable[Stretch]:
    return (one for one in stretches if one.start_ms < axis.end_ms and one.end_ms > axis.start_ms)
