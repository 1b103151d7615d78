"""Proof of the colours: contrast after WCAG 2.2, difference after CIEDE2000, sight after Machado et al. 2009.

Text needs 4.5:1 on every surface it may stand on, parts of charts and edges of controls 3:1; every two kinds are at
least 10 apart for normal sight, protanopia, deuteranopia and tritanopia; a heat ramp rises evenly.
"""

import math
from collections.abc import Iterator
from itertools import combinations, pairwise

import msgspec
import pytest

from core.category import Kind
from gui.theme import contrast_palette, from_palette
from gui.tokens import Colours, Contrast, Surface, load_tokens

TEXT, PART, APART, STEP, HIGH = 4.5, 3.0, 10.0, 3.0, 7.0
CONTRAST_THEMES = {
    "Aquatic": ("#202020", "#FFFFFF", "#8EE3F0", "#263B50"),
    "Desert": ("#FFFAEF", "#3D3D3D", "#903909", "#FFF5E3"),
    "Dusk": ("#2D3236", "#FFFFFF", "#A1BFDE", "#212D3B"),
    "Night sky": ("#000000", "#FFFFFF", "#D6B4FD", "#2B2B2B"),
}
"""Those of Windows 11: ground, text, selection, text on it."""
CHART_SURFACES = ("window", "card", "raised", "sunken")
FILLS = ("work", "knowledge", "call", "personal", "unclassified", "idle", "private")
"""A gap has none: it is a dashed line."""
Matrix = tuple[tuple[float, float, float], ...]
SIGHT: dict[str, Matrix] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
SCHEMES = {"light": load_tokens().light, "dark": load_tokens().dark}


def linear(colour: str) -> list[float]:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def contrast(one: str, other: str) -> float:
    luminances = [
        sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True))
        for colour in (one, other)
    ]
    return (max(luminances) + 0.05) / (min(luminances) + 0.05)


def lab(colour: str, sight: str) -> tuple[float, float, float]:
    seen = linear(colour)
    r, g, b = (
        min(1.0, max(0.0, sum(weight * part for weight, part in zip(row, seen, strict=True)))) for row in SIGHT[sight]
    )
    xyz = (
        (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047,
        0.2126729 * r + 0.7151522 * g + 0.0721750 * b,
        (0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883,
    )
    x, y, z = (part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116 for part in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one: str, other: str, sight: str = "normal") -> float:
    """CIEDE2000 of two colours as somebody with `sight` sees them."""
    (l1, a1, b1), (l2, a2, b2) = lab(one, sight), lab(other, sight)
    mean = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    wider = 1.5 - 0.5 * math.sqrt(mean**7 / (mean**7 + 25**7))
    c1, c2 = math.hypot(a1 * wider, b1), math.hypot(a2 * wider, b2)
    h1, h2 = (math.degrees(math.atan2(b, a * wider)) % 360 for a, b in ((a1, b1), (a2, b2)))
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    hue = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2))
    middle, light, chroma = h1 + turn / 2, (l1 + l2) / 2, (c1 + c2) / 2
    waves = ((-0.17, 1, -30), (0.24, 2, 0), (0.32, 3, 6), (-0.20, 4, -63))
    wave = 1 + sum(height * math.cos(math.radians(times * middle + shift)) for height, times, shift in waves)
    by_light = 1 + 0.015 * (light - 50) ** 2 / math.sqrt(20 + (light - 50) ** 2)
    by_chroma, by_hue = 1 + 0.045 * chroma, 1 + 0.015 * chroma * wave
    blue = math.exp(-((((middle - 275 + 180) % 360 - 180) / 25) ** 2))
    bend = -2 * math.sqrt(chroma**7 / (chroma**7 + 25**7)) * math.sin(math.radians(60 * blue))
    d_light, d_chroma, d_hue = (l2 - l1) / by_light, (c2 - c1) / by_chroma, hue / by_hue
    return math.sqrt(d_light**2 + d_chroma**2 + d_hue**2 + bend * d_chroma * d_hue)


