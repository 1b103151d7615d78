"""One dressed application for all tests of the windows; drawn nowhere unless a platform is named."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from core.paths import user_paths
from gui.record_access import RecordAccess
from gui.theme import Appearance


@pytest.fixture(scope="session")
def appearance(qapp: QApplication) -> Appearance:
    look = Appearance(qapp)
    look.wear("light")
    return look


@pytest.fixture
def access(home: Path, tmp_path: Path) -> RecordAccess:
    """What the windows learn, from an empty home without a policy."""
    return RecordAccess(paths=user_paths(), policy=tmp_path / "policy.toml")
