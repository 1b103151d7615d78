"""What a desktop can tell, as data that a person can read; never probes it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum


class Sense(StrEnum):
    """The questions that a back-end may be able to answer."""

    WINDOW = "window"
    IDLE = "idle"
    LOCK = "lock"
    CALL = "call"
    INPUT = "input"


@dataclass(frozen=True, slots=True, kw_only=True)
class Capability:
    """Whether one question can be answered on this desktop, how, and what to do if not."""

    sense: Sense
    works: bool
    how: str
    """The source when it works, else the reason why not, in plain words."""
    remedy: str = ""
    """What a person can do about it; empty when nothing can or need be done."""
    unasked: bool = False
    """Whether it does not work because the settings do not ask for it: nothing is missing then."""


INPUT_UNASKED = Capability(
    sense=Sense.INPUT, works=False, unasked=True, how="input is not counted: the setting `input_counts` is off"
)
CALLS_UNASKED = Capability(
    sense=Sense.CALL, works=False, unasked=True, how="calls are not noticed: the setting `call_apps` names no program"
)


def with_idle_estimated(told: Iterable[Capability], idle_threshold_s: int) -> tuple[Capability, ...]:
    """`told`, saying what counts as idle where windows are seen and input is not."""
    senses = tuple(told)
    if not any(each.sense is Sense.WINDOW and each.works for each in senses):
        return senses
    minutes, rest = divmod(idle_threshold_s, 60)
    long = f"{idle_threshold_s} s" if rest else f"{minutes} min"
    added = f"; input is not seen, so no change of window or title for {long} counts as idle"
    return tuple(
        replace(each, how=each.how + added) if each.sense is Sense.IDLE and not each.works else each for each in senses
    )
