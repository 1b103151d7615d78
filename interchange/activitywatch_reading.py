"""Bucket exports of ActivityWatch into events; never asks its server.

The windows of a host tell what was in front, its presence when nobody was there. Presence alone tells of no window, and
becomes nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

import msgspec

from core.span import ATTENDED, State
from interchange.activitywatch_shapes import PRESENCE, WINDOWS, Bucket, Export, PresenceEvent, WindowEvent
from interchange.event import Event, Fault, Tally
from interchange.foreign_file import ForeignFile
from interchange.json_faults import line_of, shape_in_words, without_halves
from interchange.moments import BEFORE_1970
from interchange.untangling import parts, untangled, without_overlap

TOLD_EVERY = 1000
"""Events after which it is told how far the reading has come."""
_any_window = msgspec.json.Decoder(WindowEvent)
_any_presence = msgspec.json.Decoder(PresenceEvent)


@dataclass
class _Host:
    windows: list[Event] = field(default_factory=list)
    presence: list[Event] = field(default_factory=list)


def read_activitywatch(file: ForeignFile, tally: Tally) -> list[Event]:
    """What its windows show, in order and without overlap; raises UserError where it is no export with windows."""
    hosts: dict[str, _Host] = defaultdict(_Host)
    buckets = _buckets(file)
    total = sum(len(bucket.events) for bucket in buckets.values())
    for name, bucket in buckets.items():
        host = hosts[bucket.hostname]
        events = _Events(name, bucket, tally, lambda: file.reached(tally.read / total))
        if bucket.type == WINDOWS:
            host.windows += untangled(events.each(_window), tally)
        elif bucket.type == PRESENCE:
            host.presence += untangled(events.each(_presence), tally)
        else:
            tally.passed_over.append(f"{name} ({bucket.type or 'no type'})")
    told = [_of_host(host, tally) for host in hosts.values()]
    return told[0] if len(told) == 1 else _of_all(told, tally)


def _buckets(file: ForeignFile) -> dict[str, Bucket]:
    text = file.whole()
    try:
        told = _export(text)
    except msgspec.ValidationError as error:
        raise file.fault(1, f"this is no export of ActivityWatch: {shape_in_words(error)}") from error
    except msgspec.DecodeError as error:
        raise file.fault(line_of(error, text), f"this is no JSON: {error}") from error
    buckets = told.buckets or {told.id: Bucket(type=told.type, hostname=told.hostname, events=told.events)}
    if not any(bucket.type == WINDOWS for bucket in buckets.values()):
        raise file.fault(1, f"there is no bucket of the type {WINDOWS} in it", "export that bucket as well")
    return buckets


def _export(text: bytes) -> Export:
    try:
        return msgspec.json.decode(text, type=Export)
    except msgspec.ValidationError:
        raise
    except msgspec.DecodeError:
        mended = without_halves(text)
        if mended == text:
            raise
    return _export(mended)


@dataclass
class _Events:
    """The events of one bucket."""

    name: str
    bucket: Bucket
    tally: Tally
    progressed: Callable[[], None]

    def each(self, told: Callable[[msgspec.Raw, str], Event]) -> Iterator[Event]:
        """Those that `told`, which is given the source as well, can read."""
        source = f"activitywatch:{self.bucket.hostname or 'unknown'}"
        for number, raw in enumerate(self.bucket.events, start=1):
            try:
                yield told(raw, source)
            except msgspec.ValidationError as error:
                self._fault(number, shape_in_words(error))
            except ValueError as error:
                self._fault(number, str(error))
            if not number % TOLD_EVERY:
                self.progressed()

    def _fault(self, number: int, why: str) -> None:
        self.tally.unreadable.append(Fault(f"{self.name}, event {number}", why))


def _window(raw: msgspec.Raw, source: str) -> Event:
    told = _any_window.decode(raw)
    start_ms, end_ms = _times(told.timestamp, told.duration)
    data, ours = told.data, told.data.engineroom_1
    if ours is not None:
        return Event(start_ms, end_ms, data.app, data.title, ours.state, ours.off_min, ours.source or source)
    app = data.app.lower().removesuffix(".exe")  # one program has one name, whoever saw it
    return Event(start_ms, end_ms, app, data.title, State.ACTIVE, None, source)


def _presence(raw: msgspec.Raw, source: str) -> Event:
    told = _any_presence.decode(raw)
    start_ms, end_ms = _times(told.timestamp, told.duration)
    return Event(start_ms, end_ms, "", "", State.IDLE if told.data.status == "afk" else State.ACTIVE, None, source)


def _times(begun: datetime, seconds: float) -> tuple[int, int]:
    """(start, end) in UTC epoch ms; what touches before rounding touches after it."""
    start_s = begun.timestamp()
    if start_s < 0:
        raise ValueError(BEFORE_1970)
    return round(start_s * 1000), round((start_s + seconds) * 1000)


def _of_host(host: _Host, tally: Tally) -> list[Event]:
    """The windows of one host, idle where nobody was present."""
    windows, presence = without_overlap(host.windows, tally), without_overlap(host.presence, tally)
    idle = [(event.start_ms, event.end_ms) for event in presence if event.state is State.IDLE]
    return [
        event._replace(state=State.IDLE) if inside and event.off_min is None else event
        for event, inside in parts(windows, idle)
    ]


def _of_all(hosts: list[list[Event]], tally: Tally) -> list[Event]:
    """One person's hosts together: where several were in use at once, one at which somebody was present holds."""
    told = [event for host in hosts for event in host]
    attended = without_overlap([event for event in told if event.state in ATTENDED], tally)
    others = without_overlap([event for event in told if event.state not in ATTENDED], tally)
    taken = [(event.start_ms, event.end_ms) for event in attended]
    return sorted(attended + [event for event, inside in parts(others, taken) if not inside])
