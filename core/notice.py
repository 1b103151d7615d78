"""What a person must have read before anything is recorded; never records that they did."""

import hashlib
from collections.abc import Collection
from dataclasses import astuple, dataclass

from core.config import Config
from core.privacy import TitleLevel
from core.redactor import Effect


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to know: a head and a sentence or two."""

    head: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of the notice; whatever does not apply is empty."""

    step: str
    """Its name in the list of steps."""
    headline: str
    lead: str
    points: tuple[Point, ...] = ()
    never: tuple[str, ...] = ()
    """What is never recorded."""
    table: tuple[tuple[str, str, str], ...] = ()
    """Rows of: what, for you, for your supervisor."""
    footnote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """The whole notice, as it applies to one desk under one policy."""

    title: str
    pages: tuple[Page, ...]

    @property
    def hash(self) -> str:
        """SHA-256 of the text: it changes with every word, so that a changed notice is shown again."""
        return hashlib.sha256(repr(astuple(self)).encode()).hexdigest()

    def as_text(self) -> str:
        """The notice for a terminal."""
        return "\n\n".join([self.title, *(_page_as_text(page) for page in self.pages)]) + "\n"


def notice_for(config: Config, effects: Collection[Effect] = ()) -> Notice:
    """The notice that `config` calls for, and rules that others wrote and that have these effects."""
    return Notice(
        title="Before anything is recorded",
        pages=(_what(config, effects), _who(config), _why(config), _pause(config)),
    )


NEVER = (
    "Which keys you press and what you type",
    "Pictures of the screen",
    "Web addresses",
    "Pointer positions",
    "Content of mail or documents",
    "Other devices",
)
_TITLES = {
    TitleLevel.FULL: "Its application and its title, as the title bar shows it.",
    TitleLevel.REDACTED: "Its application and its title. Numbers, addresses and paths are masked before it is stored.",
    TitleLevel.APP_ONLY: "Its application. Titles are not stored.",
}
_BY_RULES = {
    Effect.PRIVATE: Point(
        "Private by rule", "Of windows that the rules call private, that time passed is noted, nothing else."
    ),
    Effect.REDACT: Point("Masked by rule", "What the rules name in a title is masked before it is stored."),
    Effect.CASE: Point(
        "Cases are tokens",
        "Where the rules find the number of a case in a title, a token made with a secret key is stored in its place: "
        "it tells that two stretches were about one case, and only who has the key can tell which.",
    ),
}
_PAUSES = {"15m": "15 minutes", "1h": "an hour", "tomorrow": "until tomorrow"}


