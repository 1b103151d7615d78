from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import QApplication

from gui.glyphs import FOLDER, TRAY_SIZES, glyph_pixmap, tray_icon
from gui.presenters.agent_view import Glyph

INK = QColor("#1a2025")


def shape(pixmap: QPixmap) -> list[bool]:
    """Where the glyph covers its square, whatever its colour."""
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    return [image.pixelColor(x, y).alpha() > 127 for x in range(image.width()) for y in range(image.height())]


def test_every_state_has_a_glyph_and_no_two_look_alike(qapp: QApplication) -> None:
    """By their silhouettes at the smallest size: at least a dozen pixels differ."""
    shapes = {glyph: shape(glyph_pixmap(glyph, INK, 16)) for glyph in Glyph}

    for one, other in combinations(Glyph, 2):
        apart = sum(a != b for a, b in zip(shapes[one], shapes[other], strict=True))
        assert apart >= 12, f"{one} and {other} differ in {apart} pixels"


def test_a_glyph_is_drawn_in_the_ink_it_is_given(qapp: QApplication) -> None:
    """The panel's, light or dark."""
    image = glyph_pixmap(Glyph.STOPPED, QColor("#e9ecef"), 22).toImage()

    assert image.pixelColor(11, 11).name() == "#e9ecef"


def test_a_panel_finds_every_size_it_may_ask_for(qapp: QApplication) -> None:
    """Without scaling."""
    icon = tray_icon(Glyph.RECORDING, INK)

    assert {size.width() for size in icon.availableSizes()} == set(TRAY_SIZES)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.svg")), ids=lambda path: path.stem)
def test_every_drawing_draws_something(path: Path, qapp: QApplication) -> None:
    """A broken file would be an invisible button."""
    assert any(shape(glyph_pixmap(path.stem, INK, 32)))
