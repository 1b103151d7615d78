"""What the windows learn from record, rules and shared files, off the UI thread; the closed tray never imports it."""

import contextlib
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from agent.control import Request, Status, ask
from classifiers.in_force import RulesInForce
from classifiers.redacting import effects_of_others
from classifiers.rule_places import RulePlaces
from core.clock import now_ms, offset_min, zone_name
from core.config import Config, load_config
from core.errors import EngineroomError, MachineError, UserError
from core.identity import device_name
from core.notice import Notice, notice_for
from core.paths import Paths
from core.period import DayStarts, last_weeks
from gui.agent_process import engineroom_command, source_folder
from reports.service import ReportService, service_for
from reports.shapes import Day, Timeline
from reports.shared_folder import expected_people, read_totals, write_totals
from reports.sharing import SharedTotals
from reports.team import TeamPage, team_page

WEEKS_SHARED = 4
COMMAND_WITHIN_S = 60


@dataclass(frozen=True, slots=True)
class DayRead:
    """One day as it was read."""

    day: Day
    now_ms: int | None
    """When it was read, on the day under way; None on others."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What could be shared."""

    totals: SharedTotals
    folder: str
    """Where the settings say it should go; empty where they do not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordAccess:
    """Each call opens what it needs and closes it again; all but `config` and `notice` may take a while."""

    paths: Paths
    policy: Path

    def config(self) -> Config:
        return load_config(self.paths.settings, self.policy)

    def notice(self) -> Notice:
        rules = RulesInForce(RulePlaces.of(self.paths))
        return notice_for(self.config(), effects_of_others(rules.ruleset.rules))

    def note_notice_shown(self) -> None:
        _engineroom("notice", "show")

    def accept_notice(self) -> None:
        _engineroom("notice", "accept")

    def day(self, day: date | None) -> DayRead:
        """`day`, or the one under way for None; without a record it is an empty day."""
        now = now_ms()
        if not self.paths.record.exists():
            today = DayStarts().day_of(now, offset_min(now))
            return _read(_empty_day(day or today), today, now)
        with self._service() as (service, _rules):
            today = service.today_is(now)
            wanted = day or today
            return _read(service.day(wanted, now if wanted == today else None), today, now)

    def totals_to_share(self) -> Proposal:
        """Exactly what would be written; raises UserError where there is nothing."""
        config = self.config()
        now = now_ms()
        with self._service() as (service, rules):
            period = last_weeks(service.today_is(now), WEEKS_SHARED)
            totals = SharedTotals(
                person=config.person,
                device=device_name(),
                written_ms=now,
                timezone=zone_name(),
                idle_threshold_s=config.settings.idle_threshold_s,
                ruleset=rules.version,
                days=service.shared_days(period, rules.ruleset.org_category_names, config.settings.share_detail, now),
            )
        if not totals.days:
            raise UserError("There is nothing to share yet", "record for a while first")
        return Proposal(totals, config.settings.share_folder)

    @staticmethod
    def share(folder: str, totals: SharedTotals) -> Path:
        return write_totals(Path(folder), totals)

    @staticmethod
    def team(folder: str) -> TeamPage:
        shared, unreadable = read_totals(Path(folder))
        return team_page(shared, expected_people(Path(folder)), unreadable, now_ms())

    @contextlib.contextmanager
    def _service(self) -> Iterator[tuple[ReportService, RulesInForce]]:
        """Answers from the record, to which a running agent has first written what it knows."""
        with contextlib.suppress(EngineroomError):
            ask(self.paths.socket, Request("save"), Status)
        rules = RulesInForce(RulePlaces.of(self.paths))
        service = service_for(self.paths.record, rules, self.config().settings.idle_threshold_s)
        try:
            yield service, rules
        finally:
            service.engine.dispose()


def _read(day: Day, today: date, now: int) -> DayRead:
    return DayRead(day, now if day.timeline.day == today else None)


def _empty_day(day: date) -> Day:
    start_ms, end_ms = DayStarts().bounds(day, offset_min)
    return Day(
        timeline=Timeline(day=day, pieces=(), gaps=()),
        start_ms=start_ms,
        end_ms=end_ms,
        timezone=zone_name(),
        by_kind=(),
        by_category=(),
        recorded_ms=0,
        gap_ms=0,
        longest_stretch_ms=0,
        switches_per_hour=0.0,
        ruleset="",
    )


def _engineroom(*words: str) -> None:
    """Let the command line do it, so that the notice has one gate; raises MachineError with its last line."""
    done = subprocess.run(
        engineroom_command(*words),
        cwd=source_folder(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=COMMAND_WITHIN_S,
        check=False,
    )
    if done.returncode:
        said = done.stderr.strip().splitlines() or [f"exit code {done.returncode}"]
        raise MachineError(f"`engineroom {' '.join(words)}` failed: {said[-1]}", "run it in a terminal to see more")
