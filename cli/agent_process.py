"""The agent process: constructs everything that records, runs it, and takes it down in order; never uses Qt."""

import argparse
import logging
import sys

from agent.answers import Answers
from agent.endings import Endings
from agent.heartbeat import Folding
from agent.jobs import Jobs
from agent.lease import Lease, session_name
from agent.loop import Keeping, Loop
from agent.mode import mode_from_text
from agent.platforms import choose_desktop
from agent.platforms.protocols import Desktop
from agent.recorder import Recorder
from agent.sampler import Sampler
from agent.server import ControlServer
from classifiers.in_force import RulesInForce
from classifiers.redacting import RedactorInForce
from cli.desk import Desk, this_desk
from cli.notice import demand_notice
from cli.upkeep import Upkeep
from cli.waiting import wait_for
from core.clock import SystemClock, now_ms
from core.errors import NoticeNotAccepted
from core.logs import start_logging
from core.paths import make_private
from core.period import EPOCH, DayStarts
from core.record_clock import RecordClock
from core.span import GapReason
from storage.engine import open_for_writing, transaction
from storage.meta import MODE, read_day_starts, read_fact, write_day_starts, write_fact
from storage.rebuilding import make_sound
from storage.record import Record
from storage.scrubbing import note_writing

TAKEN_WITHIN_S = 5.0
"""Who waits for the lease takes it every second."""
log = logging.getLogger(__name__)


def run_agent(parsed: argparse.Namespace) -> None:
    """Record until stopped, whenever no other session records this person, once the notice was acknowledged."""
    desk = this_desk()
    make_private(desk.paths.data)
    lease = Lease(desk.paths.lease, session_name())
    with Endings() as endings:
        while wait_for(lease, endings, desk.paths.socket):
            try:
                gave_way = _record(desk, endings, parsed.seconds)
            finally:
                lease.give_back()
            if not gave_way or endings.wait(TAKEN_WITHIN_S):
                return


def _record(desk: Desk, endings: Endings, seconds: float | None) -> bool:
    """Record as the holder of the lease, and say whether it gave way to a session that is in front.

    A record that cannot be used is built again first.
    """
    rules = RulesInForce(desk.rule_places)
    loss = make_sound(desk.paths.record, desk.paths.backups, rules, now_ms())
    if loss is not None:
        print(loss, file=sys.stderr, flush=True)
    demand_notice(desk)
    start_logging(desk.paths.logs, "agent")
    if loss is not None:
        log.warning("%s", loss)
    settings = desk.config.settings
    desktop = choose_desktop(count_input=settings.input_counts, watch_calls=bool(settings.call_apps))
    try:
        return Process(desk, desktop, rules).run(endings, seconds)
    finally:
        desktop.close()


class Process:
    """Everything that one agent is made of."""

    def __init__(self, desk: Desk, desktop: Desktop, rules: RulesInForce) -> None:
        self._desk = desk
        self._desktop = desktop
        self._engine = open_for_writing(desk.paths.record)
        self._record = Record(self._engine, rules)
        redactor = RedactorInForce(rules, desk.config.settings.titles, desk.case_key())
        with transaction(self._engine) as connection:
            note_writing(connection, redactor.version)
        clock = SystemClock()
        resumed = self._record.begin(clock.read().wall_ms)
        settings = desk.config.settings
        self._day_starts = self._days(clock)
        self._recorder = Recorder(
            self._record.write,
            Folding(idle_threshold_ms=settings.idle_threshold_s * 1000, day_starts=self._day_starts),
        )
        self._recorder.avoid(resumed.taken)
        with transaction(self._engine) as connection:
            mode = mode_from_text(read_fact(connection, MODE))
        self._jobs = Jobs()
        self._loop = Loop(
            desktop=desktop,
            sampler=Sampler(desktop, redactor, desk.config.working_hours, desk.call_apps()),
            clock=clock,
            record_clock=RecordClock(resumed.until_ms),
            recorder=self._recorder,
            keeping=Keeping(
                go_back=self._record.go_back,
                keep_mode=lambda mode: self._keep(MODE, mode.as_text()),
                clock_stepped=self._jobs.clock_stepped,
                last_stop=GapReason.STOPPED if resumed.was_clean else GapReason.CRASHED,
            ),
            mode=mode,
        )
        self._upkeep = Upkeep(
            desk=desk,
            record=self._record,
            rules=rules,
            redactor=redactor,
            day_starts=self._day_starts,
            loop=self._loop,
            soon=self._jobs.soon,
        )

    def run(self, endings: Endings, seconds: float | None) -> bool:
        """Beat and answer until the end is wanted, or for so many seconds; whether it gave way to a session in front.

        Raises NoticeNotAccepted where what the person acknowledged holds no more.
        """
        endings.stop_by(self._loop.stop)
        server = ControlServer(
            self._desk.paths.socket,
            Answers(
                loop=self._loop,
                recorder=self._recorder,
                desktop=self._desktop,
                settings=self._desk.config.settings,
                day_starts=self._day_starts,
                kept=self._upkeep,
            ),
        )
        log.info("recording with the back-end %s", self._desktop.name)
        self._jobs.start(hourly=self._upkeep.hourly, daily=self._upkeep.daily)
        try:
            self._loop.run(seconds)
        finally:
            server.close()
            self._jobs.close()
            self._upkeep.close()
            self._record.end()
            log.info("stopped in order")
        if self._upkeep.notice_is_due:
            raise NoticeNotAccepted
        return self._loop.gave_way

    def _keep(self, name: str, value: str) -> None:
        with transaction(self._engine) as connection:
            write_fact(connection, name, value)

    def _days(self, clock: SystemClock) -> DayStarts:
        """When days begin on this desk; a changed setting holds from tomorrow on."""
        hour = self._desk.config.settings.day_start_hour
        now = clock.read()
        with transaction(self._engine) as connection:
            stored = read_day_starts(connection)
            starts = (
                DayStarts(((EPOCH, hour),))
                if stored is None
                else stored.changed(hour, today=stored.day_of(now.wall_ms, now.off_min))
            )
            if starts != stored:
                write_day_starts(connection, starts)
        return starts
