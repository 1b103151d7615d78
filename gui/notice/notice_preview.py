"""The row that a supervisor would get of one invented day, below what the notice says of it; never reads a record."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.config import Config
from gui.notice.notice_table import Column, NoticeTable
from gui.presenters.supervisor_preview import supervisor_preview
from gui.theme import Appearance
from gui.widgets.labels import Label

WIDE, SHARE = 4, 3
WIDE_COLUMNS = 3
"""Name, day and what was recorded."""


class NoticePreview(QWidget):
    """Worked out by the same steps as a real one."""

    def __init__(self, appearance: Appearance, config: Config) -> None:
        super().__init__()
        preview = supervisor_preview(config)
        columns = [Column(name, WIDE if place < WIDE_COLUMNS else SHARE) for place, name in enumerate(preview.head)]
        title = self.tr("One day as your supervisor’s page would show it; the figures are invented")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(appearance, title, role="strong", wrap=True))
        column.addWidget(NoticeTable(appearance, columns, title, [preview.row]))