def test_black_on_white_is_the_greatest_contrast() -> None:
    """WCAG defines it as 21:1, and grey #767676 on white as just legible."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


def test_lightness_alone_is_told_apart_as_ciede2000_says() -> None:
    """Black and white are 100 apart, and a colour is 0 from itself."""
    assert difference("#000000", "#FFFFFF") == pytest.approx(100.0, abs=0.01)
    assert difference("#0D5872", "#0D5872") == pytest.approx(0.0)


def texts(colours: Colours) -> Iterator[tuple[str, str, str]]:
    """(what, ink, ground) of every text that may stand somewhere."""
    surface, text, accent = colours.surface, colours.text, colours.accent
    for name in ("primary", "secondary", "tertiary"):
        for ground in Surface.__struct_fields__:
            yield f"text.{name} on {ground}", getattr(text, name), getattr(surface, ground)
    yield "text.on_accent on accent", text.on_accent, accent.base
    yield "text.on_accent on accent.hover", text.on_accent, accent.hover
    for ground in (*CHART_SURFACES, "selected"):
        yield f"accent as text on {ground}", accent.base, getattr(surface, ground)
    yield "status.paused as text on attention", colours.status["paused"], surface.attention
    for step, (ground, ink) in enumerate(zip(colours.heat.ramp, colours.heat.ink, strict=True)):
        yield f"number in heat step {step}", ink, ground


def parts(colours: Colours) -> Iterator[tuple[str, str, str]]:
    """(what, ink, ground) of every part of a chart and every edge of a control."""
    for name in CHART_SURFACES:
        ground = getattr(colours.surface, name)
        yield f"edge on {name}", colours.line.edge, ground
        yield f"focus on {name}", colours.accent.focus, ground
        for kind in (*FILLS, "gap"):
            yield f"category.{kind} on {name}", colours.category[kind], ground
        for state, ink in colours.status.items():
            yield f"status.{state} on {name}", ink, ground


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_text_is_legible_wherever_it_may_stand(scheme: str) -> None:
    """At least 4.5:1."""
    too_faint = {what: contrast(ink, ground) for what, ink, ground in texts(SCHEMES[scheme])}

    assert {what: figure for what, figure in too_faint.items() if figure < TEXT} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_part_of_a_chart_stands_out_from_its_ground(scheme: str) -> None:
    """At least 3:1."""
    too_faint = {what: contrast(ink, ground) for what, ink, ground in parts(SCHEMES[scheme])}

    assert {what: figure for what, figure in too_faint.items() if figure < PART} == {}


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_two_kinds_are_told_apart(scheme: str, sight: str) -> None:
    """By whoever looks; their patterns come on top."""
    ink = SCHEMES[scheme].category
    near = {(one, other): difference(ink[one], ink[other], sight) for one, other in combinations(FILLS, 2)}

    assert {pair: figure for pair, figure in near.items() if figure < APART} == {}


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_heat_ramp_rises_step_by_step(scheme: str, sight: str) -> None:
    """Every two neighbours are told apart."""
    steps = [difference(one, other, sight) for one, other in pairwise(SCHEMES[scheme].heat.ramp)]

    assert [step for step in steps if step < STEP] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_high_contrast_of_our_own_is_high(scheme: str) -> None:
    """At least 7:1 for every text and every part, where a system asks for it and has no colours of its own."""
    tokens = load_tokens()
    colours = from_palette(contrast_palette(getattr(tokens.contrast, scheme)), tokens)
    told = {what: contrast(ink, ground) for what, ink, ground in (*texts(colours), *parts(colours))}

    assert {what: figure for what, figure in told.items() if figure < HIGH} == {}


@pytest.mark.parametrize("name", CONTRAST_THEMES)
def test_the_contrast_themes_of_windows_stay_legible(name: str) -> None:
    """Their colours fill every place of ours: text as legible as elsewhere."""
    ground, ink, accent, on_accent = CONTRAST_THEMES[name]
    palette = contrast_palette(Contrast(ground=ground, ink=ink, accent=accent, on_accent=on_accent))
    colours = from_palette(palette, load_tokens())
    told = {what: contrast(ink, ground) for what, ink, ground in (*texts(colours), *parts(colours))}

    assert {what: figure for what, figure in told.items() if figure < TEXT} == {}


def test_every_kind_has_ink_and_pattern() -> None:
    """In both schemes, so that a new kind cannot be forgotten here."""
    for kind in (*Kind, "Gap"):
        assert load_tokens().pattern.of(kind).kind
        assert all(kind.lower() in colours.category for colours in SCHEMES.values())


def test_an_unknown_token_is_refused() -> None:
    """A misspelt colour must not be passed over."""
    known = msgspec.to_builtins(SCHEMES["light"].surface)

    with pytest.raises(msgspec.ValidationError, match="glass"):
        msgspec.convert({**known, "glass": "#FFFFFF"}, Surface)
