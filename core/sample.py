"""What was seen at one instant, raw and redacted; never looks itself."""

import msgspec

from core.span import NO_INPUT, NOTHING_SHOWN, Context, InputCount, State


class Window(msgspec.Struct, frozen=True, kw_only=True):
    """The window in front, with its raw title: lives in memory only, until it is redacted."""

    app: str
    title: str


class Sight(msgspec.Struct, frozen=True, kw_only=True):
    """What a back-end sees when it looks; raw."""

    window: Window | None
    """None when no window is in front."""
    idle_ms: int | None
    """Milliseconds since the last input; None when the desktop does not tell."""
    locked: bool = False
    microphone: frozenset[str] = frozenset()
    """Every name of the programs that hold a microphone."""
    input: InputCount = NO_INPUT
    """What was counted since the look before."""


class Sample(msgspec.Struct, frozen=True, kw_only=True):
    """One observation of the desktop at one instant, redacted."""

    at_ms: int
    """The record's time, UTC epoch ms."""
    off_min: int
    context: Context = NOTHING_SHOWN
    case: str | None = None
    """The token of the work item whose identifier the title showed."""
    idle_ms: int = 0
    """Milliseconds since the last input."""
    private: bool = False
    locked: bool = False
    in_call: bool = False
    input: InputCount = NO_INPUT
    """What was counted since the sample before."""

    def state(self, idle_threshold_ms: int) -> State:
        """The first state that holds, in the order of `State`."""
        if self.private:
            return State.PRIVATE
        if self.locked:
            return State.LOCKED
        if self.in_call:
            return State.CALL
        return State.IDLE if self.idle_ms >= idle_threshold_ms else State.ACTIVE
