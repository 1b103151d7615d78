"""The rule editor with real rules and a real record: what is edited, previewed, saved, and taken back."""

import errno
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from classifiers import rule_places
from classifiers.rule_writing import RuleText
from core.reaching import Reached
from gui.access.rule_access import RuleAccess
from gui.background import Background
from gui.presenters.rule_looking import Looked, Question, RulesRead
from gui.rules.rules import Rules
from gui.theme import Appearance
from reports.rule_preview import RulePreview
from tests.classifiers.rule_files import rule_text
from tests.gui.rule_desks import MAIL, MINE, NEW_TAB, WITHIN_MS, a_rule_desk, appraiser, changes, listed, settle


def test_a_new_rule_is_previewed_as_it_is_made(rules: Rules, qtbot: QtBot) -> None:
    """What it would change, where it would take time from, its windows with what matched, before and after."""
    appraiser(rules)
    rules.page.pane.title.setText("Appraiser portal – Estimates")
    behind = changes(rules, qtbot)
    rules.page.list.view.moved.emit(-1)
    view = changes(rules, qtbot)

    assert (behind.figure, behind.warnings) == ("0:14", ())
    assert (view.figure, view.rest) == ("0:20", "of 1:00 at the desk, 2 windows")
    assert [(row.old, row.new, row.time, row.windows) for row in view.changes] == [
        ("Unclassified", "Knowledge", "0:14", "1"),
        ("Work", "Knowledge", "0:06", "1"),
    ]
    assert view.warnings == ("Takes 0:06 from rule 4, “New tab”. Move it below rule 4 to leave that time as it is.",)
    assert [(row.title, row.marks, row.time) for row in view.windows] == [
        ("Appraiser portal", ((0, 9),), "0:14"),
        ("New tab – appraiser", ((10, 19),), "0:06"),
    ]
    assert view.days is not None
    assert view.days.most == "most: 20 min"
    assert [(row.name, row.before, row.after) for row in view.kinds] == [
        ("Work in 28 days", "0:36", "0:30"),
        ("Knowledge in 28 days", "0:00", "0:20"),
        ("Unclassified in 28 days", "0:24", "0:10"),
    ]
    assert rules.page.pane._says.text() == "Rule 3 decides: title contains “appraiser”"
    assert listed(rules)[4] == (3, "Appraiser", "unsaved")


