"""One dressed application for all tests of the windows; drawn nowhere unless a platform is named."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.paths import user_paths
from gui.access.record_access import RecordAccess
from gui.access.rule_access import RuleAccess
from gui.background import Background
from gui.rules import rule_asking
from gui.rules.rules import Rules
from gui.theme import Appearance
from tests.gui.rule_desks import WITHIN_MS, a_rule_desk, settle


@pytest.fixture(scope="session")
def appearance(qapp: QApplication) -> Appearance:
    look = Appearance(qapp)
    look.wear("light")
    return look


@pytest.fixture
def access(home: Path, tmp_path: Path) -> RecordAccess:
    """What the windows learn, from an empty home without a policy."""
    return RecordAccess(paths=user_paths(), policy=tmp_path / "policy.toml")


@pytest.fixture
def rule_access(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: Path) -> RuleAccess:
    monkeypatch.setattr(rule_asking, "REST_MS", 0)
    return a_rule_desk(tmp_path, monkeypatch)


@pytest.fixture
def rules(rule_access: RuleAccess, appearance: Appearance, qtbot: QtBot) -> Iterator[Rules]:
    background = Background()
    editor = Rules(appearance, background, rule_access)
    qtbot.addWidget(editor.page)
    editor.page.resize(1024, 760)
    editor.page.show()
    qtbot.waitUntil(lambda: bool(editor.page.list.rows), timeout=WITHIN_MS)
    settle(editor, qtbot)
    yield editor
    background.close()
