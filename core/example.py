"""What the notice tells of this very desktop while somebody reads it; only ever shown, never stored."""

import msgspec

from core.capability import Capability
from core.span import State


class Example(msgspec.Struct, frozen=True, kw_only=True, tag="example"):
    """What would be stored of this moment."""

    at_ms: int
    """UTC epoch ms."""
    off_min: int
    app: str
    title: str
    state: State
    since_ms: int
    """When the last input was; UTC epoch ms."""


class Senses(msgspec.Struct, frozen=True, kw_only=True, tag="senses"):
    """What this desktop can tell."""

    told: tuple[Capability, ...]
    has_extension: bool = False
    """Whether an extension of ours can make it tell of its windows."""


class OffHours(msgspec.Struct, frozen=True, tag="off-hours"):
    """Outside the working hours nothing is looked at, not even for an example."""


Told = Example | Senses | OffHours
