"""The page of the rule editor: its list, its form, its keys, and what is wrong with a rule."""

from collections.abc import Iterator

import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from gui.rules.rules import Rules
from tests.classifiers.rule_files import rule_text
from tests.gui.names import nameless, too_small
from tests.gui.rule_desks import MINE, appraiser, changes, listed, settle


def test_every_rule_is_listed_with_its_time(rules: Rules) -> None:
    """The organisation's first and locked, then one's own, each with the time that it decided."""
    assert listed(rules) == [
        (0, "Organisation", "read only"),
        (1, "Claims", "0:20"),
        (0, "Mine", ""),
        (2, "Mail", "0:10"),
        (3, "New tab", "0:06"),
    ]
    assert [row.at for row in rules.page.list.rows] == [None, None, None, 0, 1]
    assert not rules.page.save_all.isEnabled()


def test_rules_are_moved_and_removed_by_keys(rules: Rules, qtbot: QtBot) -> None:
    """Alt with the arrows, Delete; the selection goes along, the organisation's rules stay, all of it is undone."""
    view = rules.page.list.view
    rules.editing.select(3)
    qtbot.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    moved = [rule["id"] for rule in rules.editing.rules.rules], rules.editing.number
    qtbot.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    at_the_top = rules.editing.number
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    left = [rule["id"] for rule in rules.editing.rules.rules]
    rules.page.undo.click()
    rules.page.undo.click()

    assert moved == (["New tab", "Mail"], 2)
    assert at_the_top == 2
    assert left == ["Mail"]
    assert rules.editing.rules.text == MINE

    rules.editing.select(1)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert rules.editing.rules.text == MINE


def test_a_rule_is_dragged(rules: Rules) -> None:
    """Onto a place among one's own rules, never above them."""
    model = rules.page.list._model
    data = model.mimeData([model.index(4)])
    move = Qt.DropAction.MoveAction

    assert not model.canDropMimeData(data, move, 1, 0, model.index(-1))
    assert model.canDropMimeData(data, move, 3, 0, model.index(-1))
    model.dropMimeData(data, move, 3, 0, model.index(-1))
    assert [rule["id"] for rule in rules.editing.rules.rules] == ["New tab", "Mail"]


def test_rules_of_the_organisation_are_locked(rules: Rules, qtbot: QtBot) -> None:
    """They are shown like one's own and cannot be typed into."""
    rules.editing.select(1)
    form = rules.page.pane.form

    assert (form.name.text(), form.rows[0].value.currentText()) == ("Claims", "claims")
    assert not form.name.isEnabled()
    assert not form.rows[0].value.isEnabled()
    assert changes(rules, qtbot).figure == "0:00"


def test_a_rule_in_the_shadow_of_another_is_marked(rules: Rules, qtbot: QtBot) -> None:
    """By the place of the one that is always asked first."""
    rules.editing.import_rules(rule_text({"id": "late", "app": "mail", "title": "Inbox", "category": "Personal"}))
    settle(rules, qtbot)

    assert rules.page.list.rows[-1].warning == "shadowed by #2"


def test_more_than_the_form_can_say_is_edited_as_text(rules: Rules, qtbot: QtBot) -> None:
    """A text that is no rule is refused and stays to be mended."""
    rules.editing.import_rules(rule_text({"id": "away", "app": "mail", "redact": "x", "mark": "y"}))
    rules.editing.select(4)
    source = rules.page.pane.source
    text = source.text.toPlainText()

    source.text.setPlainText(text.replace('"x"', '"z'))
    assert "line 4" in source._fault.text()
    rules.editing.select(2)
    rules.editing.select(4)
    assert '"z' in source.text.toPlainText()
    source.text.setPlainText(text.replace('"x"', '"z"'))
    assert rules.editing.rules.rules[-1]["redact"] == "z"


def test_typing_on_is_one_step(rules: Rules, qtbot: QtBot) -> None:
    """One undo takes back the whole name."""
    rules.editing.select(2)
    qtbot.keyClicks(rules.page.pane.form.name, " of mine")
    rules.page.undo.click()

    assert rules.editing.rules.text == MINE
    assert rules.page.pane.form.name.text() == "Mail"
    assert not rules.editing.can_undo


def test_every_control_of_the_editor_can_be_named_and_hit(rules: Rules, qtbot: QtBot) -> None:
    """The form with a condition and chips, the text of a rule, and the whole file."""
    appraiser(rules)
    changes(rules, qtbot)
    found = [nameless(rules.page), too_small(rules.page)]
    rules.editing.import_rules(rule_text({"id": "away", "app": "mail", "redact": "x", "mark": "y"}))
    rules.editing.select(5)
    found += [nameless(rules.page), too_small(rules.page)]
    rules.page.show_broken("Broken", "[[rule", "line 1")
    found += [nameless(rules.page), too_small(rules.page)]

    assert found == [[]] * 6


def behind(part: QWidget) -> Iterator[QWidget]:
    """What follows it in the order of the keyboard."""
    following = part.nextInFocusChain()
    while following is not None:
        yield following
        following = following.nextInFocusChain()


def takes_keys(part: QWidget) -> bool:
    return part.focusPolicy() != Qt.FocusPolicy.NoFocus and part.focusProxy() is None


def test_the_keyboard_goes_through_the_form_from_top_to_bottom(rules: Rules, qtbot: QtBot) -> None:
    """Also through a row that was made later."""
    appraiser(rules)
    changes(rules, qtbot)
    form = rules.page.pane.form
    row = form.rows[0]
    way: list[QWidget] = [form.name]
    for _step in range(9):
        way.append(next(part for part in behind(way[-1]) if takes_keys(part)))

    chips = form.chips.parts
    assert way == [
        form.name, row.subject, row.way, row.value, row.cross, form.add, form.patterns, *chips, form.kind,
    ][: len(way)]  # fmt: skip


def test_wrong_rules_are_not_saved(rules: Rules, qtbot: QtBot) -> None:
    """The pane says what is missing instead of what would change."""
    rules.page.new.click()
    settle(rules, qtbot)

    assert rules.page.changes.shown == "Say when it holds: press a word, or add a condition."
    assert not rules.page.save_all.isEnabled()

    rules.page.pane.form.add.click()
    rules.page.pane.form.patterns.setChecked(True)
    row = rules.page.pane.form.rows[0]
    row.way.setCurrentIndex(row.way.findText("matches"))
    row.value.setEditText("(")
    settle(rules, qtbot)
    assert "does not compile" in str(rules.page.changes.shown)
    rules.page.discard.click()
    assert rules.editing.rules.text == MINE


def test_a_rule_is_moved_and_removed_by_its_menu(rules: Rules) -> None:
    """The path without drag and keys; what leads nowhere is grey, and the organisation's rules have none."""
    opened: list[list[tuple[str, bool]]] = []
    for number in (1, 2, 3):
        rules.editing.select(number)
        rules.page.list._open_menu(QPoint(5, 5))
        menus = rules.page.list.findChildren(QMenu)
        opened.append([(action.text(), action.isEnabled()) for menu in menus for action in menu.actions()])
        for menu in menus:
            menu.close()
            shiboken6.delete(menu)

    assert opened == [
        [],
        [("Move up", False), ("Move down", True), ("", True), ("Remove the rule", True)],
        [("Move up", True), ("Move down", False), ("", True), ("Remove the rule", True)],
    ]
    rules.page.list._open_menu(QPoint(5, 5))
    rules.page.list.findChildren(QMenu)[0].actions()[0].trigger()
    assert [rule["id"] for rule in rules.editing.rules.rules] == ["New tab", "Mail"]
