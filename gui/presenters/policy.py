"""Every setting in plain words, with its value and who set it; never decides which holds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from core.config import Config, PauseChoice, Settings, Source
from core.hours_in_words import hours_in_words
from core.privacy import TitleLevel
from core.wording import translate
from gui.presenters.durations import MIN_PER_HOUR, clock_time

DIGITS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyFiles:
    """Where what is set stands, and by which hash everybody can tell which policy that is."""

    settings: Path
    policy: Path
    sha256: str
    """Of the policy file, as hex digits; empty where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingRow:
    """One setting."""

    name: str
    value: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyView:
    """The whole policy of one desk."""

    sentence: str
    facts: tuple[tuple[str, str], ...]
    """What the organisation says of itself: head and text."""
    rows: tuple[SettingRow, ...]


def policy_view(config: Config, files: PolicyFiles) -> PolicyView:
    return PolicyView(
        sentence=_sentence(config),
        facts=_facts(config, files),
        rows=tuple(
            SettingRow(
                name=name, value=value(config.settings), source=_source(config.sources[key], managed=config.managed)
            )
            for key, (name, value) in settings_in_words().items()
        ),
    )


def short_hash(sha256: str) -> str:
    """`9f2c 41d8 … 07be`."""
    return f"{sha256[:DIGITS]} {sha256[DIGITS : 2 * DIGITS]} … {sha256[-DIGITS:]}"


def policy_as_text(view: PolicyView) -> str:
    """To be pasted somewhere."""
    lines = [view.sentence, *(f"{head}: {text}" for head, text in view.facts), ""]
    lines += [f"{row.name}: {row.value} ({row.source})" for row in view.rows]
    return "\n".join(lines) + "\n"


def settings_in_words() -> Mapping[str, tuple[str, Callable[[Settings], str]]]:
    """By the name that a setting has in its file: what it is about, and what its value means."""
    return {
        "titles": (translate("Policy", "Window titles"), lambda of: _titles(of.titles)),
        "idle_threshold_s": (translate("Policy", "Idle begins"), lambda of: _idle(of.idle_threshold_s)),
        "call_apps": (translate("Policy", "Calls"), lambda of: _calls(of.call_apps)),
        "input_counts": (translate("Policy", "Keys, clicks and scrolls"), lambda of: _input(counted=of.input_counts)),
        "working_hours": (translate("Policy", "Recording hours"), lambda of: _hours(of.working_hours)),
        "day_start_hour": (translate("Policy", "A day begins"), lambda of: _day_start(of.day_start_hour)),
        "pause_choices": (translate("Policy", "Pauses"), lambda of: _pauses(of.pause_choices)),
        "private_allowed": (translate("Policy", "Private time"), lambda of: _allowed(allowed=of.private_allowed)),
        "erase_allowed": (translate("Policy", "Deleting"), lambda of: _allowed(allowed=of.erase_allowed)),
        "keep_spans_days": (translate("Policy", "Windows and times are kept"), kept_days),
        "keep_totals_months": (translate("Policy", "Totals are kept"), kept_months),
        "share_detail": (translate("Policy", "What you share names"), lambda of: _detail(of.share_detail)),
        "share_folder": (translate("Policy", "Where you share to"), lambda of: of.share_folder or _nowhere()),
        "person": (translate("Policy", "Your name when you share"), lambda of: of.person or _login_name()),
        "language": (translate("Policy", "Language of the windows"), lambda of: _language(of.language)),
    }


def kept_days(of: Settings) -> str:
    if of.keep_spans_days == 1:
        return translate("Policy", "1 day, then only totals")
    if of.keep_spans_days:
        return translate("Policy", "{days} days, then only totals").format(days=of.keep_spans_days)
    return kept_months(of)  # what goes, goes with its totals at the latest


def kept_months(of: Settings) -> str:
    if of.keep_totals_months == 1:
        return translate("Policy", "1 month")
    if of.keep_totals_months:
        return translate("Policy", "{months} months").format(months=of.keep_totals_months)
    return kept_for_ever(of)


