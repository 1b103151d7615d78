"""Shows of a day what the person asked for: only that in the list, the rest of the lanes faint; decides nothing."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from gui.presenters.day import DayView
from gui.presenters.filtered_day import FilteredDay
from gui.presenters.filtering import NO_FILTER, Filter, of_app
from gui.presenters.selection import SelectionView
from gui.theme import Appearance
from gui.time.day_selecting import DaySelecting
from gui.time.filter_box import FilterBox
from gui.time.filter_note import NothingFits
from gui.time.lane_picking import PickingLanes
from gui.time.span_list import SpanList
from gui.time.totals import TotalsCard
from gui.widgets.labels import ElidedLabel

LIST, NOTHING = 0, 1


class DayFiltering(QObject):
    """Keeps box, lanes, list and totals together; `place` is where the list stands."""

    def __init__(
        self,
        page: QWidget,
        appearance: Appearance,
        lanes: PickingLanes,
        spans: SpanList,
        totals: TotalsCard,
        selecting: DaySelecting,
    ) -> None:
        super().__init__(page)
        self._lanes = lanes
        self._list = spans
        self._totals = totals
        self._view: DayView | None = None
        self.box = FilterBox(appearance, page)
        self.note = ElidedLabel(appearance, role="small", tone="secondary")
        self.place = QStackedWidget()
        nothing = NothingFits(appearance)
        self.place.addWidget(spans)
        self.place.addWidget(nothing)
        nothing.clear_wanted.connect(lambda: self.box.ask(NO_FILTER))
        self.box.changed.connect(lambda _filter: self._show())
        self._selecting = selecting
        selecting.menu_opened.connect(self._add_to_menu)
        lanes.only_wanted.connect(self._show_only)
        totals.filter_wanted.connect(self._toggle)

    def show_view(self, view: DayView) -> None:
        self._view = view
        self._show()

    def _show(self) -> None:
        if self._view is None:
            return
        wanted = self.box.filter
        self._totals.show_filter(wanted)
        if not wanted:
            self._list.show_rows(self._view.rows)
            self._lanes.hide_all_but(None)
            self.note.setText("")
            self.place.setCurrentIndex(LIST)
            return
        found = FilteredDay(self._view.selectable, wanted)
        self._list.show_rows(found.rows)
        self._lanes.hide_all_but(found.stretches)
        self.note.setText(found.says)
        self.place.setCurrentIndex(LIST if found.rows else NOTHING)

    def _app_selected(self) -> str | None:
        return self._view.selectable.app_of(self._selecting.selected) if self._view else None

    def _show_only(self) -> None:
        """The application that is selected; everything where it is alone already."""
        app = self._app_selected()
        if app is not None:
            self._toggle(of_app(app))

    def _add_to_menu(self, menu: QMenu, _selection: SelectionView) -> None:
        app = self._app_selected()
        if app is not None:
            menu.addSeparator()
            text = self.tr("Show only {app}").format(app=app.replace("&", "&&"))
            menu.addAction(text).triggered.connect(self._show_only)

    def _toggle(self, wanted: Filter) -> None:
        """Asking for what is shown already asks for everything again; what was pressed shows what is asked for now."""
        self.box.ask(NO_FILTER if wanted == self.box.filter else wanted)
        self._totals.show_filter(self.box.filter)
