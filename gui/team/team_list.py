"""The table of people and days; never sorts, because any order but that of names would be a rank."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from gui.presenters.team import PersonRow
from gui.team.team_table import TeamTable
from gui.theme import Appearance
from gui.widgets.row_delegate import RowDelegate

LEAST_COLUMN, LEAST_BAR = 40, 90


class TeamList(QTableView):
    """Leaves the bars out where they would push numbers out of sight."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._model = TeamTable(appearance, self)
        self._delegate = RowDelegate(appearance)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Shared totals by person and day"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(appearance.theme.tokens.space.row)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(LEAST_COLUMN)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(self._model.bar_column, QHeaderView.ResizeMode.Stretch)

    def show_rows(self, rows: tuple[PersonRow, ...]) -> None:
        self._model.show_rows(rows)
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        others = sum(self.columnWidth(column) for column in range(self._model.bar_column))
        self.setColumnHidden(self._model.bar_column, self.viewport().width() - others < LEAST_BAR)
