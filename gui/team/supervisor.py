"""The supervisor's page: what people have shared, by name and day; never ranks, and never opens a record."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from gui.presenters.agent_view import Glyph
from gui.presenters.team import TeamView
from gui.team.day_bars import DayBars
from gui.team.team_list import TeamList
from gui.theme import Appearance
from gui.time.totals import TotalsCard
from gui.widgets.buttons import Button
from gui.widgets.empty_note import EmptyNote
from gui.widgets.labels import Card, ElidedLabel, Label, Sentence
from gui.widgets.swatch import Legend

MOST_PICTURE_HEIGHT = 230


class SupervisorPage(QWidget):
    """Asks for a folder; shows what it is given of it."""

    folder_wanted = Signal()
    reload_wanted = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._folder = ElidedLabel(appearance, tone="secondary")
        self._sentence = Sentence(appearance)
        self._days = DayBars(appearance)
        self._totals = TotalsCard(appearance, self.tr("Total"))
        self._legend = Legend(appearance)
        self._table = TeamList(appearance)
        self._stale_card = Card(appearance)
        self._stale = Label(appearance, role="small", tone="secondary", wrap=True)
        self._empty = EmptyNote(appearance, self.tr("Choose a folder…"))
        self._empty.taken.connect(self.folder_wanted)
        self._lay_out()
        self.show_nothing(
            self.tr("No folder chosen yet"),
            self.tr("People share their day totals to a folder. Choose it, and their totals appear here."),
        )

    def show_view(self, view: TeamView, folder: str) -> None:
        self._folder.setText(folder)
        self._sentence.show_sentence(view.lead, view.sentence)
        self._sentence.show()
        self._days.show_days(view.days)
        self._totals.show_rows(view.totals)
        self._legend.show_kinds(view.kinds)
        self._table.show_rows(view.rows)
        self._stale.setText("\n".join(view.stale))
        self._stale_card.setVisible(bool(view.stale))
        self._stack.setCurrentIndex(0)

    def show_nothing(self, head: str, text: str, folder: str = "") -> None:
        """`folder` is the one that was chosen, if one was."""
        self._folder.setText(folder)
        self._sentence.hide()
        self._empty.show_note(Glyph.NOTICE, head, text)
        self._stack.setCurrentIndex(1)

    def _lay_out(self) -> None:
        page = self._appearance.theme.tokens.space.page
        column = QVBoxLayout(self)
        column.setContentsMargins(page["left"], page["top"], page["right"], page["bottom"])
        column.setSpacing(self._appearance.theme.tokens.space.between_cards)
        column.addLayout(self._title_row())
        column.addWidget(self._sentence)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._content())
        self._stack.addWidget(self._empty)
        column.addWidget(self._stack, 1)

    def _content(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._appearance.theme.tokens.space.between_cards)
        column.addLayout(self._pictures())
        column.addWidget(self._legend)
        framed = Card(self._appearance, padding=1)
        framed.rows.addWidget(self._table)
        column.addWidget(framed, 1)
        self._stale_card.rows.addWidget(Label(self._appearance, self.tr("Old or missing"), role="strong"))
        self._stale_card.rows.addWidget(self._stale)
        column.addWidget(self._stale_card)
        hint = self.tr(
            "People see exactly these rows before they share them. Titles and spans never leave their desks."
        )
        column.addWidget(Label(self._appearance, hint, role="small", tone="tertiary", wrap=True))
        return content

    def _pictures(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._appearance.theme.tokens.space.between_cards)
        for picture, share in ((self._days, 3), (self._totals, 2)):
            picture.setMaximumHeight(MOST_PICTURE_HEIGHT)
            picture.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
            row.addWidget(picture, share)
        return row

    def _title_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Label(self._appearance, self.tr("Supervisor's page"), role="title"))
        row.addWidget(self._folder, 1)
        reload = Button(self._appearance, self.tr("Read again"))
        reload.clicked.connect(self.reload_wanted)
        choose = Button(self._appearance, self.tr("Folder…"), mark="folder")
        choose.clicked.connect(self.folder_wanted)
        row.addWidget(reload)
        row.addWidget(choose)
        return row
