"""Shows exactly the rows that would leave this computer, and asks before they do; never writes them itself."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QLineEdit, QTableWidget, QTableWidgetItem, QVBoxLayout

from gui.presenters.shared import SharedView
from gui.theme import Appearance
from gui.widgets.buttons import Button
from gui.widgets.labels import Card, Label
from gui.widgets.opening_size import opening_size
from gui.widgets.row_delegate import RowDelegate

SIZE = QSize(820, 560)
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ShareDialog(QDialog):
    """The folder can be changed until the last press."""

    folder_wanted = Signal()
    """Asks for a dialog to choose one."""
    share_wanted = Signal(str)
    """Write to this folder."""

    def __init__(self, appearance: Appearance, view: SharedView, folder: str) -> None:
        super().__init__()
        self._appearance = appearance
        self._delegate = RowDelegate(appearance)
        self._folder = QLineEdit(folder)
        self._folder.setAccessibleName(self.tr("Folder to share to"))
        self._folder.setPlaceholderText(self.tr("The folder that your supervisor reads"))
        self._said = Label(appearance, role="small", wrap=True)
        self._share = Button(appearance, self.tr("Share these rows"), look="primary")
        self._share.clicked.connect(lambda: self.share_wanted.emit(self._folder.text()))
        self._folder.textChanged.connect(lambda text: self._share.setEnabled(bool(text)))
        self._share.setEnabled(bool(folder))
        self._share.setDefault(True)
        self.setWindowTitle(self.tr("Engineroom — Share day totals"))
        self.resize(opening_size(self, SIZE))
        self._lay_out(view)
        self._share.setFocus()

    def show_folder(self, folder: str) -> None:
        self._folder.setText(folder)

    def say(self, text: str) -> None:
        """What came of it."""
        self._said.setText(text)

    def _lay_out(self, view: SharedView) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(Label(self._appearance, view.sentence, role="sentence", wrap=True))
        card = Card(self._appearance, padding=1)
        card.rows.addWidget(self._table(view))
        column.addWidget(card, 1)
        column.addWidget(Label(self._appearance, view.besides, role="small", tone="secondary", wrap=True))
        where = QHBoxLayout()
        where.addWidget(Label(self._appearance, self.tr("To"), tone="secondary"))
        where.addWidget(self._folder, 1)
        choose = Button(self._appearance, self.tr("Folder…"), mark="folder")
        choose.clicked.connect(self.folder_wanted)
        where.addWidget(choose)
        column.addLayout(where)
        foot = QHBoxLayout()
        foot.addWidget(self._said, 1)
        cancel = Button(self._appearance, self.tr("Close"))
        cancel.clicked.connect(self.reject)
        foot.addWidget(cancel)
        foot.addWidget(self._share)
        column.addLayout(foot)

    def _table(self, view: SharedView) -> QTableWidget:
        table = QTableWidget(len(view.rows), len(view.head))
        table.setAccessibleName(self.tr("Rows that leave this computer"))
        table.setItemDelegate(self._delegate)
        for column, text in enumerate(view.head):
            table.setHorizontalHeaderItem(column, _item(text, column))
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(self._appearance.theme.tokens.space.row)
        for place, row in enumerate(view.rows):
            for column, text in enumerate(row):
                table.setItem(place, column, _item(text, column))
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        return table


def _item(text: str, column: int) -> QTableWidgetItem:
    """The day stands at the left, numbers at the right."""
    item = QTableWidgetItem(text)
    item.setTextAlignment(RIGHT if column else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return item
