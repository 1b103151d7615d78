"""The card of totals shows what it has room for, and lets go of activities first."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui.presenters.day_totals import TotalRow
from gui.presenters.filtering import of_kind
from gui.theme import Appearance
from gui.time.totals import TotalsCard

ACTIVITIES = ("Claims", "Reconciliation", "Mail", "Chat")
ROWS = (
    TotalRow(name="Work", time="5:57", kind="Work", share="82 %", bar=1.0, strong=True, asks=of_kind("Work")),
    *(TotalRow(name=name, time="1:00", indent=True) for name in ACTIVITIES),
    TotalRow(name="Knowledge", time="0:37", kind="Knowledge", share="8 %", bar=0.1, strong=True),
    TotalRow(name="Recorded", time="7:15", share="100 %", strong=True, rule_above=True),
)
LAST = TotalRow(name="First to last", time="8:34", rule_above=True)


def names_seen(card: TotalsCard) -> tuple[str, ...]:
    """Of rows, from the top."""
    names = {row.name for row in (*ROWS, LAST)}
    texts = [part for part in card.findChildren(QLabel) + card.findChildren(QPushButton) if part.isVisible()]
    texts.sort(key=lambda part: part.mapTo(card, part.rect().topLeft()).y())
    return tuple(part.text() for part in texts if part.text() in names)


@pytest.fixture
def card(appearance: Appearance, qtbot: QtBot) -> TotalsCard:
    card = TotalsCard(appearance, "Totals", can_filter=True)
    qtbot.addWidget(card)
    card.show_rows(ROWS)
    return card


def test_activities_are_seen_where_every_row_is(card: TotalsCard) -> None:
    """Seven rows of 24 px and a line fit into 400 px."""
    card.resize(QSize(300, 400))
    card.show()

    assert names_seen(card) == ("Work", *ACTIVITIES, "Knowledge", "Recorded")


def test_kinds_stand_alone_where_there_is_no_room_for_activities(card: TotalsCard) -> None:
    """And activities come back with the room."""
    card.resize(QSize(300, 170))
    card.show()
    assert names_seen(card) == ("Work", "Knowledge", "Recorded")

    card.resize(QSize(300, 400))

    assert names_seen(card) == ("Work", *ACTIVITIES, "Knowledge", "Recorded")


def test_new_rows_are_held_against_the_same_room(card: TotalsCard) -> None:
    """A day that is turned to changes the rows and not the card."""
    card.resize(QSize(300, 170))
    card.show()

    card.show_rows((*ROWS, LAST))

    assert names_seen(card) == ("Work", "Knowledge", "Recorded", "First to last")


def test_an_activity_is_named_letter_by_letter(appearance: Appearance, qtbot: QtBot) -> None:
    """The & of R&D is one, and makes no key of the letter behind it."""
    card = TotalsCard(appearance, "Totals", can_filter=True)
    qtbot.addWidget(card)
    card.show_rows((TotalRow(name="R&D", time="1:00", indent=True, asks=of_kind("Work")),))
    [button] = card.findChildren(QPushButton)

    assert button.text() == "R&&D"
    assert button.shortcut().isEmpty()


def test_the_keys_stay_on_their_row_when_another_comes_above_it(card: TotalsCard, qtbot: QtBot) -> None:
    """The day goes on, and has a kind that it had not."""
    card.show()
    card.activateWindow()
    qtbot.waitUntil(card.isActiveWindow)
    gap = TotalRow(name="Gap, unknown", time="0:12", kind="Gap", asks=of_kind("Gap"))
    card.show_rows((*ROWS, gap))
    card._buttons[-1][0].setFocus()
    personal = TotalRow(name="Personal", time="0:02", kind="Personal", asks=of_kind("Personal"))
    card.show_rows((ROWS[0], personal, *ROWS[1:], gap))

    assert [button.text() for button, _asks in card._buttons if button.hasFocus()] == ["Gap, unknown"]
