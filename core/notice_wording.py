"""The words of the notice, page by page, in whatever language it is told; never decides what holds on a desk."""

from collections.abc import Collection, Iterator, Mapping

from core.config import Config, Organisation, PauseChoice, Settings
from core.hours_in_words import hours_in_words
from core.notice_page import Page, Point
from core.privacy import TitleLevel
from core.redactor import Effect
from core.wording import Translate


def never_recorded(translate: Translate) -> tuple[str, ...]:
    """What holds whatever the policy."""
    return (
        translate("Notice", "Which keys you press and what you type"),
        translate("Notice", "Pictures of the screen"),
        translate("Notice", "Web addresses"),
        translate("Notice", "Pointer positions"),
        translate("Notice", "Content of mail or documents"),
        translate("Notice", "Other devices"),
    )


def what_is_recorded(config: Config, effects: Collection[Effect], translate: Translate) -> Page:
    name = translate("Notice", "What is recorded")
    idle = translate(
        "Notice",
        "The time since the last input, never the input itself. {time} without input count as idle, "
        "not as “not working”.",
    ).format(time=_minutes(config.settings.idle_threshold_s, translate))
    between = translate("Notice", "So that a stretch nobody observed is never taken for an idle one.")
    return Page(
        step=name,
        headline=name,
        lead=translate(
            "Notice",
            "Engineroom notes which window is in front and whether anyone is at the keyboard. "
            "You see everything it knows about you.",
        ),
        points=(
            Point(translate("Notice", "The window in front"), _titles(config.settings.titles, translate)),
            Point(translate("Notice", "Whether someone is at the keyboard"), idle),
            *_calls(config.settings, translate),
            *_input_counts(config.settings, translate),
            Point(translate("Notice", "Sleep, stops and your pauses"), between),
            *_working_hours(config.settings, translate),
            *(point for effect, point in _by_rules(translate).items() if effect in effects),
        ),
        never=never_recorded(translate),
        footnote=translate(
            "Notice",
            "Password managers and private browsing windows are private: that time passed is noted, nothing else.",
        ),
    )


def who_sees_what(config: Config, translate: Translate) -> Page:
    name = translate("Notice", "Who sees what")
    yes, no = translate("Notice", "Yes"), translate("Notice", "No")
    titles = {
        TitleLevel.FULL: yes,
        TitleLevel.REDACTED: translate("Notice", "Masked"),
        TitleLevel.APP_ONLY: translate("Notice", "Not stored"),
    }
    shared = {
        "category": translate("Notice", "Day totals"),
        "kind": translate("Notice", "Day totals by kind"),
    }
    counts = {
        True: translate("Notice", "Stretch by stretch"),
        False: translate("Notice", "Not recorded"),
    }
    return Page(
        step=name,
        headline=name,
        lead=translate(
            "Notice",
            "Your supervisor sees less than you do, and never something you cannot see. Totals leave this "
            "computer only when you share them, after you were shown the exact rows.",
        ),
        table=(
            (translate("Notice", "Window titles"), titles[config.settings.titles], no),
            (translate("Notice", "Minute by minute"), yes, no),
            (translate("Notice", "Totals by category"), yes, shared[config.settings.share_detail]),
            (translate("Notice", "Applications used"), yes, no),
            (translate("Notice", "Idle"), translate("Notice", "Every stretch"), translate("Notice", "Day total only")),
            (
                translate("Notice", "Private time and pauses"),
                translate("Notice", "That there was one, never what"),
                translate("Notice", "“Not recorded”, no reason"),
            ),
            (translate("Notice", "Input counts"), counts[config.settings.input_counts], no),
        ),
        footnote=_set_by(config.organisation, translate),
    )


def how_long_and_why(config: Config, translate: Translate) -> Page:
    name = translate("Notice", "How long, and why")
    kept_in = translate("Notice", "In one file on this computer that only you can read. No port is opened.")
    return Page(
        step=name,
        headline=name,
        lead=translate("Notice", "The record stays on this computer."),
        points=(
            Point(translate("Notice", "Where it is kept"), kept_in),
            Point(translate("Notice", "How long"), _how_long(config.settings, translate)),
            *_why(config.organisation, translate),
        ),
    )


def pause_and_private(config: Config, translate: Translate) -> Page:
    name = translate("Notice", "Pause and private time")
    private = (
        translate("Notice", "Mark time as private: that it passed is noted, nothing else.")
        if config.settings.private_allowed
        else translate("Notice", "The policy allows no private time.")
    )
    put_right = translate("Notice", "Everything recorded about you opens from the tray, as you see it here.")
    return Page(
        step=name,
        headline=name,
        lead=translate(
            "Notice", "The icon in the tray is visible whenever something is recorded. There is no hidden mode."
        ),
        points=(
            Point(translate("Notice", "Pause"), _pauses(config.settings.pause_choices, translate)),
            Point(translate("Notice", "Private time"), private),
            Point(translate("Notice", "Put right"), put_right),
        ),
    )


def _titles(level: TitleLevel, translate: Translate) -> str:
    return {
        TitleLevel.FULL: translate("Notice", "Its application and its title, as the title bar shows it."),
        TitleLevel.REDACTED: translate(
            "Notice", "Its application and its title. Numbers, addresses and paths are masked before it is stored."
        ),
        TitleLevel.APP_ONLY: translate("Notice", "Its application. Titles are not stored."),
    }[level]


