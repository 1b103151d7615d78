"""Colours, patterns and sizes of the windows, as data out of tokens.toml; never draws."""

import functools
import tomllib
from pathlib import Path

import msgspec

FILE = Path(__file__).with_name("tokens.toml")


class Surface(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The grounds that something stands on."""

    window: str
    sidebar: str
    titlebar: str
    card: str
    raised: str
    sunken: str
    hover: str
    selected: str
    attention: str


class Text(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    primary: str
    secondary: str
    tertiary: str
    on_accent: str


class Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    hairline: str
    border: str
    edge: str
    selection: str


class Accent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    base: str
    hover: str
    focus: str


class Heat(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Steps of a heat map, and the ink of the numbers in its cells."""

    ramp: tuple[str, ...]
    ink: tuple[str, ...]
    empty: str


class Colours(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One colour scheme."""

    surface: Surface
    text: Text
    line: Line
    accent: Accent
    category: dict[str, str]
    """Ink by kind, in lower case."""
    status: dict[str, str]
    """Ink of a glyph inside a window, by its name."""
    heat: Heat


class Contrast(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """High contrast where the system has no colours of its own for it."""

    ground: str
    ink: str
    accent: str
    on_accent: str


class Contrasts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    light: Contrast
    dark: Contrast


class Pattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is drawn on top of an ink; lengths in device-independent pixels."""

    kind: str
    angle: float = 0
    period: float = 0
    knock: float = 0
    """Width of the lines that are drawn in the ground's colour."""
    dot: float = 0
    stroke: float = 1
    outline: str = ""
    dash: str = ""
    ground: str = ""
    glyph: str = ""


class Swatch(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    width: int
    height: int


class Patterns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The pattern of each kind, and how blocks are told apart."""

    work: Pattern
    knowledge: Pattern
    call: Pattern
    personal: Pattern
    unclassified: Pattern
    idle: Pattern
    private: Pattern
    gap: Pattern
    separator: float
    solid_below: float
    swatch: Swatch

    def of(self, kind: str) -> Pattern:
        """`kind` is a `core.category.Kind`, `Gap` or `Call`."""
        pattern: Pattern = getattr(self, kind.lower())
        return pattern


class Size(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How one role of text is set."""

    pt: float
    line: int
    weight: int
    tracking: float = 0


class Sizes(msgspec.Struct, frozen=True):
    base: Size
    strong: Size
    small: Size
    caption: Size
    sentence: Size
    title: Size
    figure: Size


class Lanes(msgspec.Struct, frozen=True):
    """Heights of the lanes of a day, the room between them, and the width of their names."""

    state: int
    category: int
    application: int
    window: int
    calendar: int
    between: int
    label: int


class Space(msgspec.Struct, frozen=True):
    """Lengths that more than one view keeps to."""

    page: dict[str, int]
    between_cards: int
    inside_card: int
    control_height: int
    control_height_small: int
    row: int
    row_dense: int
    nav_row: int
    sidebar_width: int
    side_panel: int
    lane: Lanes


class Radius(msgspec.Struct, frozen=True):
    control: int
    card: int
    popover: int


class Tokens(msgspec.Struct, frozen=True, rename={"sizes": "type"}):
    light: Colours
    dark: Colours
    contrast: Contrasts
    pattern: Patterns
    sizes: Sizes
    space: Space
    radius: Radius


@functools.cache
def load_tokens() -> Tokens:
    return msgspec.convert(tomllib.loads(FILE.read_text(encoding="utf-8")), Tokens)
