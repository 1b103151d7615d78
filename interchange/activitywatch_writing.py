"""Judged pieces into bucket exports of ActivityWatch, which it can read again; never loses what it cannot hold.

Locked time is `afk` there, and private time in neither state; time that nobody observed is in no bucket.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import msgspec

from core.judge import Piece
from core.span import ATTENDED, Gap, Span, State
from interchange.activitywatch_shapes import (
    PRESENCE,
    WINDOWS,
    Ours,
    PresenceData,
    PresenceEvent,
    Status,
    WindowData,
    WindowEvent,
)
from interchange.frame import Frame
from interchange.moments import moment_of

CLIENT = "engineroom"


def write_activitywatch(told: Iterable[Piece | Gap], frame: Frame) -> Iterator[str]:
    """One bucket of windows and one of presence."""
    presence: list[_Presence] = []
    yield '{"buckets":{' + _head("window", WINDOWS, frame)
    for number, piece in enumerate(one for one in told if isinstance(one, Piece)):
        _note(piece.span, presence)
        yield _separated(number, _window(piece))
    yield "]}," + _head("afk", PRESENCE, frame)
    for number, stretch in enumerate(presence):
        yield _separated(number, stretch.event())
    yield "]}}}\n"


@dataclass(slots=True)
class _Presence:
    """A stretch in which somebody was there, or nobody."""

    start_ms: int
    end_ms: int
    status: Status

    def event(self) -> PresenceEvent:
        return PresenceEvent(
            timestamp=moment_of(self.start_ms),
            duration=(self.end_ms - self.start_ms) / 1000,
            data=PresenceData(status=self.status),
        )


def _note(span: Span, presence: list[_Presence]) -> None:
    """Add `span` to what is known of presence; stretches that touch are one."""
    if span.state is State.PRIVATE:
        return
    status: Status = "not-afk" if span.state in ATTENDED else "afk"
    last = presence[-1] if presence else None
    if last is not None and last.end_ms == span.start_ms and last.status == status:
        last.end_ms = span.end_ms
    else:
        presence.append(_Presence(span.start_ms, span.end_ms, status))


def _window(piece: Piece) -> WindowEvent:
    span, verdict = piece.span, piece.verdict
    ours = Ours(
        state=span.state,
        off_min=span.off_min,
        category=verdict.category.path,
        rule=verdict.rule_id,
        source=span.source,
    )
    return WindowEvent(
        timestamp=moment_of(span.start_ms),
        duration=span.observed_ms / 1000,
        data=WindowData(app=span.context.app, title=span.context.title, engineroom_1=ours),
    )


def _head(what: str, bucket_type: str, frame: Frame) -> str:
    """A bucket up to its first event."""
    name = f"{CLIENT}-{what}_{frame.device}"
    facts = {
        "id": name,
        "type": bucket_type,
        "client": CLIENT,
        "hostname": frame.device,
        "created": moment_of(frame.at_ms),
    }
    return f'"{name}":{msgspec.json.encode(facts).decode().removesuffix("}")},"events":['


def _separated(number: int, event: msgspec.Struct) -> str:
    return (",\n" if number else "\n") + msgspec.json.encode(event).decode()
