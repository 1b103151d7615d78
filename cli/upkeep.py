"""The agent's work on its record besides recording: totals, retention, backups, answers; never takes a sample."""

import logging

from agent.loop import Loop
from classifiers.in_force import RulesInForce
from cli.desk import Desk
from core.clock import MS_PER_DAY, offset_min
from core.errors import EngineroomError, MachineError
from core.period import DayStarts
from reports.service import service_for
from reports.shapes import Today
from storage.backups import back_up, is_due
from storage.copies import drop_leftovers, renew
from storage.engine import optimise
from storage.erasing import scrub
from storage.health import diagnose
from storage.losses import acknowledge_losses, news_of_losses
from storage.record import Record
from storage.rejudging import rejudge
from storage.retaining import retain, retention_on
from storage.rollups import Rollups

log = logging.getLogger(__name__)


class Upkeep:
    """Looks after one record; whatever writes to it runs between two beats of the loop."""

    def __init__(self, desk: Desk, record: Record, rules: RulesInForce, day_starts: DayStarts, loop: Loop) -> None:
        self._paths = desk.paths
        self._settings = desk.config.settings
        self._record = record
        self._rules = rules
        self._day_starts = day_starts
        self._loop = loop
        self._rollups = Rollups(record.engine, rules)
        self._service = service_for(desk.paths.record, rules, desk.config.settings.idle_threshold_s)
        self._losses = record.revise(news_of_losses)
        self._trouble: str | None = None
        """Why the daily work could not be done; None when it was."""

    def ruleset(self) -> str:
        return self._rules.version

    def warnings(self) -> tuple[str, ...]:
        lost = (f"{loss} — `engineroom status --acknowledge` puts this away" for loss in self._losses)
        return (*(said for said in (self._rules.warning, self._trouble) if said), *lost)

    def today(self) -> Today:
        self._follow_rules()
        now_ms = self._loop.now_ms
        return self._service.today(self._service.today_is(now_ms), now_ms)

    def acknowledge(self) -> None:
        now_ms = self._loop.now_ms
        self._loop.call(lambda: self._record.revise(lambda connection: acknowledge_losses(connection, now_ms)))
        self._losses = ()

    def hourly(self) -> None:
        """Build the totals; what could not be done of the daily work is tried again."""
        self._build_totals()
        if self._trouble:
            self.daily()

    def daily(self) -> None:
        """See that the record is sound, let go of what is kept no longer, make today's copy; may run more often."""
        try:
            self._look_after(self._loop.now_ms)
        except EngineroomError as error:
            log.warning("the daily work on the record: %s", error)
            self._trouble = f"Today's care of the record waits: {error}"
        else:
            self._trouble = None

    def close(self) -> None:
        """Nothing more is asked; the record is about to be closed."""
        self._service.engine.dispose()

    def _look_after(self, now_ms: int) -> None:
        found = diagnose(self._paths.record)
        if found is not None:
            raise MachineError(
                f"The record {found.reason}", "stop the agent and start it again: it builds the record again"
            )
        self._build_totals()
        today = self._day_starts.day_of(now_ms, offset_min(now_ms))
        kept = retention_on(
            today, spans_days=self._settings.keep_spans_days, totals_months=self._settings.keep_totals_months
        )
        removed = self._loop.call(lambda: self._record.revise(lambda connection: retain(connection, kept, offset_min)))
        if removed:
            scrub(self._paths.record)
        if removed or is_due(self._paths.backups, now_ms):
            back_up(self._paths.record, self._paths.backups, now_ms)
            if kept:
                renew(self._paths.backups, lambda connection: retain(connection, kept, offset_min))
                drop_leftovers(self._paths.record, now_ms - MS_PER_DAY)
        self._loop.call(lambda: optimise(self._record.engine))

    def _build_totals(self) -> None:
        """Step by step, so that the beat goes on in between."""
        self._follow_rules()
        while self._loop.call(lambda: self._rollups.build(self._loop.now_ms)):
            pass

    def _follow_rules(self) -> None:
        if self._rules.refresh():
            self._loop.call(lambda: rejudge(self._record.engine, self._rules))
            log.info("rules %s hold now", self._rules.version)