def _minutes(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    parts = [f"{minutes} min"] * bool(minutes) + [f"{rest} s"] * bool(rest)
    return " ".join(parts)


def _what(config: Config, effects: Collection[Effect]) -> Page:
    idle = _minutes(config.settings.idle_threshold_s)
    return Page(
        step="What is recorded",
        headline="What is recorded",
        lead="Engineroom notes which window is in front and whether anyone is at the keyboard. "
        "You see everything it knows about you.",
        points=(
            Point("The window in front", _TITLES[config.settings.titles]),
            Point(
                "Whether someone is at the keyboard",
                f"The time since the last input, never the input itself. {idle} without input count as idle, "
                "not as “not working”.",
            ),
            *_calls(config),
            *_input_counts(config),
            Point("Sleep, stops and your pauses", "So that a stretch nobody observed is never taken for an idle one."),
            *_when(config),
            *(point for effect, point in _BY_RULES.items() if effect in effects),
        ),
        never=NEVER,
        footnote="Password managers and private browsing windows are private: that time passed is noted, nothing else.",
    )


def _calls(config: Config) -> tuple[Point, ...]:
    """By the names that the settings give: whom they add is told, and asked again."""
    named = config.settings.call_apps
    holders = ", ".join(f"any of the {name[1:].replace('-', ' ')}" if name.startswith("@") else name for name in named)
    text = (
        f"That one of these programs holds the microphone: {holders}. Then you are in a call and not idle. "
        "Nothing is listened to."
    )
    return (Point("Whether you are in a call", text),) if named else ()


def _input_counts(config: Config) -> tuple[Point, ...]:
    text = (
        "The number of keys pressed, clicks and scrolls, and how many of them software made up. Never which key or "
        "where; not while the screen is locked by a locker that tells so, in private time or in a pause."
    )
    return (Point("How much input there is", text),) if config.settings.input_counts else ()


def _when(config: Config) -> tuple[Point, ...]:
    hours = ", ".join(config.settings.working_hours)
    return (Point("Only in working hours", f"{hours}. At other times nothing is looked at."),) if hours else ()


def _who(config: Config) -> Page:
    shared = "Day totals" if config.settings.share_detail == "category" else "Day totals by kind"
    titles = {TitleLevel.FULL: "Yes", TitleLevel.REDACTED: "Masked", TitleLevel.APP_ONLY: "Not stored"}
    set_by = f"Set by the policy of {config.organisation.name}." if config.organisation else "Nobody manages this desk."
    return Page(
        step="Who sees what",
        headline="Who sees what",
        lead="Your supervisor sees less than you do, and never something you cannot see. Totals leave this "
        "computer only when you share them, after you were shown the exact rows.",
        table=(
            ("Window titles", titles[config.settings.titles], "No"),
            ("Minute by minute", "Yes", "No"),
            ("Totals by category", "Yes", shared),
            ("Applications used", "Yes", "No"),
            ("Idle", "Every stretch", "Day total only"),
            ("Private time and pauses", "That there was one, never what", "“Not recorded”, no reason"),
            ("Input counts", "Stretch by stretch" if config.settings.input_counts else "Not recorded", "No"),
        ),
        footnote=f"{set_by} If the policy changes, this notice comes back before anything else is recorded. "
        "Nobody is ranked.",
    )


def _why(config: Config) -> Page:
    organisation = config.organisation
    points = [Point("Where it is kept", "In one file on this computer that only you can read. No port is opened.")]
    points.append(Point("How long", _how_long(config)))
    if organisation is None:
        points.append(Point("Why", "For yourself: to see where your time goes."))
    else:
        points.append(Point("Why", organisation.purpose or f"{organisation.name} has stated no purpose."))
        points.append(Point("Impact assessment", organisation.dpia))
        points.append(Point("Questions", organisation.contact or f"Ask {organisation.name}."))
    return Page(
        step="How long, and why",
        headline="How long, and why",
        lead="The record stays on this computer.",
        points=tuple(points),
    )


def _how_long(config: Config) -> str:
    settings = config.settings
    kept = []
    if settings.keep_spans_days:
        kept.append(f"Windows and times for {settings.keep_spans_days} days, then only their totals.")
    if settings.keep_totals_months:
        kept.append(f"Totals for {settings.keep_totals_months} months.")
    until = "until you erase it: `engineroom erase`." if settings.erase_allowed else "for good."
    if not kept:
        kept.append(f"Everything {until}")
    elif settings.erase_allowed:
        kept.append("You can erase it before: `engineroom erase`.")
    if not settings.erase_allowed:
        kept.append("The policy does not allow you to erase it.")
    return " ".join(kept)


def _pause(config: Config) -> Page:
    pauses = [_PAUSES[choice] for choice in config.settings.pause_choices]
    pause = f"Stop recording for {', '.join(pauses)}." if pauses else "The policy allows no pause."
    private = (
        "Mark time as private: that it passed is noted, nothing else."
        if config.settings.private_allowed
        else "The policy allows no private time."
    )
    return Page(
        step="Pause and private time",
        headline="Pause and private time",
        lead="The icon in the tray is visible whenever something is recorded. There is no hidden mode.",
        points=(
            Point("Pause", f"{pause} Nothing is observed meanwhile, and the gap is shown as a pause."),
            Point("Private time", private),
            Point("Put right", "Everything recorded about you opens from the tray, as you see it here."),
        ),
    )


def _page_as_text(page: Page) -> str:
    lines = [page.headline.upper(), page.lead]
    lines += [f"  + {point.head}: {point.text}" for point in page.points]
    lines += [f"  - never: {item}" for item in page.never]
    if page.table:
        lines += [f"  {'':26}{'You':34}Your supervisor"]
        lines += [f"  {what:26}{you:34}{supervisor}" for what, you, supervisor in page.table]
    return "\n".join([*lines, *([page.footnote] if page.footnote else [])])
