"""What edited rules would change where other rules hold for what was recorded earlier."""

from pathlib import Path
from typing import Any

import pytest

from core.clock import MS_PER_MIN
from gui.access.rule_access import RuleAccess
from gui.presenters.rule_looking import Question
from reports.rule_preview import RulePreview
from tests.classifiers.rule_files import rule_text
from tests.gui.rule_desks import a_rule_desk

THEN = {"id": "Tariffs", "title_contains": "tariffs", "category": "Work/Tariffs"}
KIND_CHANGED = {**THEN, "category": "Personal"}
TITLE_CHANGED = {**THEN, "title_contains": "appraiser portal", "category": "Personal"}
BESIDE = {"id": "Beside", "title_contains": "nothing is called so", "category": "Knowledge"}


def would_change(
    access: RuleAccess, text: str, known: RulePreview | None, *, exactly: bool = False
) -> set[tuple[str, str, int]]:
    """Old and new category, and minutes."""
    read = access.read()
    looked = access.look(read, known or read.recent, Question(text=text, rule_id="Tariffs", exactly=exactly))
    assert looked.preview is not None
    return {(one.old, one.new, one.observed_ms // MS_PER_MIN) for one in looked.preview.changes}


@pytest.mark.parametrize(
    ("now", "moves"),
    [
        (KIND_CHANGED, {("Work/Tariffs", "Personal", 10)}),
        (TITLE_CHANGED, {("Work/Tariffs", "Unclassified", 10), ("Unclassified", "Personal", 14)}),
    ],
)
def test_what_earlier_rules_decided_is_looked_at_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, now: dict[str, Any], moves: set[tuple[str, str, int]]
) -> None:
    """A rule that changed for new time alone would take the past with it: at once, span by span, and over all time."""
    access = a_rule_desk(tmp_path, monkeypatch, rule_text(THEN))
    access.save(rule_text(now), for_history=False, instead_of=access.text())
    edited = rule_text(now, BESIDE)

    assert would_change(access, edited, None) == moves
    assert would_change(access, edited, None, exactly=True) == moves
    assert would_change(access, edited, access.everything()) == moves
