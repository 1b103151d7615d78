"""The page on one's own data: what is kept, what left, who looked, and what to do about it; never reads any of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.notice.notice_pages import scrolling
from gui.presenters.own_data import OwnDataView, sent_head, stored_head
from gui.theme import Appearance
from gui.widgets.buttons import Button
from gui.widgets.deed_card import DeedCard
from gui.widgets.labels import Card, ElidedLabel, Label, Sentence
from gui.widgets.page_column import page_column
from gui.widgets.words_table import WordsTable

CONTAINS, ROWS, WHO, WHERE = 1, 4, 5, 3
SENT_ROWS = 5


class OwnDataPage(QWidget):
    """Asks to be read whenever it is shown."""

    shown = Signal()
    export_wanted = Signal()
    share_wanted = Signal(int)
    """See the rows of the share at this place."""
    corrections_wanted = Signal()
    letter_wanted = Signal()
    delete_wanted = Signal()
    policy_wanted = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._sentence = Sentence(appearance)
        self._stored = WordsTable(
            appearance,
            self.tr("What is stored"),
            stored_head(),
            numbers=(ROWS,),
            wide=(CONTAINS, WHO),
            spare=CONTAINS,
        )
        self._deleted = ElidedLabel(appearance, role="small", tone="secondary")
        self._sent = WordsTable(
            appearance, self.tr("What left this computer"), sent_head(), wide=(WHERE,), most_rows=SENT_ROWS
        )
        self._sent_hint = ElidedLabel(appearance, role="small", tone="secondary")
        self._open_share = Button(appearance, self.tr("Show its rows…"))
        self._said = Label(appearance, role="small", wrap=True)
        self._deeds = [DeedCard(appearance) for _deed in range(4)]
        self._listen()
        self._lay_out()

    def show_view(self, view: OwnDataView) -> None:
        self._sentence.show_sentence(view.lead, view.sentence)
        self._stored.show_rows(view.stored)
        self._stored.setVisible(bool(view.stored))
        self._deleted.setText(view.deleted if view.stored else self.tr("Nothing is stored yet."))
        self._sent.show_rows(view.sent)
        self._sent_hint.setText(view.sent_hint)
        for part in (self._sent, self._open_share):
            part.setVisible(bool(view.sent))
        for card, deed in zip(self._deeds, (view.wrong, view.letter, view.delete, view.policy), strict=True):
            card.setVisible(deed is not None)
            if deed is not None:
                card.show_card(deed)
        self._export.setEnabled(bool(view.stored))

    def say(self, text: str) -> None:
        """What came of something that was asked for."""
        self._said.setText(text)
        self._said.setVisible(bool(text))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def _listen(self) -> None:
        self._export = Button(self._appearance, self.tr("Export everything…"), mark="share")
        self._export.clicked.connect(self.export_wanted)
        self._open_share.clicked.connect(lambda: self.share_wanted.emit(max(0, self._sent.currentRow())))
        self._sent.opened.connect(self.share_wanted)
        wanted = (self.corrections_wanted, self.letter_wanted, self.delete_wanted, self.policy_wanted)
        for card, signal in zip(self._deeds, wanted, strict=True):
            card.taken.connect(signal)
        self.say("")

    def _lay_out(self) -> None:
        space = self._appearance.theme.tokens.space
        inside = QWidget()
        column = page_column(self._appearance, inside)
        title = QHBoxLayout()
        title.addWidget(Label(self._appearance, self.tr("My data"), role="title"), 1)
        title.addWidget(self._export)
        column.addLayout(title)
        column.addWidget(self._sentence)
        column.addWidget(self._said)
        column.addWidget(self._section(self.tr("What is stored"), self._deleted, self._stored))
        column.addWidget(
            self._section(self.tr("What left this computer"), self._sent_hint, self._sent, self._open_share)
        )
        nobody = self.tr("There is no team store yet, so nobody can look. What you share yourself is listed above.")
        hint = ElidedLabel(self._appearance, nobody, role="small", tone="secondary")
        column.addWidget(self._section(self.tr("Who looked"), hint))
        deeds = QHBoxLayout()
        deeds.setSpacing(space.between_cards)
        for card in self._deeds:
            deeds.addWidget(card, 1)
        column.addLayout(deeds)
        column.addStretch()
        area = scrolling(inside, self.tr("My data"))
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusProxy(self._export)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(area)

    def _section(self, name: str, hint: QWidget, table: WordsTable | None = None, offer: QWidget | None = None) -> Card:
        """Its name and a hint above the table."""
        card = Card(self._appearance, padding=1)
        card.rows.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(9, 9, 9, 9 if table is None else 3)
        head.setSpacing(12)
        head.addWidget(Label(self._appearance, name, role="strong"))
        head.addWidget(hint, 1)
        if offer is not None:
            head.addWidget(offer)
        card.rows.addLayout(head)
        if table is not None:
            card.rows.addWidget(table)
        return card
