"""What the agent says and does when tray or commands ask; never opens the record itself."""

import os
from typing import Literal, Protocol

import msgspec

from agent.control import IN_FRONT, Request, Sensed, Status
from agent.lease import session_name
from agent.loop import Loop
from agent.mode import PRIVATE, RECORDING, Mode, pause_for
from agent.platforms.protocols import Desktop
from agent.recorder import Recorder
from core.capability import with_idle_estimated
from core.clock import offset_min
from core.config import Settings, demand_pause
from core.errors import UserError
from core.period import DayStarts
from core.version import VERSION

ModeShown = Literal["recording", "paused", "private", "blocked", "off-hours"]


class KeptRecord(Protocol):
    """Whoever looks after the record on disk and answers from it; may be asked on any thread."""

    def ruleset(self) -> str:
        """Version of the rules in force."""
        ...

    def warnings(self) -> tuple[str, ...]:
        """What a person should know of record and rules."""
        ...

    def losses(self) -> tuple[str, ...]:
        """What was lost of the record and the person has not read of."""
        ...

    def today(self) -> msgspec.Struct:
        """The day under way, summed up."""
        ...

    def follow_rules(self) -> None:
        """The rule files are others than before; brings the record under them in the background."""
        ...

    def acknowledge(self) -> None:
        """The person has read of what was lost."""
        ...


class Answers:
    """Answers one request at a time, on the thread that asks; everything that changes happens on the loop's."""

    def __init__(
        self,
        *,
        loop: Loop,
        recorder: Recorder,
        desktop: Desktop,
        settings: Settings,
        day_starts: DayStarts,
        kept: KeptRecord,
    ) -> None:
        self._loop = loop
        self._recorder = recorder
        self._desktop = desktop
        self._settings = settings
        self._day_starts = day_starts
        self._kept = kept

    def __call__(self, request: Request) -> msgspec.Struct:
        if request.do == "today":
            self._loop.call(self._loop.save)
            return self._kept.today()
        if request.do == "stop":
            self._loop.call(self._loop.save)
            status = self._loop.call(self._status)
            self._loop.stop()
            return status
        if request.do == "give-way":
            self._loop.call(lambda: self._loop.give_way(to_one_in_front=request.choice == IN_FRONT))
        elif request.do == "save":
            self._loop.call(self._loop.save)
        elif request.do == "acknowledge":
            self._kept.acknowledge()
        elif request.do == "follow":
            self._kept.follow_rules()
        elif request.do != "status":
            mode = self._asked(request)
            self._loop.call(lambda: self._loop.change_mode(mode))
        return self._loop.call(self._status)

    def _asked(self, request: Request) -> Mode:
        if request.do == "pause":
            demand_pause(self._settings, request.choice)
            return pause_for(request.choice, self._loop.now_ms, self._day_starts, offset_min)
        if request.do == "private":
            if not self._settings.private_allowed:
                raise UserError("The policy allows no private time", "pause instead, or ask who manages this desk")
            return PRIVATE
        return RECORDING

    def _status(self) -> Status:
        app, title = self._recorder.shown
        senses = with_idle_estimated(self._desktop.capabilities(), self._settings.idle_threshold_s)
        state = self._recorder.state
        return Status(
            pid=os.getpid(),
            version=VERSION,
            session=session_name(),
            backend=self._desktop.name,
            mode=self._mode(),
            state=state.value if state else None,
            app=app,
            title=title,
            last_sample_ms=self._loop.last_sample_ms,
            mode_until_ms=self._loop.off_until_ms if self._mode() == "off-hours" else self._loop.mode.until_ms,
            ruleset=self._kept.ruleset(),
            warnings=[
                *(said for said in (self._loop.blocked, self._recorder.warning) if said),
                *self._kept.warnings(),
            ],
            losses=list(self._kept.losses()),
            senses=[Sensed(c.sense.value, c.works, c.how, c.remedy, c.unasked) for c in senses],
            pause_choices=list(self._settings.pause_choices),
            private_allowed=self._settings.private_allowed,
        )

    def _mode(self) -> ModeShown:
        mode = self._loop.mode.name
        if mode == "paused":
            return mode
        if self._loop.off_until_ms is not None:
            return "off-hours"
        return "blocked" if self._loop.blocked else mode
