from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from core.config import Config, Settings
from core.notice import notice_for
from gui.notice.notice import NoticeWindow
from gui.notice.notice_reading import NoticeReading
from gui.theme import Appearance

NOTICE = notice_for(Config(settings=Settings(), sources={}, organisation=None))


def opened(look: Appearance, qtbot: QtBot) -> NoticeWindow:
    window = NoticeWindow(look, NOTICE)
    qtbot.addWidget(window)
    window.show()
    return window


def texts(window: NoticeWindow | NoticeReading) -> set[str]:
    return {label.text() for label in window.findChildren(QLabel)}


def visible_texts(page: NoticeReading) -> set[str]:
    return {label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)}


def test_every_word_of_the_notice_is_shown(appearance: Appearance, qtbot: QtBot) -> None:
    """Whatever is added to it."""
    page_texts = {
        text
        for page in NOTICE.pages
        for text in (
            page.headline,
            page.lead,
            *page.never,
            *(part for point in page.points for part in (point.head, point.text)),
            *(cell for row in page.table for cell in row),
            *([page.footnote] if page.footnote else []),
        )
    }

    assert page_texts <= texts(opened(appearance, qtbot))


def test_only_the_last_page_can_be_acknowledged(appearance: Appearance, qtbot: QtBot) -> None:
    """The Return key leads there, page by page."""
    window = opened(appearance, qtbot)
    heard: list[bool] = []
    window.accepted_by_reader.connect(lambda: heard.append(True))
    for page in NOTICE.pages[1:]:
        assert window._next.text() == f"Next: {page.step}"
        qtbot.keyClick(window, Qt.Key.Key_Return)
    assert (window._next.text(), heard) == ("I have read this", [])
    qtbot.keyClick(window, Qt.Key.Key_Return)

    assert heard == [True]
    assert not window.isVisible()


def test_no_page_can_be_skipped(appearance: Appearance, qtbot: QtBot) -> None:
    """A step opens once it was seen; back is always possible."""
    window = opened(appearance, qtbot)
    assert [step.isEnabled() for step in window._steps] == [True, False, False, False]
    window._next.click()
    window._next.click()
    assert [step.isEnabled() for step in window._steps] == [True, True, True, False]
    window._steps[0].click()

    assert window._stack.currentIndex() == 0
    assert not window._back.isEnabled()


def test_closing_accepts_nothing_and_says_so(appearance: Appearance, qtbot: QtBot) -> None:
    """By Escape, or by the window's own button."""
    window = opened(appearance, qtbot)
    heard: list[bool] = []
    window.accepted_by_reader.connect(lambda: heard.append(True))
    assert "Closing this window accepts nothing, and nothing is recorded." in texts(window)
    qtbot.keyClick(window, Qt.Key.Key_Escape)

    assert heard == []
    assert not window.isVisible()


def test_the_notice_can_be_read_again(appearance: Appearance, qtbot: QtBot) -> None:
    """All of it on one page, with nothing to accept."""
    page = NoticeReading(appearance, NOTICE)
    qtbot.addWidget(page)

    assert {one.headline for one in NOTICE.pages} <= texts(page)
    assert "I have read this" not in texts(page)


def test_what_is_read_again_is_what_holds_by_then(appearance: Appearance, qtbot: QtBot) -> None:
    """A policy may have come since the page was made: whoever shows it is asked to look."""
    page = NoticeReading(appearance, NOTICE)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.shown):
        page.show()
    page.show_notice(notice_for(Config(settings=Settings(idle_threshold_s=60), sources={}, organisation=None)))

    assert any("1 min without input" in text for text in visible_texts(page))
    assert not any("5 min without input" in text for text in visible_texts(page))


def test_it_can_be_kept_as_paper_wherever_it_is_read(appearance: Appearance, qtbot: QtBot) -> None:
    """Before it is acknowledged, and again on its page; what came of it is said there."""
    for window in (opened(appearance, qtbot), NoticeReading(appearance, NOTICE)):
        qtbot.addWidget(window)
        [paper] = [button for button in window.findChildren(QPushButton) if button.text() == "Copy as PDF…"]
        with qtbot.waitSignal(window.paper_wanted):
            paper.click()
        window.say("Written: notice.pdf")
        assert "Written: notice.pdf" in texts(window)


def test_whoever_answers_questions_is_named_at_the_foot(appearance: Appearance, qtbot: QtBot) -> None:
    """Where the policy names somebody."""
    window = NoticeWindow(appearance, NOTICE, "data protection, extension 2140")
    qtbot.addWidget(window)

    assert "Questions: data protection, extension 2140" in texts(window)
