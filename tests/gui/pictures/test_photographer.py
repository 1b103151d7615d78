from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.pictures.photographer import Photographer, Shot


def test_a_window_is_taken_when_all_has_arrived_and_was_prepared(qtbot: QtBot) -> None:
    """One after the other, each brought up, prepared, taken and closed."""
    window = QLabel()
    qtbot.addWidget(window)
    arrived: list[str] = []
    kept: dict[str, str] = {}

    def bring_up() -> None:
        window.setText("loading")
        window.show()

    def busy() -> bool:
        """Something arrives at the third look."""
        if window.text() == "loading":
            arrived.append("look")
            window.setText("loading" if len(arrived) % 3 else "all")
            return True
        return False

    def keep(name: str, _picture: QPixmap) -> None:
        kept[name] = window.text()

    shots = [
        Shot("plain", bring_up, lambda: window),
        Shot("selected", bring_up, lambda: window, lambda: window.setText("all, selected")),
    ]
    photographer = Photographer(shots, busy, keep)
    with qtbot.waitSignal(photographer.finished):
        pass

    assert kept == {"plain": "all", "selected": "all, selected"}
    assert not window.isVisible()
