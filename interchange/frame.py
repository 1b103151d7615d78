"""What an export says beside its pieces: from which desk, when, and in which local time; never holds a piece."""

from dataclasses import dataclass

from core.period import OffsetAt


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The occasion of one export."""

    device: str
    at_ms: int
    """When it is made, UTC epoch ms."""
    offset_at: OffsetAt
    """Local time, for gaps: nobody was there to see a clock."""
