"""The page on one's own data, at work and shown."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.access.record_access import RecordAccess
from gui.theme import Appearance
from tests.gui.own_data.composed import Composed


@pytest.fixture
def composed(appearance: Appearance, access: RecordAccess, tmp_path: Path, qtbot: QtBot) -> Iterator[Composed]:
    one = Composed(appearance, access, tmp_path)
    qtbot.addWidget(one.page)
    yield one
    one.link.close()
    one.background.close()


@pytest.fixture
def shown(composed: Composed, qtbot: QtBot) -> Callable[[], Composed]:
    def show() -> Composed:
        composed.page.show()
        qtbot.waitUntil(lambda: composed.my_data._found is not None)
        return composed

    return show