def _by_rules(translate: Translate) -> Mapping[Effect, Point]:
    return {
        Effect.PRIVATE: Point(
            translate("Notice", "Private by rule"),
            translate("Notice", "Of windows that the rules call private, that time passed is noted, nothing else."),
        ),
        Effect.REDACT: Point(
            translate("Notice", "Masked by rule"),
            translate("Notice", "What the rules name in a title is masked before it is stored."),
        ),
        Effect.CASE: Point(
            translate("Notice", "Cases are tokens"),
            translate(
                "Notice",
                "Where the rules find the number of a case in a title, a token made with a secret key is stored in "
                "its place: it tells that two stretches were about one case, and only who has the key can tell which.",
            ),
        ),
    }


def _calls(settings: Settings, translate: Translate) -> tuple[Point, ...]:
    """By the names that the settings give: whom they add is told, and asked again."""
    if not settings.call_apps:
        return ()
    any_of = translate("Notice", "any of the {programs}")
    known = {
        "@call-programs": translate("Notice", "any of the call programs"),
        "@chat-programs": translate("Notice", "any of the chat programs"),
        "@browsers": translate("Notice", "any of the browsers"),
    }
    holders = ", ".join(
        known.get(name) or (any_of.format(programs=name[1:].replace("-", " ")) if name.startswith("@") else name)
        for name in settings.call_apps
    )
    text = translate(
        "Notice",
        "That one of these programs holds the microphone: {programs}. Then you are in a call and not idle. "
        "Nothing is listened to.",
    )
    return (Point(translate("Notice", "Whether you are in a call"), text.format(programs=holders)),)


def _input_counts(settings: Settings, translate: Translate) -> tuple[Point, ...]:
    text = translate(
        "Notice",
        "The number of keys pressed, clicks and scrolls, and how many of them software made up. Never which key or "
        "where; not while the screen is locked by a locker that tells so, in private time or in a pause.",
    )
    return (Point(translate("Notice", "How much input there is"), text),) if settings.input_counts else ()


def _working_hours(settings: Settings, translate: Translate) -> tuple[Point, ...]:
    text = translate("Notice", "{hours}. At other times nothing is looked at.")
    hours = hours_in_words(settings.working_hours, translate)
    return (Point(translate("Notice", "Only in working hours"), text.format(hours=hours)),) if hours else ()


def _set_by(organisation: Organisation | None, translate: Translate) -> str:
    by = (
        translate("Notice", "Set by the policy of {organisation}.").format(organisation=organisation.name)
        if organisation
        else translate("Notice", "Nobody manages this desk.")
    )
    again = translate(
        "Notice",
        "If the policy changes, this notice comes back before anything else is recorded. Nobody is ranked.",
    )
    return f"{by} {again}"


def _why(organisation: Organisation | None, translate: Translate) -> tuple[Point, ...]:
    why = translate("Notice", "Why")
    if organisation is None:
        return (Point(why, translate("Notice", "For yourself: to see where your time goes.")),)
    nothing = translate("Notice", "{organisation} has stated no purpose.").format(organisation=organisation.name)
    ask = translate("Notice", "Ask {organisation}.").format(organisation=organisation.name)
    return (
        Point(why, organisation.purpose or nothing),
        Point(translate("Notice", "Impact assessment"), organisation.dpia),
        Point(translate("Notice", "Questions"), organisation.contact or ask),
    )


def _kept_by_days(settings: Settings, translate: Translate) -> Iterator[str]:
    days = settings.keep_spans_days
    if days == 1:
        yield translate("Notice", "Windows and times for one day, then only their totals.")
    elif days:
        yield translate("Notice", "Windows and times for {days} days, then only their totals.").format(days=days)


def _kept_by_months(settings: Settings, translate: Translate) -> Iterator[str]:
    months, totals_alone = settings.keep_totals_months, bool(settings.keep_spans_days)
    if months == 1:
        yield (
            translate("Notice", "Totals for one month.")
            if totals_alone
            else translate("Notice", "Windows, times and totals for one month.")
        )
    elif months:
        for_months = (
            translate("Notice", "Totals for {months} months.")
            if totals_alone
            else translate("Notice", "Windows, times and totals for {months} months.")
        )
        yield for_months.format(months=months)


def _how_long(settings: Settings, translate: Translate) -> str:
    kept = [*_kept_by_days(settings, translate), *_kept_by_months(settings, translate)]
    if kept and settings.erase_allowed:
        kept.append(translate("Notice", "You can erase it before, under “My data”."))
    elif settings.erase_allowed:
        kept.append(translate("Notice", "Everything until you erase it, under “My data”."))
    elif not kept:
        kept.append(translate("Notice", "Everything for good."))
    if not settings.erase_allowed:
        kept.append(translate("Notice", "The policy does not allow you to erase it."))
    return " ".join(kept)


def _pauses(choices: Collection[PauseChoice], translate: Translate) -> str:
    words: Mapping[PauseChoice, str] = {
        "15m": translate("Notice", "15 minutes"),
        "1h": translate("Notice", "an hour"),
        "tomorrow": translate("Notice", "until tomorrow"),
    }
    may = (
        translate("Notice", "Stop recording for {pauses}.").format(pauses=", ".join(map(words.__getitem__, choices)))
        if choices
        else translate("Notice", "The policy allows no pause.")
    )
    meanwhile = translate("Notice", "Nothing is observed meanwhile, and the gap is shown as a pause.")
    return f"{may} {meanwhile}"


def _minutes(seconds: int, translate: Translate) -> str:
    minutes, rest = divmod(seconds, 60)
    parts = [translate("Notice", "{count} min").format(count=minutes)] * bool(minutes)
    parts += [translate("Notice", "{count} s").format(count=rest)] * bool(rest)
    return " ".join(parts)
