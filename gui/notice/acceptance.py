"""The notice from its first showing to its acknowledgement; nothing is recorded before, and this records nothing."""

from PySide6.QtCore import QObject, Signal

from core.errors import EngineroomError
from core.example import Told
from core.notice import Notice
from core.wording import retell
from gui.access.record_access import RecordAccess
from gui.background import Background
from gui.command import run_engineroom
from gui.notice.desktop_showing import DesktopShowing
from gui.notice.notice import NoticeWindow
from gui.notice.notice_copying import NoticeCopying
from gui.notice.notice_example import NoticeExample
from gui.notice.notice_preview import NoticePreview
from gui.presenters.live_example import LiveExample
from gui.theme import Appearance


class Acceptance(QObject):
    """Notes that the notice was shown, then that it was accepted, in this order."""

    accepted = Signal()
    failed = Signal(object)
    """An `EngineroomError`."""

    def __init__(self, appearance: Appearance, background: Background, access: RecordAccess, notice: Notice) -> None:
        super().__init__()
        config = access.config()
        self._background = background
        self._access = access
        self._notice = notice
        self._noted = False
        self._noting = False
        self._agreed = False
        self._live = LiveExample()
        self._example = NoticeExample(appearance)
        self._example.install_wanted.connect(self._install)
        self._showing = DesktopShowing(self)
        self._showing.told.connect(self.hear)
        self._showing.ended.connect(self._give_up)
        self.window = NoticeWindow(appearance, notice, config.organisation.contact if config.organisation else "")
        self.window.pages[0].add(self._example)
        self.window.pages[1].add(NoticePreview(appearance, config))
        self.window.shown.connect(self._note)
        self.window.shown.connect(self._showing.start)
        self.window.hidden.connect(self._showing.stop)
        self.window.accepted_by_reader.connect(self._agree)
        self._copying = NoticeCopying(background, notice, self.window, self.window.say)
        self.window.paper_wanted.connect(self._copying.ask)

    def show(self) -> None:
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def hear(self, told: Told) -> None:
        """Something of this desktop, to be shown and not stored."""
        self._live.hear(told)
        self._example.show_example(self._live)

    def _give_up(self, reason: str) -> None:
        self._live.give_up(retell(reason))
        self._example.show_example(self._live)

    def _note(self) -> None:
        self._noting = True
        self._background.run(
            lambda: self._access.note_notice_shown(self._notice), lambda _nothing: self._was_noted(), self._fail
        )

    def _was_noted(self) -> None:
        self._noting = False
        self._noted = True
        if self._agreed:
            self._agree()

    def _agree(self) -> None:
        self._agreed = True
        if self._noted:
            self._background.run(
                lambda: self._access.accept_notice(self._notice), lambda _nothing: self.accepted.emit(), self._fail
            )
        elif not self._noting:
            self._note()  # it failed before, and is told again if it still does

    def _fail(self, error: EngineroomError) -> None:
        self._noting = self._agreed = False
        self.failed.emit(error)

    def _install(self) -> None:
        self._background.run(
            lambda: run_engineroom("desktop", "install"), self._example.say, lambda error: self._example.say(str(error))
        )
