"""The icon in the tray with its menu; asks for things and does none of them."""

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from gui.glyphs import tray_icon
from gui.presenters.tray import TrayView
from gui.theme import Appearance
from gui.tray.pause_actions import PauseActions


class Tray(QObject):
    """Every action of the popover is in the menu too, because some panels deliver no click."""

    popover_wanted = Signal()
    page_wanted = Signal(str)
    """One of the pages, by its key."""
    share_wanted = Signal()
    entry_wanted = Signal()
    start_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, appearance: Appearance, pauses: PauseActions) -> None:
        super().__init__()
        self._appearance = appearance
        self._pauses = pauses
        self._view: TrayView | None = None
        self._icon = QSystemTrayIcon(self)
        self._icon.activated.connect(self._activated)
        self._icon.messageClicked.connect(self.popover_wanted)
        self._menu = QMenu()
        self._head = self._menu.addAction("")
        self._head.setEnabled(False)
        self._attention = self._menu.addAction("")
        self._attention.triggered.connect(self.popover_wanted)
        self._start = self._menu.addAction(self.tr("Start the agent again"))
        self._start.triggered.connect(self.start_wanted)
        self._fill_menu()
        self._icon.setContextMenu(self._menu)
        appearance.changed.connect(self._draw)

    def show_view(self, view: TrayView) -> None:
        if view == self._view:
            return
        before, self._view = self._view, view
        self._draw()
        self._icon.setToolTip(view.tooltip)
        self._head.setText(view.head)
        self._attention.setText(view.attention)
        self._attention.setVisible(bool(view.attention))
        self._start.setVisible(view.may_start)
        self._icon.show()
        if view.message and (before is None or before.message != view.message):
            self._icon.showMessage("Engineroom", view.message, self._icon.icon())

    def place(self) -> QRect:
        """Where the icon is; empty where the panel does not tell."""
        return self._icon.geometry()

    def hide(self) -> None:
        self._icon.hide()

    def _draw(self) -> None:
        if self._view is not None:
            self._icon.setIcon(tray_icon(self._view.glyph, self._appearance.ink()))

    def _fill_menu(self) -> None:
        menu = self._menu
        menu.addSeparator()
        menu.addAction(self.tr("Today at a glance")).triggered.connect(self.popover_wanted)
        menu.addAction(self.tr("Open day")).triggered.connect(lambda: self.page_wanted.emit("day"))
        menu.addAction(self.tr("Add entry…")).triggered.connect(self.entry_wanted)
        menu.addSeparator()
        self._pauses.add_pauses(menu.addMenu(self.tr("Pause")))
        menu.addAction(self._pauses.private)
        menu.addAction(self._pauses.resume)
        menu.addSeparator()
        menu.addAction(self.tr("Rules")).triggered.connect(lambda: self.page_wanted.emit("rules"))
        menu.addAction(self.tr("My data")).triggered.connect(lambda: self.page_wanted.emit("my-data"))
        menu.addAction(self.tr("What is recorded?")).triggered.connect(lambda: self.page_wanted.emit("notice"))
        menu.addAction(self.tr("Share day totals…")).triggered.connect(self.share_wanted)
        menu.addAction(self.tr("Supervisor's page")).triggered.connect(lambda: self.page_wanted.emit("supervisor"))
        menu.addSeparator()
        menu.addAction(self.tr("Quit and stop recording")).triggered.connect(self.quit_wanted)

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.popover_wanted.emit()
