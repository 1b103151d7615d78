import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from core.category import Kind
from gui.presenters.strips import Block
from gui.theme import Appearance
from gui.widgets.blocks import paint_block, paint_blocks

GROUND = QColor("#ffffff")


def painted(look: Appearance, kind: str, width: int, ratio: float = 1.0) -> QImage:
    """A block of `kind`, 20 high, on white."""
    image = QImage(round(width * ratio), round(20 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(GROUND)
    with QPainter(image) as painter:
        paint_block(painter, look.theme, kind, QRectF(0, 0, width, 20), GROUND)
    return image


def grey(image: QImage) -> bytes:
    return bytes(image.convertToFormat(QImage.Format.Format_Grayscale8).constBits())


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_every_kind_survives_a_grey_print(appearance: Appearance, ratio: float) -> None:
    """No two of them look the same without colour, at any scale of the screen."""
    kinds = (*Kind, "Gap")

    assert len({grey(painted(appearance, kind, 40, ratio)) for kind in kinds}) == len(kinds)


def test_work_is_solid_and_idle_an_outline(appearance: Appearance) -> None:
    """What was measured is matter; time without input is only framed."""
    work, idle = painted(appearance, "Work", 40), painted(appearance, "Idle", 40)

    assert colours(work) == {appearance.theme.ink("Work").name()}
    assert idle.pixelColor(20, 10) == GROUND
    assert idle.pixelColor(0, 10) == idle.pixelColor(39, 10) == appearance.theme.ink("Idle")


def test_a_gap_is_empty_paper_with_a_dotted_floor(appearance: Appearance) -> None:
    """Nothing stands above the last row of pixels."""
    gap = painted(appearance, "Gap", 40)
    floor = [gap.pixelColor(x, 19) for x in range(40)]

    assert {gap.pixelColor(x, y).name() for x in range(40) for y in range(19)} == {"#ffffff"}
    assert 0 < floor.count(appearance.theme.ink("Gap")) < 40


def test_what_is_too_narrow_for_a_pattern_is_plain_ink(appearance: Appearance) -> None:
    """Two pixels of hatch would be noise."""
    assert colours(painted(appearance, "Knowledge", 2)) == {appearance.theme.ink("Knowledge").name()}


def test_neighbours_are_parted_by_a_line_of_ground(appearance: Appearance) -> None:
    """One pixel, taken from the earlier one; none before a gap."""
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(GROUND)
    with QPainter(image) as painter:
        blocks = [Block(0.0, 0.5, "Work"), Block(0.5, 0.75, "Private"), Block(0.75, 1.0, "Gap")]
        paint_blocks(painter, appearance.theme, blocks, QRectF(0, 0, 40, 20), GROUND)

    work, private = appearance.theme.ink("Work"), appearance.theme.ink("Private")
    assert image.pixelColor(18, 10) == work
    assert image.pixelColor(19, 10) == GROUND
    assert image.pixelColor(20, 10) == private
    assert image.pixelColor(29, 10) == private
