"""Has a process of its own look at the desktop for as long as the notice is read; the tray itself never looks."""

import logging

import msgspec
from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from core.example import Told
from gui.agent_process import engineroom_command, source_folder

ENDS_WITHIN_MS = 3000
log = logging.getLogger(__name__)


class DesktopShowing(QObject):
    """What the process tells; it ends with the window, and with this program whatever becomes of it."""

    told = Signal(object)
    """A `core.example.Told`."""
    ended = Signal(str)
    """It ended although somebody still reads; why, where it said so."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._again = self._leaves = False
        """Whether another one is wanted when this one has ended, and whether this one was told to end."""
        self._process = QProcess(self)
        folder = source_folder()
        if folder is not None:
            self._process.setWorkingDirectory(str(folder))
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._finish)
        self._process.errorOccurred.connect(self._fail)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(ENDS_WITHIN_MS)
        self._patience.timeout.connect(self._process.kill)

    @property
    def runs(self) -> bool:
        return self._process.state() is not QProcess.ProcessState.NotRunning

    def start(self) -> None:
        """Look from now on; nothing where it is looked already."""
        if self.runs:
            self._again = self._leaves
            return
        self._leaves = False
        program, *words = engineroom_command("notice", "sample", "--json")
        self._process.start(program, words)

    def stop(self) -> None:
        """Nobody reads any more."""
        self._again = False
        if self.runs:
            self._leaves = True
            self._process.closeWriteChannel()
            self._patience.start()

    def _read(self) -> None:
        while self._process.canReadLine():
            line = self._process.readLine().data()
            if self._leaves:
                continue
            try:
                self.told.emit(msgspec.json.decode(line, type=Told))
            except msgspec.MsgspecError:
                log.warning("an example that cannot be read")

    def _finish(self) -> None:
        self._patience.stop()
        said = bytes(self._process.readAllStandardError().data()).decode(errors="replace").strip()
        if not self._leaves:
            log.info("no example any more: it ended with %s", self._process.exitCode())
            self.ended.emit(said.splitlines()[-1] if said else "")
        if self._again:
            self._again = False
            self.start()

    def _fail(self, error: QProcess.ProcessError) -> None:
        log.warning("no example can be shown: %s", error)
        if error is QProcess.ProcessError.FailedToStart:
            self.ended.emit("")
