"""A line that says what takes longer than a second, how far it has come, and cancels it; never does the work."""

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.background import Background, LongJob
from gui.theme import Appearance
from gui.widgets.buttons import Button
from gui.widgets.labels import ElidedLabel, Label

SILENT_S = 1.0
LOOK_EVERY_MS = 100
BAR_WIDTH, BAR_HEIGHT = 160, 6


class Bar(QWidget):
    """How much is done; empty where nobody can tell, because nothing in these windows moves by itself."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._share = 0.0
        self.setFixedSize(BAR_WIDTH, BAR_HEIGHT)

    def show_share(self, share: float) -> None:
        if share != self._share:
            self._share = share
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._appearance.theme.colours
        whole = QRectF(self.rect())
        with QPainter(self) as painter:
            painter.fillRect(whole, QColor(colours.surface.sunken))
            painter.fillRect(QRectF(0, 0, whole.width() * self._share, whole.height()), QColor(colours.accent.base))
            painter.setPen(QColor(colours.line.edge))
            painter.drawRect(whole.adjusted(0.5, 0.5, -0.5, -0.5))


class ProgressStrip(QWidget):
    """Not there while nothing takes long; the earliest of several jobs comes first."""

    def __init__(self, appearance: Appearance, background: Background) -> None:
        super().__init__()
        self._background = background
        self._shown: LongJob | None = None
        self._says = ElidedLabel(appearance, role="small")
        self._bar = Bar(appearance)
        self._share = Label(appearance, role="small", tone="secondary")
        self._share.setMinimumWidth(self._share.fontMetrics().horizontalAdvance("100 %"))
        self._cancel = Button(appearance, self.tr("Cancel"))
        self._cancel.clicked.connect(self._cancel_shown)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 8)
        row.setSpacing(12)
        row.addWidget(self._says, 1)
        for part in (self._bar, self._share, self._cancel):
            row.addWidget(part)
        background.long_job_began.connect(self._timer.start)
        self.hide()
        if background.long_jobs:
            self._timer.start()

    def _look(self) -> None:
        jobs = self._background.long_jobs
        if not jobs:
            self._timer.stop()
        self._shown = next((job for job in jobs if job.lasts_s >= SILENT_S), None)
        if self._shown is not None:
            self._show(self._shown)
        self.setVisible(self._shown is not None)

    def _show(self, job: LongJob) -> None:
        percent = "" if job.share is None else f"{job.share:.0%}".replace("%", " %")
        self._says.setText(job.says)
        self._bar.show_share(job.share or 0.0)
        self._share.setText(percent)
        self._cancel.setEnabled(job.wanted)
        self._cancel.setAccessibleName(self.tr("Cancel: {what}").format(what=job.says))
        self.setAccessibleDescription(f"{job.says} {percent}".strip())

    def _cancel_shown(self) -> None:
        if self._shown is not None:
            self._shown.cancel()
            self._cancel.setEnabled(False)
