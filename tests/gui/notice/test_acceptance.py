from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.errors import EngineroomError, NoticeNotAccepted
from gui.access.record_access import RecordAccess
from gui.background import Background
from gui.notice.acceptance import Acceptance
from gui.theme import Appearance
from storage.engine import open_for_reading
from storage.receipts import Receipt, latest_receipt


@pytest.fixture
def background() -> Iterator[Background]:
    pool = Background()
    yield pool
    pool.close()


def receipt_in(access: RecordAccess) -> Receipt | None:
    engine = open_for_reading(access.paths.record)
    with engine.connect() as connection:
        found = latest_receipt(connection, access.notice().hash, access.config().person)
    engine.dispose()
    return found


def test_it_is_noted_that_the_notice_was_shown_and_then_that_it_was_read(
    access: RecordAccess, background: Background, appearance: Appearance, qtbot: QtBot
) -> None:
    """In this order, however fast somebody reads; and only then may the agent be started."""
    acceptance = Acceptance(appearance, background, access, access.notice())
    qtbot.addWidget(acceptance.window)
    with qtbot.waitSignal(acceptance.accepted, timeout=30_000):
        acceptance.show()
        for _page in access.notice().pages:
            acceptance.window._next.click()

    receipt = receipt_in(access)
    assert receipt is not None
    assert receipt.accepted_ms is not None
    assert receipt.shown_ms <= receipt.accepted_ms


def test_closing_the_notice_leaves_only_that_it_was_shown(
    access: RecordAccess, background: Background, appearance: Appearance, qtbot: QtBot
) -> None:
    """The gate stays shut."""
    acceptance = Acceptance(appearance, background, access, access.notice())
    qtbot.addWidget(acceptance.window)
    acceptance.show()
    qtbot.waitUntil(lambda: not background.busy, timeout=30_000)
    acceptance.window.close()

    receipt = receipt_in(access)
    assert receipt is not None
    assert receipt.accepted_ms is None


def test_a_home_that_cannot_be_written_is_told(
    access: RecordAccess, background: Background, appearance: Appearance, tmp_path: Path, qtbot: QtBot
) -> None:
    """Instead of an agent that never starts."""
    access.paths.data.parent.mkdir(parents=True)
    access.paths.data.write_text("this is no folder")
    acceptance = Acceptance(appearance, background, access, access.notice())
    qtbot.addWidget(acceptance.window)
    failures: list[EngineroomError] = []
    acceptance.failed.connect(failures.append)
    acceptance.show()
    qtbot.waitUntil(lambda: bool(failures), timeout=30_000)

    assert not isinstance(failures[0], NoticeNotAccepted)
    assert "engineroom notice show" in failures[0].happened


def test_what_is_acknowledged_is_what_was_shown(
    access: RecordAccess, background: Background, appearance: Appearance, qtbot: QtBot
) -> None:
    """Not the notice that took its place meanwhile, though that was shown before."""
    access.paths.config.mkdir(parents=True, exist_ok=True)
    acceptance = Acceptance(appearance, background, access, access.notice())
    qtbot.addWidget(acceptance.window)
    acceptance.show()
    qtbot.waitUntil(lambda: not background.busy, timeout=30_000)
    access.paths.settings.write_text("idle_threshold_s = 60\n", encoding="utf-8")
    access.note_notice_shown(access.notice())
    failures: list[EngineroomError] = []
    acceptance.failed.connect(failures.append)
    for _page in access.notice().pages:
        acceptance.window._next.click()
    qtbot.waitUntil(lambda: bool(failures), timeout=30_000)

    receipt = receipt_in(access)
    assert receipt is not None
    assert receipt.accepted_ms is None


def test_a_showing_that_could_not_be_noted_is_noted_when_the_reader_is_done(
    access: RecordAccess, background: Background, appearance: Appearance, qtbot: QtBot
) -> None:
    """Instead of a last press that does nothing and says nothing."""
    access.paths.data.parent.mkdir(parents=True)
    access.paths.data.write_text("this is no folder")
    acceptance = Acceptance(appearance, background, access, access.notice())
    qtbot.addWidget(acceptance.window)
    with qtbot.waitSignal(acceptance.failed, timeout=30_000):
        acceptance.show()
    access.paths.data.unlink()
    with qtbot.waitSignal(acceptance.accepted, timeout=30_000):
        for _page in access.notice().pages:
            acceptance.window._next.click()

    receipt = receipt_in(access)
    assert receipt is not None
    assert receipt.accepted_ms is not None
