"""Recording, paused or private, and until when; never looks at the desktop."""

import json
from dataclasses import dataclass
from typing import Literal

from core.clock import MS_PER_HOUR, MS_PER_MIN
from core.period import DayStarts, OffsetAt

ModeName = Literal["recording", "paused", "private"]


@dataclass(frozen=True, slots=True)
class Mode:
    """What a person asked for."""

    name: ModeName = "recording"
    until_ms: int | None = None
    """When it ends by itself, UTC epoch ms; None where only the person ends it."""

    def at(self, now_ms: int) -> "Mode":
        """This mode, or recording where its time is over."""
        return RECORDING if self.until_ms is not None and now_ms >= self.until_ms else self

    def as_text(self) -> str:
        return json.dumps({"name": self.name, "until_ms": self.until_ms})


RECORDING = Mode()
PRIVATE = Mode("private")


def mode_from_text(text: str | None) -> Mode:
    """The mode that `as_text` wrote; recording where nothing was written."""
    return Mode(**json.loads(text)) if text else RECORDING


def pause_for(choice: str, now_ms: int, starts: DayStarts, offset_at: OffsetAt) -> Mode:
    """The pause that one of `core.config.PauseChoice` means now."""
    if choice == "15m":
        return Mode("paused", now_ms + 15 * MS_PER_MIN)
    if choice == "1h":
        return Mode("paused", now_ms + MS_PER_HOUR)
    today = starts.day_of(now_ms, offset_at(now_ms))
    return Mode("paused", starts.bounds(today, offset_at)[1])
