"""Sharing step by step: read the rows, show them, write them once they were agreed to; never writes unseen rows."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from core.errors import EngineroomError
from gui.access.record_access import RecordAccess
from gui.background import Background
from gui.own_data.share import ShareDialog
from gui.places import Places
from gui.presenters.shared import shared_view
from gui.theme import Appearance
from reports.sharing import SharedTotals


class Sharing(QObject):
    """One dialog at a time."""

    shared = Signal(str)
    """The folder that was written to."""

    def __init__(
        self,
        appearance: Appearance,
        background: Background,
        access: RecordAccess,
        places: Places,
        complain: Callable[[EngineroomError], None],
    ) -> None:
        super().__init__()
        self._appearance = appearance
        self._background = background
        self._access = access
        self._places = places
        self._complain = complain
        self._dialog: ShareDialog | None = None

    def begin(self, folder: str) -> None:
        """`folder` is proposed, or that of the settings where it is empty; it can be changed in the dialog."""
        self._background.run(
            self._access.totals_to_share, lambda found: self._show(found.totals, folder or found.folder), self._complain
        )

    def _show(self, totals: SharedTotals, folder: str) -> None:
        if self._dialog is not None:
            self._dialog.close()
        dialog = ShareDialog(self._appearance, shared_view(totals), folder)
        dialog.folder_wanted.connect(lambda: choose_folder(dialog, dialog.show_folder))
        dialog.share_wanted.connect(lambda chosen: self._write(dialog, chosen, totals))
        self._dialog = dialog
        self._places.keep(dialog, "share")
        dialog.show()
        dialog.activateWindow()

    def _write(self, dialog: ShareDialog, folder: str, totals: SharedTotals) -> None:
        def done(path: Path) -> None:
            dialog.say(self.tr("Written: {path}").format(path=path))
            self.shared.emit(folder)

        self._background.run_afar(
            lambda: self._access.share(folder, totals), done, lambda error: dialog.say(str(error))
        )


def choose_folder(parent: QWidget, chosen: Callable[[str], None]) -> None:
    """Let the person choose a folder, without waiting for it."""
    dialog = QFileDialog(parent)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(chosen)
    dialog.open()
