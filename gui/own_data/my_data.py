"""Composes the page on one's own data and everything that it opens; never reads or deletes on the UI thread."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from core.clock import offset_min
from core.errors import EngineroomError
from gui.access.correcting import Correcting, Outcome
from gui.access.own_data_access import OwnDataAccess
from gui.background import Background
from gui.own_data.corrections import CorrectionsSheet
from gui.own_data.erase import EraseSheet
from gui.own_data.letter import LetterSheet
from gui.own_data.own_data import OwnDataPage
from gui.own_data.policy import PolicySheet
from gui.own_data.shared_rows import SharedRowsSheet
from gui.presenters.agent_view import Phase
from gui.presenters.correction_list import correction_list
from gui.presenters.letter import letter
from gui.presenters.own_data import Deletion, OwnData, own_data_view, shared_before
from gui.presenters.policy import policy_as_text, policy_view
from gui.presenters.shared import shared_view
from gui.theme import Appearance
from gui.tray.agent_link import AgentLink
from gui.widgets.sheet import Sheet


class MyData(QObject):
    """One sheet at a time."""

    day_wanted = Signal()
    """Where stretches are corrected."""
    erased = Signal()
    """The record holds less now: read it again."""

    def __init__(
        self,
        appearance: Appearance,
        background: Background,
        access: OwnDataAccess,
        correcting: Correcting,
        link: AgentLink,
    ) -> None:
        super().__init__()
        self._appearance = appearance
        self._background = background
        self._access = access
        self._correcting = correcting
        self._link = link
        self._found: OwnData | None = None
        self.sheet: Sheet | None = None
        self.page = OwnDataPage(appearance)
        self.setParent(self.page)
        self.page.shown.connect(self.read)
        self.page.export_wanted.connect(self._choose_folder)
        self.page.share_wanted.connect(self._open_share)
        self.page.corrections_wanted.connect(self._open_corrections)
        self.page.letter_wanted.connect(self._open_letter)
        self.page.delete_wanted.connect(self._open_erase)
        self.page.policy_wanted.connect(self._open_policy)
        correcting.changed.connect(self._follow)
        correcting.changed.connect(self._read_corrections)
        correcting.done.connect(self._tell_outcome)

    def read(self) -> None:
        self._background.run(self._access.read, self._show, self._failed)

    def _follow(self) -> None:
        """Something of the record was changed; a page that cannot be seen is read when it is shown."""
        if self.page.isVisible():
            self.read()

    def _show(self, found: OwnData) -> None:
        self._found = found
        self.page.show_view(own_data_view(found, offset_min))

    def _failed(self, error: EngineroomError) -> None:
        self.page.say(str(error))

    def _open(self, sheet: Sheet) -> None:
        if self.sheet is not None:
            self.sheet.close()
            self.sheet.deleteLater()
        self.sheet = sheet
        sheet.open_up()

    def _open_share(self, place: int) -> None:
        if self._found is not None and place < len(self._found.shares):
            share = self._found.shares[place]
            sentence = shared_before(share, offset_min, self._found.today)
            self._open(SharedRowsSheet(self._appearance, sentence, shared_view(share.totals), self.page))

    def _open_corrections(self) -> None:
        sheet = CorrectionsSheet(self._appearance, self.page)
        sheet.take_back_wanted.connect(self._correcting.take_back)
        sheet.undo_wanted.connect(self._correcting.undo)
        sheet.day_wanted.connect(sheet.close)
        sheet.day_wanted.connect(self.day_wanted)
        self._open(sheet)
        self._read_corrections()

    def _read_corrections(self) -> None:
        sheet = self.sheet
        if isinstance(sheet, CorrectionsSheet):
            self._background.run(
                self._access.corrections,
                lambda held: sheet.show_list(correction_list(held, offset_min, self._access.today())),
                lambda error: sheet.say(str(error)),
            )

    def _tell_outcome(self, outcome: Outcome) -> None:
        if isinstance(self.sheet, CorrectionsSheet):
            self.sheet.show_outcome(outcome)

    def _open_letter(self) -> None:
        if self._found is None or self._found.config.organisation is None:
            return
        to, person, today = self._found.config.organisation, self._found.config.person, self._found.today

        def write(first: date, last: date) -> str:
            return letter(to, person, first, last, today)

        sheet = LetterSheet(self._appearance, write, today, self.page)
        sheet.copy_wanted.connect(lambda text: self._copy(sheet, text))
        sheet.save_wanted.connect(lambda text: self._save(sheet, text))
        self._open(sheet)

    def _open_policy(self) -> None:
        if self._found is not None:
            view = policy_view(self._found.config, self._found.files)
            sheet = PolicySheet(self._appearance, view, self.page)
            sheet.copy_wanted.connect(lambda: self._copy(sheet, policy_as_text(view)))
            self._open(sheet)

    def _open_erase(self) -> None:
        if self._found is not None:
            sheet = EraseSheet(self._appearance, self._found.today, self.page)
            sheet.wanted.connect(self._erase)
            self._open(sheet)

    def _erase(self, deletion: Deletion) -> None:
        goes_on = self._link.agent.phase in {Phase.ANSWERING, Phase.STARTING}

        def over(said: str) -> None:
            if goes_on:
                self._link.start()
            self.page.say(said)
            self.read()
            self.erased.emit()

        self._background.run_long(
            self.tr("Deleting"),
            lambda reached: self._access.erase(deletion, reached),
            lambda _nothing: over(self.tr("Deleted, here and in every copy that Engineroom made.")),
            lambda error: over(str(error)),
        )

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self.page, self.tr("Export everything into a new folder in"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.export)
        dialog.open()

    def export(self, folder: str) -> None:
        """Everything, into a new folder in this one."""
        self._background.run_long(
            self.tr("Exporting everything"),
            lambda reached: self._access.export(folder, reached),
            lambda where: self.page.say(self.tr("Everything is in {folder}").format(folder=where)),
            self._failed,
        )

    def _copy(self, sheet: Sheet, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        sheet.say(self.tr("Copied."))

    def _save(self, sheet: Sheet, text: str) -> None:
        dialog = QFileDialog(sheet, self.tr("Keep the letter as a file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.selectFile("engineroom-letter.txt")
        dialog.fileSelected.connect(lambda name: self._write(sheet, Path(name), text))
        dialog.open()

    def _write(self, sheet: Sheet, file: Path, text: str) -> None:
        self._background.run(
            lambda: self._access.write_text(file, text),
            lambda _nothing: sheet.say(self.tr("Written: {path}").format(path=file)),
            lambda error: sheet.say(str(error)),
        )
