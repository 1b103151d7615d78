"""A desk with an hour of yesterday, rules of its person and of the organisation; never checks anything."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from classifiers import rule_places
from core.clock import MS_PER_DAY, MS_PER_MIN, now_ms, offset_min
from core.paths import user_paths
from gui.access.rule_access import RuleAccess
from gui.presenters.rule_changes import ChangesView
from gui.rules.rules import Rules
from storage.engine import open_for_writing
from storage.record import Batch, Record
from tests.classifiers.rule_files import rule_text
from tests.factories import a_span
from tests.storage.records import rules

CLAIMS = {"id": "Claims", "app": "claims", "category": "Work/Claims"}
MAIL = {"id": "Mail", "app": "mail", "category": "Work/Mail"}
NEW_TAB = {"id": "New tab", "app": "browser", "title_contains": "new tab", "category": "Work"}
MINE = "# my own\n\n" + rule_text(MAIL, NEW_TAB)
WITHIN_MS = 20_000
WINDOWS = (
    ("claims", "Claim of yesterday", 20),
    ("mail", "Inbox", 10),
    ("browser", "Appraiser portal", 14),
    ("browser", "New tab – appraiser", 6),
    ("browser", "Tariffs", 10),
)
"""Program, title and minutes."""


def a_rule_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mine: str = MINE) -> RuleAccess:
    """Below the home of the test."""
    organisation = tmp_path / "organisation.toml"
    organisation.write_text(rule_text(CLAIMS), encoding="utf-8")
    monkeypatch.setattr(rule_places, "organisation_rules", lambda: organisation)
    paths = user_paths()
    paths.rules.parent.mkdir(parents=True, exist_ok=True)
    paths.rules.write_text(mine, encoding="utf-8")
    at_ms = now_ms() - MS_PER_DAY
    spans = []
    for app, title, minutes in WINDOWS:
        spans.append(a_span(at_ms, seconds=minutes * 60, app=app, title=title, off_min=offset_min(at_ms)))
        at_ms += minutes * MS_PER_MIN
    engine = open_for_writing(paths.record)
    Record(engine, rules({})).write(Batch(new=tuple(spans)))
    engine.dispose()
    return RuleAccess(paths=paths, policy=tmp_path / "policy.toml")


def settle(rules: Rules, qtbot: QtBot) -> None:
    """Until nothing is worked out any more."""
    qtbot.waitUntil(
        lambda: rules.editing.asking.is_known and not rules.editing.asking._background.busy, timeout=WITHIN_MS
    )


def changes(rules: Rules, qtbot: QtBot) -> ChangesView:
    settle(rules, qtbot)
    shown = rules.page.changes.shown
    assert isinstance(shown, ChangesView), shown
    return shown


def listed(rules: Rules) -> list[tuple[int, str, str]]:
    return [(row.number, row.name, row.at_right) for row in rules.page.list.rows]


def appraiser(rules: Rules) -> None:
    """A new rule about the appraiser's titles."""
    rules.page.new.click()
    rules.page.pane.form.chips.pressed.emit("appraiser")
    rules.page.pane.form.kind.setCurrentIndex(1)
    rules.page.pane.form.activity.setEditText("Look-up")
