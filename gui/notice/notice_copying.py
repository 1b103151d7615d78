"""Copies the notice to a PDF file of the reader's choice; never decides what stands in it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from core.notice import Notice
from gui.background import Background
from gui.notice.notice_paper import write_paper

NAME = "engineroom-notice.pdf"


class NoticeCopying(QObject):
    """Asks where to, without waiting for it, and says what came of it."""

    def __init__(self, background: Background, notice: Notice, window: QWidget, say: Callable[[str], None]) -> None:
        super().__init__(window)
        self._background = background
        self.notice = notice
        """What is copied."""
        self._window = window
        self._say = say

    def ask(self) -> None:
        dialog = QFileDialog(self._window, self.tr("Copy the notice as PDF"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setNameFilter(self.tr("PDF files (*.pdf)"))
        dialog.selectFile(NAME)
        dialog.fileSelected.connect(lambda name: self.write(Path(name)))
        dialog.open()

    def write(self, file: Path) -> None:
        notice = self.notice
        self._background.run(
            lambda: write_paper(notice, file),
            lambda written: self._say(self.tr("Written: {path}").format(path=written)),
            lambda error: self._say(str(error)),
        )
