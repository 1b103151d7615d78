"""What the windows learn from record, rules and shared files, off the UI thread; the closed tray never imports it."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from core.category import Category
from core.clock import now_ms, offset_min, zone_name
from core.config import Config, load_config
from core.errors import UserError
from core.judge import Correction
from core.paths import Paths
from core.period import DayStarts, Period, last_weeks, week_of
from core.wording import translate
from gui.access.explain_access import ExplainAccess, SaidAgain
from gui.access.open_record import opened_record
from gui.command import run_engineroom
from reports.shapes import Day, Timeline
from reports.shared_folder import expected_people, read_totals, write_totals
from reports.shares import Share, note_share
from reports.sharing import SharedTotals
from reports.team import TeamPage, team_page
from reports.week import Calendar, Matches, Week, WeekDay

if TYPE_CHECKING:
    from agent.correcting import Corrected, Correcting
    from classifiers.in_force import RulesInForce
    from core.notice import Notice
    from reports.service import ReportService

WEEKS_SHARED = 4
WEEKS_IN_USE = 4


@dataclass(frozen=True, slots=True)
class DayRead:
    """One day as it was read."""

    day: Day
    now_ms: int | None
    """When it was read, on the day under way; None on others."""
    today: date


@dataclass(frozen=True, slots=True)
class WeekRead:
    """One week as it was read."""

    week: Week
    today: date


@dataclass(frozen=True, slots=True)
class CalendarRead:
    """One month or year as it was read."""

    calendar: Calendar
    today: date


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

    def notice(self) -> "Notice":
        from classifiers.in_force import RulesInForce  # late, as in `open_record`
        from classifiers.redacting import effects_of_others
        from classifiers.rule_places import RulePlaces
        from core.notice import notice_for

        rules = RulesInForce(RulePlaces.of(self.paths))
        return notice_for(self.config(), effects_of_others(rules.ruleset.rules), translate)

    def note_notice_shown(self, notice: "Notice") -> None:
        run_engineroom("notice", "show", "--hash", notice.hash)

    def accept_notice(self, notice: "Notice") -> None:
        run_engineroom("notice", "accept", "--hash", notice.hash)

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

    def week(self, first: date | None, matches: Matches | None = None) -> WeekRead:
        """The week from the Monday `first` on, or the one under way for None; its numbers are of what matches."""
        now = now_ms()
        if not self.paths.record.exists():
            today = DayStarts().day_of(now, offset_min(now))
            return WeekRead(_empty_week(first or week_of(today).first), today)
        with self._service() as (service, _rules):
            today = service.today_is(now)
            return WeekRead(service.week(first or week_of(today).first, now, matches), today)

    def categories(self) -> tuple[Category, ...]:
        """Those of the last weeks, the longest first, then those that the rules name besides."""
        if not self.paths.record.exists():
            return ()
        now = now_ms()
        with self._service() as (service, rules):
            report = service.report(last_weeks(service.today_is(now), WEEKS_IN_USE), "category", now)
            named = {rule.category for rule in rules.ruleset.rules if rule.category}
        used = [Category(row.key) for row in report.rows]
        return tuple(dict.fromkeys([*used, *sorted(named)]))

    def correct(self, stretches: Sequence[tuple[int, int]], category: Category) -> "Corrected":
        """Let these stretches have been `category`; raises UserError where that cannot be said."""
        return self._correcting().correct(stretches, category)

    def take_back(self, numbers: Sequence[int]) -> tuple[Correction, ...]:
        """Let these corrections hold no more; what they said. Raises UserError where one does not hold."""
        return tuple(undone.said for undone in self._correcting().take_back(numbers))

    def say_again(self, said: Sequence[Correction]) -> "tuple[Corrected | SaidAgain, ...]":
        """What was taken back shall hold after all."""
        correcting, explaining = self._correcting(), ExplainAccess(paths=self.paths, policy=self.policy)
        return tuple(
            correcting.correct([(one.start_ms, one.end_ms)], one.category, one.why)
            if one.answer is None
            else explaining.say_again(one)
            for one in said
        )

    def _correcting(self) -> "Correcting":
        from agent.correcting import Correcting
        from classifiers.in_force import RulesInForce
        from classifiers.rule_places import RulePlaces

        return Correcting(paths=self.paths, config=self.config(), judge=RulesInForce(RulePlaces.of(self.paths)))

    def calendar(self, first: date | None, period_of: Callable[[date], Period]) -> CalendarRead:
        """The days of the month or year around `first`, or of the one under way for None."""
        now = now_ms()
        if not self.paths.record.exists():
            today = DayStarts().day_of(now, offset_min(now))
            return CalendarRead(Calendar(period=period_of(first or today), by_day={}), today)
        with self._service() as (service, _rules):
            today = service.today_is(now)
            return CalendarRead(service.calendar(period_of(first or today), now), today)

    def totals_to_share(self) -> Proposal:
        """Exactly what would be written; raises UserError where there is nothing."""
        from core.identity import device_name

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

    def share(self, folder: str, totals: SharedTotals) -> Path:
        written = write_totals(Path(folder), totals)
        note_share(self.paths.shares, Share(to=str(written), totals=totals))
        return written

    @staticmethod
    def team(folder: str) -> TeamPage:
        shared, unreadable = read_totals(Path(folder))
        return team_page(shared, expected_people(Path(folder)), unreadable, now_ms())

    def _service(self) -> "AbstractContextManager[tuple[ReportService, RulesInForce]]":
        return opened_record(self.paths, self.config())


def _read(day: Day, today: date, now: int) -> DayRead:
    return DayRead(day, now if day.timeline.day == today else None, today)


def _empty_week(monday: date) -> Week:
    days = (monday + timedelta(days=number) for number in range(7))
    return Week(
        days=tuple(WeekDay(day=day, strip=(), by_kind=(), recorded_ms=0, gap_ms=0) for day in days),
        hours={},
        usual=None,
        timezone=zone_name(),
        ruleset="",
    )


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
