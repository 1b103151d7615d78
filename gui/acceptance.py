"""The notice from its first showing to its acknowledgement; nothing is recorded before, and this records nothing."""

from PySide6.QtCore import QObject, Signal

from core.errors import EngineroomError
from core.notice import Notice
from gui.background import Background
from gui.notice import NoticeWindow
from gui.record_access import RecordAccess
from gui.theme import Appearance


class Acceptance(QObject):
    """Notes that the notice was shown, then that it was accepted, in this order."""

    accepted = Signal()
    failed = Signal(object)
    """An `EngineroomError`."""

    def __init__(self, appearance: Appearance, background: Background, access: RecordAccess, notice: Notice) -> None:
        super().__init__()
        self._background = background
        self._access = access
        self._noted = False
        self._agreed = False
        self.window = NoticeWindow(appearance, notice)
        self.window.shown.connect(self._note)
        self.window.accepted_by_reader.connect(self._agree)

    def show(self) -> None:
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def _note(self) -> None:
        self._background.run(self._access.note_notice_shown, lambda _nothing: self._was_noted(), self._fail)

    def _was_noted(self) -> None:
        self._noted = True
        if self._agreed:
            self._agree()

    def _agree(self) -> None:
        self._agreed = True
        if self._noted:
            self._background.run(self._access.accept_notice, lambda _nothing: self.accepted.emit(), self._fail)

    def _fail(self, error: EngineroomError) -> None:
        self._agreed = False
        self.failed.emit(error)
