"""Exports a period to a file that the person chooses, by the command that does it; never reads the record itself."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from core.errors import EngineroomError
from core.period import Period
from gui.background import Background, Reached
from gui.command import run_long
from gui.presenters.export_formats import ExportFormat, file_name


class Exporting(QObject):
    """Asks for the file; what takes longer than a second shows how far it is, and can be cancelled."""

    def __init__(
        self, background: Background, say: Callable[[str], None], complain: Callable[[EngineroomError], None]
    ) -> None:
        """`say` tells where it was written."""
        super().__init__()
        self._background = background
        self._say = say
        self._complain = complain

    def begin(self, parent: QWidget, kind: ExportFormat, period: Period) -> None:
        """Without waiting for the person to choose."""
        dialog = QFileDialog(parent, self.tr("Export"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{kind.name} (*.{kind.suffix})")
        dialog.setDefaultSuffix(kind.suffix)
        dialog.selectFile(file_name(kind, period))
        dialog.fileSelected.connect(lambda file: self.write(kind, period, Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, kind: ExportFormat, period: Period, file: Path) -> None:
        """Cancelled, nothing of it is left."""

        def export(reached: Reached) -> None:
            days = "--from", period.first.isoformat(), "--to", period.last.isoformat()
            run_long(reached, "export", *days, "--format", kind.key, "--output", str(file), "--progress")

        self._background.run_long(
            self.tr("Exporting {name}").format(name=file.name),
            export,
            lambda _none: self._say(self.tr("Written: {path}").format(path=file)),
            self._complain,
        )
