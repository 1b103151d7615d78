"""Composes the pages on one's own time, day, week, month and year, and lets each open the day behind a cell."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from core.clock import offset_min
from core.period import Period, month_of, year_of
from gui.background import Background
from gui.calendar import CalendarPage
from gui.presenters.calendar import CalendarView, Measure, calendar_view
from gui.presenters.week import week_view
from gui.record_access import CalendarRead, DayRead, RecordAccess, WeekRead
from gui.theme import Appearance
from gui.time_pages import TimeEntry, TimePage, TimePages
from gui.turn_row import TurnRow
from gui.turning import Shown, Turning
from gui.week import WeekPage

DAY = 0
"""The place of the day among the pages."""


class MyTime(QObject):
    """Makes each page when it is opened first."""

    def __init__(
        self,
        appearance: Appearance,
        background: Background,
        access: RecordAccess,
        say: Callable[[str], None],
        make_day: Callable[[], tuple[TimePage, Turning[DayRead]]],
    ) -> None:
        """`make_day` gives the day's page, and what turns it; `say` shows what went wrong."""
        super().__init__()
        self._appearance = appearance
        self._background = background
        self._access = access
        self._say = say
        self._make_day = make_day
        self._turnings: list[Turning[Any]] = []
        self._day_turning: Turning[DayRead] | None = None
        self.pages = TimePages(
            appearance,
            (
                TimeEntry(self.tr("Day"), self._day),
                TimeEntry(self.tr("Week"), self._week),
                TimeEntry(self.tr("Month"), self._month),
                TimeEntry(self.tr("Year"), self._year),
            ),
        )
        self.setParent(self.pages)

    def read(self) -> None:
        """Read again what is shown: something of it was put right."""
        for turning in self._turnings:
            turning.read()

    def _open_day(self, day: date) -> None:
        if self._day_turning is not None:
            self._day_turning.go_to(day)
        self.pages.open(DAY)

    def _day(self) -> TimePage:
        page, self._day_turning = self._make_day()
        self._begin(page.head, self._day_turning)
        return page

    def _week(self) -> TimePage:
        page = WeekPage(self._appearance)

        def show(read: WeekRead) -> Shown:
            view = week_view(read.week, offset_min, read.today)
            page.show_week(read.week, view)
            return Shown(read.week.days[0].day, view.is_current)

        turning = Turning(
            page,
            self._background,
            self._access.week,
            show,
            self._say,
            step=lambda first, by: first + timedelta(weeks=by),
        )
        page.day_wanted.connect(self._open_day)
        self._begin(page.head, turning)
        return TimePage(page, page.head)

    def _month(self) -> TimePage:
        head = TurnRow(
            self._appearance,
            before=self.tr("Month before"),
            now=self.tr("This month"),
            after=self.tr("Month after"),
        )
        return self._calendar(head, 1, month_of)

    def _year(self) -> TimePage:
        head = TurnRow(
            self._appearance, before=self.tr("Year before"), now=self.tr("This year"), after=self.tr("Year after")
        )
        return self._calendar(head, 12, year_of)

    def _calendar(self, head: TurnRow, months: int, period_of: Callable[[date], Period]) -> TimePage:
        page = CalendarPage(self._appearance, head, months=months)

        def show(read: CalendarRead) -> Shown:
            page.show_calendar(partial(_view, read))
            return Shown(read.calendar.period.first, read.today in read.calendar.period)

        def step(first: date, by: int) -> date:
            period = period_of(first)
            return period_of(period.last + timedelta(days=1) if by > 0 else first - timedelta(days=1)).first

        def read(first: date | None) -> CalendarRead:
            return self._access.calendar(first, period_of)

        turning = Turning(page, self._background, read, show, self._say, step=step)
        page.day_wanted.connect(self._open_day)
        self._begin(head, turning)
        return TimePage(page, head)

    def _begin(self, head: TurnRow, turning: Turning[Any]) -> None:
        self._turnings.append(turning)
        head.turned.connect(turning.turn)
        turning.read()


def _view(read: CalendarRead, measure: Measure) -> CalendarView:
    return calendar_view(read.calendar, measure, read.today)