def test_what_is_typed_is_asked_a_moment_later_and_once(
    rules: Rules, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """Not while keys are pressed; then for what stands there in the end, at once and span by span."""
    asked: list[Question] = []
    look = RuleAccess.look

    def listen(
        access: RuleAccess, read: RulesRead, known: RulePreview | None, question: Question, reached: Reached
    ) -> Looked:
        asked.append(question)
        return look(access, read, known, question, reached)

    monkeypatch.setattr(RuleAccess, "look", listen)
    soon = rules.editing.asking._soon
    rules.editing.select(2)
    settle(rules, qtbot)
    asked.clear()
    assert soon.interval() == 150

    soon.setInterval(3_600_000)
    qtbot.keyClicks(rules.page.pane.form.name, " of mine", delay=1)
    assert asked == []
    soon.start(0)
    settle(rules, qtbot)

    assert {question.text for question in asked} == {MINE.replace('id = "Mail"', 'id = "Mail of mine"')}
    assert [question.exactly for question in asked] == [False, True]


def test_rules_are_saved_for_history_and_taken_back(rules: Rules, rule_access: RuleAccess, qtbot: QtBot) -> None:
    """What was written by hand stays; undo brings the old file, and the edit is there again to be saved."""
    appraiser(rules)
    settle(rules, qtbot)
    with qtbot.waitSignal(rules.saved, timeout=WITHIN_MS):
        rules.page.save_all.click()
        rules.page.save_all.click()
    settle(rules, qtbot)
    saved = rule_access.text()

    assert saved.startswith(MINE)
    assert RuleText.of(saved, rule_access.paths.rules).rules[-1] == {
        "id": "Appraiser",
        "category": "Knowledge/Look-up",
        "title_contains": "appraiser",
    }
    assert rules.page.outcome.text == "Saved. These rules hold for all that is recorded."
    assert rules._dialog is None, "the second press was taken for somebody else's change"
    assert listed(rules)[-1] == (4, "Appraiser", "0:14")
    assert not rules.page.save_all.isEnabled()

    with qtbot.waitSignal(rules.saved, timeout=WITHIN_MS):
        rules.page.undo.click()
    settle(rules, qtbot)

    assert rule_access.text() == MINE
    assert listed(rules)[-1] == (4, "Appraiser", "unsaved")


def test_a_file_from_windows_keeps_its_line_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, appearance: Appearance, qtbot: QtBot
) -> None:
    """Every line of it, those that a new rule brings too."""
    from_windows = MINE.replace("\n", "\r\n")
    access = a_rule_desk(tmp_path, monkeypatch, from_windows)
    background = Background()
    editor = Rules(appearance, background, access)
    qtbot.addWidget(editor.page)
    editor.page.show()
    qtbot.waitUntil(lambda: bool(editor.page.list.rows), timeout=WITHIN_MS)
    settle(editor, qtbot)
    assert not editor.editing.is_changed
    appraiser(editor)
    settle(editor, qtbot)
    with qtbot.waitSignal(editor.saved, timeout=WITHIN_MS):
        editor.page.save_all.click()
    settle(editor, qtbot)
    written = access.paths.rules.read_bytes()

    assert written.startswith(from_windows.encode())
    assert b"Appraiser" in written
    assert written.count(b"\n") == written.count(b"\r\n")
    assert not editor.editing.is_changed
    background.close()


