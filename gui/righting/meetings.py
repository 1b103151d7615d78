"""Lets the person choose the calendar that explains their absences, and remembers which; never keeps what is in it."""

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from core.clock import offset_min
from gui.righting.calendar_file import CalendarFile
from gui.righting.gap_card import GapCard

CALENDAR_FILE = "calendar/file"


class Meetings(QObject):
    """One file for all days."""

    changed = Signal()
    """Another file, or none: read the day again."""

    def __init__(self, memory: QSettings) -> None:
        super().__init__()
        self._memory = memory
        self.file = CalendarFile(str(memory.value(CALENDAR_FILE) or ""), offset_min)

    def offer(self, card: GapCard) -> None:
        """Do what is wanted on this card."""
        card.calendar_wanted.connect(lambda: self._choose(card))
        card.calendar_given_up.connect(lambda: self.show_file(""))

    def show_file(self, path: str) -> None:
        """Read meetings from there from now on; from nowhere where it is empty."""
        self._memory.setValue(CALENDAR_FILE, path)
        self.file.path = path
        self.changed.emit()

    def _choose(self, parent: QWidget) -> None:
        dialog = QFileDialog(parent.window(), self.tr("The calendar whose meetings are shown"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Calendars (*.ics)"))
        dialog.fileSelected.connect(self.show_file)
        dialog.open()
