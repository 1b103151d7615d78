"""The shapes of ActivityWatch's bucket exports, with what we add to them; never reads or writes one.

ActivityWatch forgets the zone and knows neither locked nor private time nor calls: what it cannot hold, our own export
adds to the data of each event.
"""

from datetime import datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from core.span import State
from interchange.moments import FURTHEST_OFFSET_MIN

WINDOWS, PRESENCE = "currentwindow", "afkstatus"
"""Types of buckets: what was in front, and whether somebody was there."""
_THIRTY_YEARS_S = 10**9

Status = Literal["afk", "not-afk"]
Moment = Annotated[datetime, Meta(tz=True)]
Seconds = Annotated[float, Meta(ge=-_THIRTY_YEARS_S, le=_THIRTY_YEARS_S)]


class Ours(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What we know of a piece and ActivityWatch does not."""

    state: State
    off_min: Annotated[int, Meta(ge=-FURTHEST_OFFSET_MIN, le=FURTHEST_OFFSET_MIN)]
    category: str = ""
    rule: str | None = None
    source: str | None = None


class WindowData(msgspec.Struct, frozen=True, kw_only=True):
    app: str
    title: str = ""
    engineroom_1: Ours | None = None
    """Named after the version of its shape; absent in what other programs wrote."""


class PresenceData(msgspec.Struct, frozen=True, kw_only=True):
    status: Status


class WindowEvent(msgspec.Struct, frozen=True, kw_only=True):
    timestamp: Moment
    duration: Seconds
    data: WindowData


class PresenceEvent(msgspec.Struct, frozen=True, kw_only=True):
    timestamp: Moment
    duration: Seconds
    data: PresenceData


class Bucket(msgspec.Struct, frozen=True, kw_only=True):
    """Its events are decoded one by one, so that a broken one costs nothing but itself."""

    type: str = ""
    hostname: str = ""
    events: list[msgspec.Raw] = []


class Export(msgspec.Struct, frozen=True, kw_only=True):
    """A file of buckets by their ids, or of a single one."""

    buckets: dict[str, Bucket] = {}
    id: str = "the bucket"
    type: str = ""
    hostname: str = ""
    events: list[msgspec.Raw] = []
