"""Composes each page of the main window when it is opened first; never opens one, and knows no other window."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QWidget

from core.category import Category
from core.clock import offset_min
from core.errors import EngineroomError
from gui.access.correcting import Correcting
from gui.access.explain_access import ExplainAccess
from gui.access.record_access import RecordAccess
from gui.background import Background
from gui.presenters.day import DayView, day_view
from gui.presenters.picking import Between
from gui.presenters.wide_verbs import About
from gui.righting.explaining import Explaining
from gui.righting.meetings import Meetings
from gui.righting.rule_at_once import RuleAtOnce
from gui.rules.rule_from_selection import RuleFromSelection
from gui.theme import Appearance
from gui.time.day import DayPage
from gui.time.my_time import MadeDay, MyTime
from gui.time.time_pages import TimePage
from gui.time.turning import Shown, Turning
from gui.tray.agent_link import AgentLink
from gui.window import PageEntry

if TYPE_CHECKING:
    from core.notice import Notice
    from gui.access.rule_access import RuleAccess
    from gui.rules.rules import Rules


class House(Protocol):
    """What a page may ask of whoever has the windows."""

    def open_page(self, key: str) -> None: ...
    def share(self) -> None: ...
    def say(self, text: str) -> None: ...
    def complain(self, error: EngineroomError) -> None: ...


class Pages(QObject):
    """All of them work on one record, and whatever is put right on one is read again on the others."""

    def __init__(
        self,
        house: House,
        *,
        appearance: Appearance,
        background: Background,
        link: AgentLink,
        access: RecordAccess,
        correcting: Correcting,
        memory: QSettings,
    ) -> None:
        super().__init__()
        self._house = house
        self._appearance = appearance
        self._background = background
        self._link = link
        self._access = access
        self._correcting = correcting
        self._memory = memory
        self._rule_editor: Rules | None = None
        self._rule_at_once = RuleAtOnce(appearance, correcting, access, self._rule_access)
        writing = ExplainAccess(paths=access.paths, policy=access.policy)
        self._explaining = Explaining(appearance, background, writing, correcting, access.day)
        self._meetings = Meetings(memory)

    def enter(self) -> None:
        """The form for an entry of today."""
        self._explaining.enter()

    def make_rule(self, stretches: Sequence[Between], about: About, category: Category) -> None:
        """Let these stretches have been `category`, and whatever is like them from now on."""
        self._rule_at_once.make(stretches, about, category)

    def choose_team(self, folder: str) -> None:
        """Whose totals the supervisor's page shows from now on: those in this folder."""
        from gui.team.team_reading import TEAM_FOLDER

        self._memory.setValue(TEAM_FOLDER, folder)

    def entries(self) -> list[PageEntry]:
        """In the order of the navigation."""
        mine, team = self.tr("Mine"), self.tr("Team")
        return [
            PageEntry(key="day", group=mine, name=self.tr("My time"), mark="clock", make=self._make_my_time),
            PageEntry(key="rules", group=mine, name=self.tr("Rules"), mark="rules", make=lambda: self._rules().page),
            PageEntry(key="my-data", group=mine, name=self.tr("My data"), mark="table", make=self._make_my_data),
            PageEntry(key="notice", group=mine, name=self.tr("Notice"), mark="document", make=self._make_notice),
            PageEntry(
                key="supervisor", group=team, name=self.tr("Supervisor's page"), mark="people", make=self._make_team
            ),
        ]

    def _make_my_time(self) -> QWidget:
        from gui.time.exporting import Exporting

        my_time = MyTime(self._appearance, self._background, self._access, self._house.say, self._make_day)
        my_time.share_wanted.connect(self._house.share)
        exporting = Exporting(self._background, self._house.say, self._house.complain)
        exporting.setParent(my_time)
        my_time.export_wanted.connect(partial(exporting.begin, my_time.pages))
        self._correcting.changed.connect(my_time.read)
        return my_time.pages

    def _make_day(self) -> MadeDay:
        page = DayPage(self._appearance)
        page.notice_wanted.connect(lambda: self._house.open_page("notice"))
        page.take_back_wanted.connect(self._correcting.take_back)
        self._correcting.serve(page)
        RuleFromSelection(page, self._appearance).wanted.connect(self._begin_rule)
        self._rule_at_once.offer(page)
        gaps = self._explaining.card_on(page)
        self._meetings.offer(gaps)

        def read(day: date | None) -> DayView:
            found = self._access.day(day)
            planned = self._meetings.file.between(found.day.start_ms, found.day.end_ms)
            return day_view(found.day, self._link.agent, offset_min, found.now_ms, planned, found.today)

        def show(view: DayView) -> Shown:
            page.show_view(view)
            gaps.show_questions(view.questions)
            return Shown(view.selectable.timeline.day, view.is_today, view.empty is None)

        turning = Turning(
            page, self._background, read, show, self._house.say, step=lambda day, by: day + timedelta(days=by)
        )
        self._meetings.changed.connect(turning.read)
        return MadeDay(TimePage(page, page.head), turning, page.look_at)

    def _rules(self) -> "Rules":
        if self._rule_editor is None:
            from gui.rules.rules import Rules  # late, as are all pages that are opened seldom

            self._rule_editor = Rules(self._appearance, self._background, self._rule_access())
            self._rule_editor.saved.connect(self._correcting.changed)
        return self._rule_editor

    def _rule_access(self) -> "RuleAccess":
        from gui.access.rule_access import RuleAccess

        return RuleAccess(paths=self._access.paths, policy=self._access.policy)

    def _begin_rule(self, app: str, word: str) -> None:
        self._house.open_page("rules")
        self._rules().begin_rule(app, word)

    def _make_my_data(self) -> QWidget:
        from gui.access.own_data_access import OwnDataAccess
        from gui.own_data.my_data import MyData

        access = OwnDataAccess(paths=self._access.paths, policy=self._access.policy)
        my_data = MyData(self._appearance, self._background, access, self._correcting, self._link)
        my_data.day_wanted.connect(lambda: self._house.open_page("day"))
        my_data.erased.connect(self._correcting.changed)
        return my_data.page

    def _make_notice(self) -> QWidget:
        from gui.notice.notice_copying import NoticeCopying
        from gui.notice.notice_reading import NoticeReading

        notice = self._access.notice()
        page = NoticeReading(self._appearance, notice)
        copying = NoticeCopying(self._background, notice, page, page.say)
        page.paper_wanted.connect(copying.ask)

        def follow(found: "Notice") -> None:
            copying.notice = found
            page.show_notice(found)

        page.shown.connect(
            lambda: self._background.run(self._access.notice, follow, lambda error: page.say(str(error)))
        )
        return page

    def _make_team(self) -> QWidget:
        from gui.own_data.sharing import choose_folder
        from gui.team.supervisor import SupervisorPage
        from gui.team.team_reading import TeamReading

        page = SupervisorPage(self._appearance)
        reading = TeamReading(page, self._background, self._access.team, self._memory)
        page.folder_wanted.connect(lambda: choose_folder(page, reading.choose))
        reading.read()
        return page