def kept_for_ever(of: Settings) -> str:
    return translate("Policy", "Until you delete it") if of.erase_allowed else translate("Policy", "For good")


def _sentence(config: Config) -> str:
    if config.organisation is None:
        return translate("Policy", "Nobody manages this desk: what is not a default, you have set yourself.")
    return translate("Policy", "{organisation} manages this desk. Everybody at it can read all of this.").format(
        organisation=config.organisation.name
    )


def _facts(config: Config, files: PolicyFiles) -> tuple[tuple[str, str], ...]:
    own = (translate("Policy", "Your settings"), str(files.settings))
    of = config.organisation
    if of is None:
        return (own,)
    return (
        (translate("Policy", "Purpose"), of.purpose or translate("Policy", "none is stated")),
        (translate("Policy", "Impact assessment"), of.dpia),
        (translate("Policy", "Questions"), of.contact or translate("Policy", "nobody is named")),
        (translate("Policy", "The policy"), str(files.policy)),
        (translate("Policy", "Its SHA-256"), files.sha256),
        own,
    )


def _source(source: Source, *, managed: bool) -> str:
    if source is Source.DEFAULT and managed:
        return translate("Policy", "Default on a managed desk")
    return {
        Source.POLICY: translate("Policy", "The policy"),
        Source.RECOMMENDED: translate("Policy", "Recommended by the policy"),
        Source.SETTINGS: translate("Policy", "Your settings"),
        Source.DEFAULT: translate("Policy", "Default"),
    }[source]


def _titles(level: TitleLevel) -> str:
    return {
        TitleLevel.FULL: translate("Policy", "Stored as the title bar shows them"),
        TitleLevel.REDACTED: translate("Policy", "Stored with numbers, addresses and paths masked"),
        TitleLevel.APP_ONLY: translate("Policy", "Not stored, only the application is"),
    }[level]


def _idle(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    if rest:
        return translate("Policy", "After {seconds} s without input").format(seconds=seconds)
    return translate("Policy", "After {minutes} min without input").format(minutes=minutes)


def _calls(apps: tuple[str, ...]) -> str:
    if not apps:
        return translate("Policy", "Not noticed")
    known = {
        "@call-programs": translate("Policy", "call programs"),
        "@chat-programs": translate("Policy", "chat programs"),
        "@browsers": translate("Policy", "browsers"),
    }
    names = ", ".join(known.get(name) or name.removeprefix("@").replace("-", " ") for name in apps)
    return translate("Policy", "By the microphone of: {programs}").format(programs=names)


def _input(*, counted: bool) -> str:
    return translate("Policy", "Counted, never read") if counted else translate("Policy", "Not counted")


def _hours(hours: tuple[str, ...]) -> str:
    return hours_in_words(hours, translate) or translate("Policy", "Always, while the agent runs")


def _day_start(hour: int) -> str:
    return translate("Policy", "At {time}").format(time=clock_time(hour * MIN_PER_HOUR))


def _pauses(choices: tuple[PauseChoice, ...]) -> str:
    words: Mapping[PauseChoice, str] = {
        "15m": translate("Policy", "15 minutes"),
        "1h": translate("Policy", "1 hour"),
        "tomorrow": translate("Policy", "until tomorrow"),
    }
    return ", ".join(words[choice] for choice in choices) or translate("Policy", "Not allowed")


def _allowed(*, allowed: bool) -> str:
    return translate("Policy", "Allowed") if allowed else translate("Policy", "Not allowed")


def _detail(detail: str) -> str:
    if detail == "kind":
        return translate("Policy", "Kinds only, such as Work")
    return translate("Policy", "Categories of the organisation’s rules")


def _nowhere() -> str:
    return translate("Policy", "You choose each time")


def _login_name() -> str:
    return translate("Policy", "Your login name")


def _language(language: str) -> str:
    return {
        "en": translate("Policy", "English"),
        "de": translate("Policy", "German"),
    }.get(language, translate("Policy", "That of the system"))
