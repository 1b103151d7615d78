"""Tokens as Qt's colours, fonts and palette, following the system's colour scheme; never paints a widget itself."""

import sys
from dataclasses import dataclass, field
from typing import Literal

import msgspec
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from gui.stylesheet import HIGH_CONTRAST, stylesheet
from gui.tokens import Accent, Colours, Contrast, Heat, Line, Surface, Text, Tokens, load_tokens

Scheme = Literal["light", "dark", "contrast"]
Role = Literal["base", "strong", "small", "caption", "sentence", "title", "figure"]
SMALLEST_PT = 8.25
DISABLED = QPalette.ColorGroup.Disabled


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Everything that a painter needs to know."""

    scheme: Scheme
    colours: Colours
    tokens: Tokens
    system_font: QFont
    _fonts: dict[Role, QFont] = field(default_factory=dict, compare=False, repr=False)
    """Made once: painters ask for each text that they write."""

    def ink(self, kind: str) -> QColor:
        """The ink of a `Kind`, or of `Gap`."""
        return QColor(self.colours.category[kind.lower()])

    def font(self, role: Role) -> QFont:
        """The system's font in the size of `role`; larger where the system's own is larger than the base size."""
        if role not in self._fonts:
            self._fonts[role] = self._made_font(role)
        return QFont(self._fonts[role])

    def _made_font(self, role: Role) -> QFont:
        size = getattr(self.tokens.sizes, role)
        factor = max(1.0, self.system_font.pointSizeF() / self.tokens.sizes.base.pt)
        font = QFont(self.system_font)
        font.setPointSizeF(max(SMALLEST_PT, size.pt * factor))
        font.setWeight(QFont.Weight(size.weight))
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, size.tracking)
        font.setFeature(QFont.Tag.fromString("tnum"), 1)
        return font

    def palette(self) -> QPalette:
        """The colours that Qt's own widgets take."""
        surface, text, line = self.colours.surface, self.colours.text, self.colours.line
        accent, role = self.colours.accent, QPalette.ColorRole
        palette = QPalette()
        for where, colour in (
            (role.Window, surface.window), (role.Base, surface.card), (role.AlternateBase, surface.sunken),
            (role.Button, surface.card), (role.ToolTipBase, surface.raised), (role.Light, surface.raised),
            (role.Midlight, surface.hover), (role.Mid, line.border), (role.Dark, line.edge),
            (role.WindowText, text.primary), (role.Text, text.primary), (role.ButtonText, text.primary),
            (role.ToolTipText, text.primary), (role.PlaceholderText, text.tertiary), (role.Accent, accent.base),
            (role.Highlight, accent.base), (role.HighlightedText, text.on_accent), (role.Link, accent.base),
        ):  # fmt: skip
            palette.setColor(where, QColor(colour))
        for where in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(DISABLED, where, QColor(text.tertiary))
        return palette


class Appearance(QObject):
    """The theme in force; a change of the system's scheme dresses the application anew."""

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._system_font = application.font()
        self._worn: Theme | None = None
        self._hints = application.styleHints()
        self._accessibility = self._hints.accessibility()  # asked for again later, Qt may have given it back
        self._hints.colorSchemeChanged.connect(self._follow)
        self._accessibility.contrastPreferenceChanged.connect(self._follow)

    @property
    def theme(self) -> Theme:
        """The theme in force; the application is dressed in it from the first call on."""
        if self._worn is None:
            self.wear(self._scheme_of_system())
        assert self._worn is not None
        return self._worn

    def ink(self) -> QColor:
        """The colour of a glyph in the panel; dresses nothing."""
        return QColor(getattr(load_tokens(), "dark" if self._is_dark() else "light").text.primary)

    def wear(self, scheme: Scheme) -> None:
        """Dress the application."""
        tokens = load_tokens()
        contrast = self._contrast_palette(tokens) if scheme == "contrast" else None
        colours = getattr(tokens, scheme) if contrast is None else from_palette(contrast, tokens)
        self._worn = Theme(scheme=scheme, colours=colours, tokens=tokens, system_font=self._system_font)
        self._application.setFont(self._worn.font("base"))
        self._application.setPalette(self._worn.palette() if contrast is None else contrast)
        self._application.setStyleSheet(HIGH_CONTRAST if scheme == "contrast" else stylesheet(colours, tokens))
        self.changed.emit()

    def _follow(self) -> None:
        if self._worn is not None:
            self.wear(self._scheme_of_system())
        else:
            self.changed.emit()

    def _scheme_of_system(self) -> Scheme:
        contrast = self._accessibility.contrastPreference()
        if contrast is Qt.ContrastPreference.HighContrast:
            return "contrast"
        return "dark" if self._is_dark() else "light"

    def _contrast_palette(self, tokens: Tokens) -> QPalette:
        """The colours that the person chose where the system has such a choice; else black and white."""
        if sys.platform == "win32":
            self._application.setPalette(QPalette())  # the system's own again, as it is now
            return self._application.palette()
        return contrast_palette(tokens.contrast.dark if self._is_dark() else tokens.contrast.light)

    def _is_dark(self) -> bool:
        return self._hints.colorScheme() is Qt.ColorScheme.Dark


def contrast_palette(contrast: Contrast) -> QPalette:
    """What Qt's own widgets take in high contrast where the system has no colours for it."""
    palette, role = QPalette(), QPalette.ColorRole
    for where in QPalette.ColorRole:
        if where is not role.NColorRoles:
            palette.setColor(where, QColor(contrast.ink))
    for where in (role.Window, role.Base, role.AlternateBase, role.Button, role.ToolTipBase):
        palette.setColor(where, QColor(contrast.ground))
    for where in (role.Highlight, role.Accent, role.Link, role.LinkVisited):
        palette.setColor(where, QColor(contrast.accent))
    palette.setColor(role.HighlightedText, QColor(contrast.on_accent))
    return palette


def from_palette(palette: QPalette, tokens: Tokens) -> Colours:
    """The system's colours alone: kinds are told apart by their patterns."""

    def name(role: QPalette.ColorRole) -> str:
        return palette.color(role).name()

    role = QPalette.ColorRole
    window, base, text, accent = name(role.Window), name(role.Base), name(role.WindowText), name(role.Highlight)
    plain = Surface(*[window] * len(Surface.__struct_fields__))
    return Colours(
        surface=msgspec.structs.replace(plain, card=base, raised=base, selected=base, attention=base),
        text=Text(primary=text, secondary=text, tertiary=text, on_accent=name(role.HighlightedText)),
        line=Line(*[text] * len(Line.__struct_fields__)),
        accent=Accent(base=accent, hover=accent, focus=accent),
        category=dict.fromkeys(tokens.light.category, text),
        status=dict.fromkeys(tokens.light.status, text),
        heat=Heat(ramp=(base,), ink=(text,), empty="outline"),
    )
