"""Looking over all that is recorded, which may take long: shown with its progress, overtaken, and cancelled."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from core.reaching import Reached, unheard
from gui.access.rule_access import RuleAccess
from gui.background import Cancelled
from gui.presenters.rule_looking import Looked, Question, RulesRead, Scope
from gui.rules.rules import Rules
from gui.theme import Appearance
from gui.widgets import progress_strip
from gui.widgets.progress_strip import ProgressStrip
from reports.rule_preview import RulePreview
from tests.gui.rule_desks import WITHIN_MS, appraiser, changes


class LongRecord:
    """Reading and looking over all that is recorded begin when the test lets them."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.go_on = threading.Semaphore(0)
        self.begun = 0
        self.cancelled = 0
        everything, look = RuleAccess.everything, RuleAccess.look

        def read_slowly(access: RuleAccess, reached: Reached = unheard) -> RulePreview:
            with self:
                return everything(access, reached)

        def look_slowly(
            access: RuleAccess, read: RulesRead, known: RulePreview | None, question: Question, reached: Reached
        ) -> Looked:
            if question.scope is not Scope.ALL:
                return look(access, read, known, question, reached)
            with self:
                return look(access, read, known, question, reached)

        patch.setattr(RuleAccess, "everything", read_slowly)
        patch.setattr(RuleAccess, "look", look_slowly)

    def __enter__(self) -> None:
        self.begun += 1
        self.go_on.acquire()

    def __exit__(self, kind: type[BaseException] | None, *_rest: object) -> None:
        self.cancelled += kind is Cancelled


@pytest.fixture
def record(rules: Rules, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[LongRecord]:
    appraiser(rules)
    changes(rules, qtbot)
    made = LongRecord(monkeypatch)
    yield made
    made.go_on.release(9)


def choice(rules: Rules, scope: Scope) -> QAbstractButton:
    return rules.page.changes.scope._group.button(scope.value)


def test_a_newer_question_overtakes_a_long_look(rules: Rules, record: LongRecord, qtbot: QtBot) -> None:
    """It ends at its next step, and nobody waits for its answer; what was read is not read again."""
    choice(rules, Scope.ALL).click()
    record.go_on.release()
    qtbot.waitUntil(lambda: record.begun == 2, timeout=WITHIN_MS)
    [looking] = rules.editing.asking._background.long_jobs
    assert looking.says == "Looking at all that is recorded"
    rules.page.pane.title.setFocus()
    rules.page.pane.title.setText("Appraiser portal")
    qtbot.waitUntil(lambda: not looking.wanted, timeout=WITHIN_MS)
    record.go_on.release(2)
    view = changes(rules, qtbot)

    assert (record.begun, record.cancelled) == (3, 1)
    assert view.kinds[0].name == "Knowledge in all"
    assert rules.page.pane._says.text() == "Rule 4 decides: title contains “appraiser”"


@pytest.mark.parametrize("read_first", [False, True])
def test_who_does_not_want_to_wait_looks_at_the_last_weeks(
    rules: Rules,
    record: LongRecord,
    read_first: bool,
    appearance: Appearance,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    """While all is read as while it is looked at; and all can be wanted again."""
    monkeypatch.setattr(progress_strip, "SILENT_S", 0.0)
    strip = ProgressStrip(appearance, rules.editing.asking._background)
    qtbot.addWidget(strip)
    choice(rules, Scope.ALL).click()
    if read_first:
        record.go_on.release()
    qtbot.waitUntil(lambda: record.begun == 1 + read_first, timeout=WITHIN_MS)
    says = "Looking at all that is recorded" if read_first else "Reading all that is recorded"
    qtbot.waitUntil(lambda: strip.isVisible() and strip._says.text() == says, timeout=WITHIN_MS)
    strip._cancel.click()
    record.go_on.release()
    weeks = changes(rules, qtbot)

    assert record.cancelled == 1
    assert choice(rules, Scope.WEEKS).isChecked()
    assert weeks.kinds[0].name == "Knowledge in 28 days"
    qtbot.waitUntil(lambda: not strip.isVisible(), timeout=WITHIN_MS)

    choice(rules, Scope.ALL).click()
    record.go_on.release(2)
    assert changes(rules, qtbot).kinds[0].name == "Knowledge in all"
