"""One dressed application for all tests of the windows; drawn nowhere unless a platform is named."""

import pytest
from PySide6.QtWidgets import QApplication

from gui.theme import Appearance


@pytest.fixture(scope="session")
def appearance(qapp: QApplication) -> Appearance:
    look = Appearance(qapp)
    look.wear("light")
    return look
