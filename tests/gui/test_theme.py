import pytest
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from gui.theme import SMALLEST_PT, Appearance, Theme
from gui.tokens import load_tokens


@pytest.fixture
def own(qapp: QApplication, appearance: Appearance) -> Appearance:
    """An appearance of the test's own; the session's is put on again by whoever comes next."""
    return Appearance(qapp)


def test_a_scheme_fills_palette_and_stylesheet(own: Appearance, appearance: Appearance, qapp: QApplication) -> None:
    """Qt's own widgets take the palette, buttons and cards the sheet."""
    own.wear("dark")
    try:
        assert qapp.palette().color(QPalette.ColorRole.Window).name() == load_tokens().dark.surface.window.lower()
        assert load_tokens().dark.accent.base in qapp.styleSheet()
        assert own.theme.ink("Work").name() == "#5ab0d4"
    finally:
        appearance.wear("light")


def test_high_contrast_leaves_the_system_its_colours(
    own: Appearance, appearance: Appearance, qapp: QApplication
) -> None:
    """A sheet without a colour, one ink for every kind; patterns are what is left."""
    own.wear("contrast")
    try:
        theme = own.theme
        assert "#" not in qapp.styleSheet()
        assert {theme.ink(kind).name() for kind in ("Work", "Knowledge", "Idle", "Gap")} == {theme.colours.text.primary}
    finally:
        appearance.wear("light")


def test_those_who_paint_hear_of_a_change(own: Appearance, appearance: Appearance) -> None:
    """Marks on buttons are drawn anew."""
    heard: list[str] = []
    own.changed.connect(lambda: heard.append(own.theme.scheme))
    own.wear("dark")
    own.wear("light")
    appearance.wear("light")

    assert heard == ["dark", "light"]


def test_the_glyph_of_the_closed_tray_needs_no_theme(own: Appearance, qapp: QApplication) -> None:
    """Asking for its ink dresses nothing."""
    before = qapp.styleSheet()

    assert own.ink().name() in {"#1a2025", "#e9ecef"}
    assert qapp.styleSheet() == before


@pytest.mark.parametrize(
    ("system_pt", "caption_pt", "title_pt"), [(8.0, 8.25, 15.0), (9.75, 8.25, 15.0), (13.0, 11.0, 20.0)]
)
def test_a_large_system_font_makes_everything_larger(system_pt: float, caption_pt: float, title_pt: float) -> None:
    """And a small one nothing smaller than can be read."""
    font = QFont()
    font.setPointSizeF(system_pt)
    theme = Theme(scheme="light", colours=load_tokens().light, tokens=load_tokens(), system_font=font)

    assert theme.font("caption").pointSizeF() == pytest.approx(max(SMALLEST_PT, caption_pt), abs=0.01)
    assert theme.font("title").pointSizeF() == pytest.approx(title_pt, abs=0.01)
