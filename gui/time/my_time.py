"""Composes the pages on one's own time, day, week, month and year, and lets each open the day behind a cell."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any, NamedTuple, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core.clock import offset_min
from core.period import Period, month_of, week_of, year_of
from gui.access.record_access import CalendarRead, RecordAccess, WeekRead
from gui.background import Background
from gui.presenters.calendar import CalendarView, Measure, calendar_view
from gui.presenters.export_formats import ExportFormat
from gui.presenters.filtering import NO_FILTER, Filter, both
from gui.presenters.week import WeekView, week_view
from gui.theme import Appearance
from gui.time.calendar import CalendarPage
from gui.time.export_button import ExportButton
from gui.time.time_pages import TimeEntry, TimePage, TimePages
from gui.time.turn_row import TurnRow
from gui.time.turning import Shown, Turning
from gui.time.week import WeekPage

DAY = 0
"""The place of the day among the pages."""
PeriodOf = Callable[[date], Period]


class LooksAt(Protocol):
    """Shows of a day what fits, and zooms to an hour of it."""

    def __call__(self, day: date, wanted: Filter, hour: int | None = None) -> None: ...


class MadeDay(NamedTuple):
    """The day's page, what turns it, and the way to a part of a day."""

    page: TimePage
    turning: Turning[Any]
    look_at: LooksAt


class MyTime(QObject):
    """Makes each page when it is opened first."""

    export_wanted = Signal(object, object)
    """An `ExportFormat`, and the `Period` that is shown."""
    share_wanted = Signal()

    def __init__(
        self,
        appearance: Appearance,
        background: Background,
        access: RecordAccess,
        say: Callable[[str], None],
        make_day: Callable[[], MadeDay],
    ) -> None:
        """`say` shows what went wrong."""
        super().__init__()
        self._appearance = appearance
        self._background = background
        self._access = access
        self._say = say
        self._make_day = make_day
        self._turnings: list[Turning[Any]] = []
        self._made_day: MadeDay | None = None
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

    def _open_day(self, day: date, wanted: Filter = NO_FILTER, hour: int | None = None) -> None:
        if self._made_day is not None:
            self._made_day.look_at(day, wanted, hour)
            self._made_day.turning.go_to(day)
        self.pages.open(DAY)

    def _open_today(self) -> None:
        if self._made_day is not None:
            self._made_day.turning.turn(0)
        self.pages.open(DAY)

    def _day(self) -> TimePage:
        self._made_day = self._make_day()
        page = self._made_day.page
        self._begin(page.page, page.head, self._made_day.turning, lambda day: Period(day, day))
        return page

    def _week(self) -> TimePage:
        page = WeekPage(self._appearance)

        def read(first: date | None) -> tuple[WeekRead, WeekView, Filter]:
            wanted = page.box.filter
            found = self._access.week(first, wanted.matcher() if wanted else None)
            return found, week_view(found.week, offset_min, found.today), wanted

        def show(read: tuple[WeekRead, WeekView, Filter]) -> Shown:
            found, view, wanted = read
            if wanted == page.box.filter:  # asked for something else meanwhile: that is being read
                page.show_week(found.week, view)
            return Shown(found.week.days[0].day, view.is_current, any(day.strip for day in found.week.days))

        turning = Turning(
            page, self._background, read, show, self._say, step=lambda first, by: first + timedelta(weeks=by)
        )
        page.day_wanted.connect(lambda day: self._open_day(day, page.box.filter))
        page.today_wanted.connect(self._open_today)
        page.figure_wanted.connect(lambda day, wanted: self._open_day(day, both(page.box.filter, wanted)))
        page.hour_wanted.connect(lambda day, hour, wanted: self._open_day(day, both(page.box.filter, wanted), hour))
        page.filter_wanted.connect(lambda _wanted: turning.read())
        self._begin(page, page.head, turning, week_of)
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

    def _calendar(self, head: TurnRow, months: int, period_of: PeriodOf) -> TimePage:
        page = CalendarPage(self._appearance, head, months=months)

        def show(read: tuple[CalendarRead, dict[Measure, CalendarView]]) -> Shown:
            found, views = read
            page.show_calendar(views)
            return Shown(found.calendar.period.first, found.today in found.calendar.period, bool(found.calendar.by_day))

        def step(first: date, by: int) -> date:
            period = period_of(first)
            return period_of(period.last + timedelta(days=1) if by > 0 else first - timedelta(days=1)).first

        def read(first: date | None) -> tuple[CalendarRead, dict[Measure, CalendarView]]:
            found = self._access.calendar(first, period_of)
            return found, {measure: calendar_view(found.calendar, measure, found.today) for measure in Measure}

        turning = Turning(page, self._background, read, show, self._say, step=step)
        page.day_wanted.connect(self._open_day)
        page.today_wanted.connect(self._open_today)
        self._begin(page, head, turning, period_of)
        return TimePage(page, head)

    def _begin(self, page: QWidget, head: TurnRow, turning: Turning[Any], period_of: PeriodOf) -> None:
        export = ExportButton(self._appearance, page)
        export.wanted.connect(partial(self._export, turning, period_of))
        export.share_wanted.connect(self.share_wanted)
        turning.turned.connect(lambda shown: export.setEnabled(shown.has_data))
        head.row.addWidget(export)
        self._turnings.append(turning)
        head.turned.connect(turning.turn)
        turning.read()

    def _export(self, turning: Turning[Any], period_of: PeriodOf, kind: ExportFormat) -> None:
        if turning.shown is not None:
            self.export_wanted.emit(kind, period_of(turning.shown))
