"""The agent's work on its record besides recording: totals, retention, backups, answers; never takes a sample."""

import logging
import threading
from collections.abc import Callable

from agent.loop import Loop
from classifiers.in_force import RulesInForce
from classifiers.redacting import RedactorInForce
from cli.desk import Desk
from cli.history_watch import HistoryWatch
from cli.notice_watch import NoticeWatch
from core.clock import MS_PER_DAY, offset_min
from core.errors import EngineroomError, MachineError
from core.paths import policy_file
from core.period import DayStarts
from reports.service import service_for
from reports.shapes import Today
from reports.shares import forget_shares
from storage.backups import back_up, is_due
from storage.copies import drop_leftovers, renew
from storage.engine import optimise, transaction
from storage.erasing import scrub
from storage.health import diagnose
from storage.losses import acknowledge_losses, news_of_losses
from storage.record import Record
from storage.rejudging import is_judged_by, judge_anew, take_over
from storage.retaining import retain, retention_on
from storage.rollups import Rollups

log = logging.getLogger(__name__)


class Upkeep:
    """Looks after one record; whatever writes to it runs between two beats of the loop."""

    def __init__(
        self,
        *,
        desk: Desk,
        record: Record,
        rules: RulesInForce,
        redactor: RedactorInForce,
        day_starts: DayStarts,
        loop: Loop,
        soon: Callable[[Callable[[], None]], None],
    ) -> None:
        """`soon` has work done on another thread."""
        self._paths = desk.paths
        self._settings = desk.config.settings
        self._record = record
        self._rules = rules
        self._day_starts = day_starts
        self._loop = loop
        self._soon = soon
        self._rollups = Rollups(record, rules)
        self._service = service_for(desk.paths.record, rules, desk.config.settings.idle_threshold_s)
        self._losses = record.revise(news_of_losses)
        self._history = HistoryWatch(record, self._service, redactor, loop)
        self._notice = NoticeWatch(desk, policy_file(), rules, loop.stop)
        self._judging = threading.Lock()
        self._judged_by: str | None = None
        """Version of the rules that the stored contexts are known to be judged by."""
        self._trouble: str | None = None
        """Why the daily work could not be done; None when it was."""

    @property
    def notice_is_due(self) -> bool:
        """Whether another notice holds than the one that was acknowledged; recording ends then."""
        return self._notice.is_due

    def ruleset(self) -> str:
        return self._rules.version

    def warnings(self) -> tuple[str, ...]:
        return tuple(said for said in (self._rules.warning, self._history.warning, self._trouble) if said)

    def losses(self) -> tuple[str, ...]:
        return tuple(str(loss) for loss in self._losses)

    def today(self) -> Today:
        self.follow_rules()
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
            self._look_after(self._loop.call(lambda: self._loop.now_ms))  # before the first beat it is the last run's
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
        if kept.totals_from is not None:
            forget_shares(self._paths.shares, kept.totals_from)

    def _build_totals(self) -> None:
        """Step by step, so that the beat goes on in between; then see what history may not hold any more."""
        self._rules.refresh()
        self._notice.look()
        self._judge_anew()
        while self._loop.call(lambda: self._rollups.build(self._loop.now_ms)):
            pass
        self._history.look()

    def _judge_anew(self) -> None:
        """Bring the contexts under the rules in force; the beat waits for the writing only."""
        with self._judging:
            if self._judged_by == self._rules.version:
                return
            with transaction(self._service.engine) as connection:
                found = None if is_judged_by(connection, self._rules) else judge_anew(connection, self._rules)
            if found is not None:
                self._loop.call(
                    lambda: self._record.revise(lambda connection: take_over(connection, self._rules, found))
                )
                log.info("rules %s hold now", found.version)
            self._judged_by = self._rules.version if found is None else found.version

    def follow_rules(self) -> None:
        """Look whether other rules hold now; what follows from them is done on another thread."""
        self._rules.refresh()
        self._notice.look()
        if self._judged_by != self._rules.version:
            self._soon(self._build_totals)
        if self._history.is_due:
            self._soon(self._history.look)