def test_what_the_disk_keeps_from_being_undone_is_undone_later(
    rules: Rules, rule_access: RuleAccess, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """It says why; the same button does it when there is room again."""
    appraiser(rules)
    settle(rules, qtbot)
    with qtbot.waitSignal(rules.saved, timeout=WITHIN_MS):
        rules.page.save_all.click()
    settle(rules, qtbot)
    saved = rule_access.text()

    def full(_file: Path, _content: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(rule_places, "write_private", full)
        rules.page.undo.click()
        qtbot.waitUntil(lambda: "No space left" in rules.page.outcome.text, timeout=WITHIN_MS)
        settle(rules, qtbot)
    assert rule_access.text() == saved
    assert rules.page.undo.isEnabled()
    with qtbot.waitSignal(rules.saved, timeout=WITHIN_MS):
        rules.page.undo.click()
        rules.page.undo.click()
    settle(rules, qtbot)

    assert rule_access.text() == MINE
    assert rules.page.outcome.text == "Undone. The rules hold that held before."


def test_rules_are_saved_for_new_time(rules: Rules, rule_access: RuleAccess, qtbot: QtBot) -> None:
    """What was recorded before keeps the rules of then."""
    appraiser(rules)
    settle(rules, qtbot)
    with qtbot.waitSignal(rules.saved, timeout=WITHIN_MS):
        rules.page.save_new.click()
    settle(rules, qtbot)

    assert [file.read_text() for file in rule_access.paths.earlier_rules.iterdir()] == [MINE]
    assert listed(rules)[-1] == (4, "Appraiser", "–")


def test_a_file_that_was_changed_meanwhile_is_not_overwritten(
    rules: Rules, rule_access: RuleAccess, qtbot: QtBot
) -> None:
    """The person decides; showing the file keeps the edit one undo away."""
    appraiser(rules)
    settle(rules, qtbot)
    edited = rules.editing.rules.text
    by_hand = MINE.replace("my own", "by hand")
    rule_access.paths.rules.write_text(by_hand, encoding="utf-8")
    with qtbot.waitSignal(rules.editing.changed_meanwhile, timeout=WITHIN_MS):
        rules.page.save_all.click()
    box = rules._dialog
    assert isinstance(box, QMessageBox)
    assert rule_access.text() == by_hand

    theirs = next(button for button in box.buttons() if button.text() == "Show the file")
    theirs.click()
    qtbot.waitUntil(lambda: rules.editing.rules.text == by_hand, timeout=WITHIN_MS)
    rules.page.undo.click()

    assert rules.editing.rules.text == edited
    with qtbot.waitSignal(rules.saved, timeout=WITHIN_MS):
        rules.editing.save(for_history=True, whatever_stands_there=True)
    assert rule_access.text() == edited


def test_broken_rules_are_shown_as_text_with_their_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, appearance: Appearance, qtbot: QtBot
) -> None:
    """They are mended there; what was typed is never replaced by what was broken."""
    broken = MINE.replace('app = "mail"', "app = mail")
    access = a_rule_desk(tmp_path, monkeypatch, broken)
    background = Background()
    editor = Rules(appearance, background, access)
    qtbot.addWidget(editor.page)
    editor.page.show()
    qtbot.waitUntil(editor.page.whole.isVisible, timeout=WITHIN_MS)
    whole = editor.page.whole

    assert "line 5" in whole._fault.text()
    assert whole.text.toPlainText() == broken
    assert not editor.page.new.isEnabled()

    whole.text.setPlainText(broken.replace("app = mail", "app = still wrong"))
    editor.page.save_text.click()
    qtbot.waitUntil(lambda: "line 5" in editor.page.outcome.text, timeout=WITHIN_MS)
    editor.page.hide()
    editor.page.show()
    qtbot.waitUntil(lambda: not background.busy, timeout=WITHIN_MS)
    assert "still wrong" in whole.text.toPlainText()

    whole.text.setPlainText(MINE)
    with qtbot.waitSignal(editor.saved, timeout=WITHIN_MS):
        editor.page.save_text.click()
    qtbot.waitUntil(lambda: len(editor.page.list.rows) == 5, timeout=WITHIN_MS)
    assert access.text() == MINE
    background.close()


def test_what_a_selection_is_about_opens_the_editor(rules: Rules, qtbot: QtBot) -> None:
    """With program and word filled in, before the other rules."""
    rules.begin_rule("browser", "tariffs")
    qtbot.waitUntil(lambda: rules.page.pane.form.name.text() == "Tariffs", timeout=WITHIN_MS)

    assert [row.value.currentText() for row in rules.page.pane.form.rows] == ["browser", "tariffs"]
    assert changes(rules, qtbot).figure == "0:10"


def test_all_that_is_recorded_is_looked_at_when_it_is_wanted(rules: Rules, qtbot: QtBot) -> None:
    """And a week of it."""
    appraiser(rules)
    for place, name in ((2, "Knowledge in all"), (0, "Knowledge in 7 days")):
        rules.page.changes.scope._group.button(place).click()
        view = changes(rules, qtbot)
        assert (view.figure, view.kinds[0].name) == ("0:14", name)


def test_rules_are_exported_and_imported(rules: Rules, tmp_path: Path, qtbot: QtBot) -> None:
    """What comes from a file stands behind; what is no rule file is refused."""
    rules.export_file(str(tmp_path / "out.toml"))
    qtbot.waitUntil(lambda: "Exported" in rules.page.outcome.text, timeout=WITHIN_MS)
    assert (tmp_path / "out.toml").read_text() == MINE

    (tmp_path / "in.toml").write_text(rule_text(NEW_TAB, {**MAIL, "app": "post"}))
    rules.import_file(str(tmp_path / "in.toml"))
    qtbot.waitUntil(lambda: len(rules.editing.rules.rules) == 3, timeout=WITHIN_MS)
    assert rules.editing.rules.rules[-1] == {**MAIL, "id": "Mail 2", "app": "post"}

    (tmp_path / "bad.toml").write_text("[[rule")
    rules.import_file(str(tmp_path / "bad.toml"))
    qtbot.waitUntil(lambda: "bad.toml, line 1" in rules.page.outcome.text, timeout=WITHIN_MS)
