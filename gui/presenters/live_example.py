"""What the notice shows of this very computer while it is read: the latest windows, and what the desktop lacks yet."""

from collections import deque
from dataclasses import dataclass, replace

from core.capability import Capability, Sense
from core.example import Example, OffHours, Senses, Told
from core.span import State
from core.wording import retell, translate
from gui.presenters.durations import NOTHING, time_of_day

ROWS = 4
NEEDED = (Sense.WINDOW, Sense.IDLE)
"""Without these there is little to record; the others are as they are."""


@dataclass(frozen=True, slots=True)
class ExampleRow:
    """What would be stored of one moment, in words."""

    time: str
    app: str
    title: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something that the person has to do before this desktop can be seen."""

    what: str
    remedy: str
    done: bool
    installs: bool
    """Whether installing our extension does it."""


class LiveExample:
    """Hears what is told of the desktop, and keeps the little of it that is shown."""

    def __init__(self) -> None:
        self._rows: deque[ExampleRow] = deque(maxlen=ROWS)
        self._steps: dict[Sense, Step] = {}
        self._off_hours = False
        self._given_up: str | None = None

    def give_up(self, reason: str) -> None:
        """Nothing more will be told."""
        self._given_up = reason

    def hear(self, told: Told) -> None:
        self._given_up = None
        if isinstance(told, Example):
            self._off_hours = False
            self._rows.append(_row(told))
        elif isinstance(told, OffHours):
            self._off_hours = True
        else:
            self._learn(told)

    @property
    def rows(self) -> tuple[ExampleRow, ...]:
        """The latest last."""
        return tuple(self._rows)

    @property
    def steps(self) -> tuple[Step, ...]:
        """Those that were ever lacking while the notice was open: what was done stays, with its tick."""
        return tuple(self._steps.values())

    @property
    def hint(self) -> str:
        """What to do to see more, or why there is nothing to see."""
        if self._off_hours:
            return translate("Example", "Outside the working hours nothing is looked at, not even for an example.")
        if self._given_up is not None:
            return translate("Example", "No example can be shown here. {reason}").format(reason=self._given_up).strip()
        if self._rows:
            return translate("Example", "Switch to other windows and come back: each change appears here.")
        if any(not step.done for step in self.steps):
            return translate("Example", "An example appears here as soon as this desktop shows its windows.")
        return translate("Example", "Looking at the window in front …")

    def _learn(self, senses: Senses) -> None:
        known = {sense.sense: sense for sense in senses.told}
        for sense in NEEDED:
            if sense in self._steps:
                self._steps[sense] = _again(self._steps[sense], known.get(sense), senses)
            elif (lacking := known.get(sense)) is not None and not lacking.works and lacking.remedy:
                says_the_same = _step(lacking, senses).remedy in {step.remedy for step in self.steps}
                if not says_the_same:
                    self._steps[sense] = _step(lacking, senses)


def _again(step: Step, now: Capability | None, senses: Senses) -> Step:
    if now is None or now.works or not now.remedy:
        return replace(step, done=True)
    return _step(now, senses)


def _step(lacking: Capability, senses: Senses) -> Step:
    remedy = retell(lacking.remedy)
    return Step(
        what=retell(lacking.how),
        remedy=remedy[:1].upper() + remedy[1:],
        done=False,
        installs=senses.has_extension and lacking.sense is Sense.WINDOW,
    )


def _row(told: Example) -> ExampleRow:
    is_private = told.state is State.PRIVATE
    return ExampleRow(
        time=time_of_day(told.at_ms, told.off_min),
        app=told.app or NOTHING,
        title=translate("Example", "private: only that time passed") if is_private else told.title or NOTHING,
        state=_state(told),
    )


def _state(told: Example) -> str:
    if told.state is State.IDLE:
        return translate("Example", "idle since {time}").format(time=time_of_day(told.since_ms, told.off_min))
    return {
        State.ACTIVE: translate("Example", "active"),
        State.CALL: translate("Example", "in a call"),
        State.LOCKED: translate("Example", "locked"),
        State.PRIVATE: translate("Example", "private"),
    }[told.state]
