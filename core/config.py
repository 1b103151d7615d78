"""What can be set, and who set it: defaults < recommended < settings.toml < policy.toml; never writes a file."""

import getpass
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from core.case_key import parse_case_key
from core.converting import converted
from core.errors import UserError
from core.privacy import TitleLevel
from core.toml_file import TomlFile, convert, read_toml_if_there
from core.working_hours import WorkingHours, parse_working_hours

PauseChoice = Literal["15m", "1h", "tomorrow"]
Language = Literal["system", "en", "de"]


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Every setting, with its default on a desk that nobody manages."""

    idle_threshold_s: Annotated[int, Meta(ge=10, le=1800)] = 300
    """Seconds without input after which a stretch counts as idle, dated back to the last input."""
    call_apps: tuple[str, ...] = ("@call-programs", "@chat-programs", "@browsers")
    """Programs, one by one or by sets that rules know, that are in a call while they hold a microphone."""
    input_counts: bool = False
    """Whether keys, clicks and scrolls are counted; never which."""
    day_start_hour: Annotated[int, Meta(ge=0, le=6)] = 0
    """Local hour at which a day begins; a change holds from the next day on."""
    titles: TitleLevel = TitleLevel.FULL
    """How much of a window title is stored."""
    pause_choices: tuple[PauseChoice, ...] = ("15m", "1h", "tomorrow")
    """The pauses that a person may take."""
    private_allowed: bool = True
    """Whether a person may mark time as private."""
    language: Language = "system"
    """The language of tray and windows; that of the system if it is English or German, else English."""
    person: Annotated[str, Meta(max_length=80)] = ""
    """The name under which totals are shared; the login name when empty."""
    keep_spans_days: Annotated[int, Meta(ge=0, le=36500)] = 0
    """How many days are kept span by span; older ones as totals only, and 0 keeps all."""
    keep_totals_months: Annotated[int, Meta(ge=0, le=1200)] = 0
    """How many months of totals are kept; 0 keeps all."""
    erase_allowed: bool = True
    """Whether a person may erase what was recorded."""
    working_hours: tuple[str, ...] = ()
    """When recording may go on, such as `Mon-Fri 07:00-19:00`; always when empty."""
    share_folder: str = ""
    """Where `engineroom share` writes to when no folder is given."""
    share_detail: Literal["category", "kind"] = "category"
    """Whether shared totals name categories or only their kinds."""


MANAGED_DEFAULTS: Mapping[str, Any] = {
    "titles": TitleLevel.REDACTED,
    "keep_spans_days": 30,
    "keep_totals_months": 13,
}
"""What holds where a policy exists and says nothing else."""


class Organisation(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who manages this desk, as every employee can read it."""

    name: Annotated[str, Meta(min_length=1)]
    dpia: str = ""
    """Reference of the data protection impact assessment; nothing is recorded without one."""
    purpose: str = ""
    contact: str = ""


class Source(StrEnum):
    """Who set a value."""

    DEFAULT = "default"
    RECOMMENDED = "recommended by the policy"
    SETTINGS = "your settings"
    POLICY = "set by the policy"


class _OrganisationTable(Organisation, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`[organisation]` as it stands in a policy file."""

    case_key: str = ""
    """With the same one on every desk, one case has one token; at least 16 bytes as hex digits or base64."""

    def told(self) -> Organisation:
        """The part of it that is shown."""
        return Organisation(name=self.name, dpia=self.dpia, purpose=self.purpose, contact=self.contact)


class _Policy(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    organisation: _OrganisationTable
    mandatory: dict[str, Any] = {}
    recommended: dict[str, Any] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The settings in force, where each comes from, and who manages the desk."""

    settings: Settings
    sources: Mapping[str, Source]
    organisation: Organisation | None
    """None on a desk without a policy: it is its owner's."""
    case_key: bytes | None = field(default=None, repr=False)
    """The organisation's key for tokens of cases; None where each person has one of their own."""

    @property
    def managed(self) -> bool:
        return self.organisation is not None

    @property
    def working_hours(self) -> WorkingHours:
        return parse_working_hours(self.settings.working_hours)

    @property
    def person(self) -> str:
        return self.settings.person or getpass.getuser()


def load_config(settings_file: Path, policy_file: Path) -> Config:
    """Read both files, either of which may be missing.

    Raises UserError with file, line and key where one of them is wrong, and where a managed desk names no
    impact assessment.
    """
    layers: list[tuple[Source, Mapping[str, Any]]] = []
    organisation, case_key = None, None
    mandatory: dict[str, Any] = {}
    file = read_toml_if_there(policy_file)
    if file is not None:
        policy = convert(file, file.data, _Policy)
        organisation, case_key = policy.organisation.told(), _case_key(file, policy.organisation.case_key)
        if not organisation.dpia.strip():
            raise file.fault(
                "organisation.dpia",
                "a managed desk records nothing without an impact assessment",
                "enter the reference of your assessment there",
            )
        for table in ("mandatory", "recommended"):
            _check(file, getattr(policy, table), prefix=table)
        layers.append((Source.DEFAULT, MANAGED_DEFAULTS))
        layers.append((Source.RECOMMENDED, policy.recommended))
        mandatory = policy.mandatory
    file = read_toml_if_there(settings_file)
    if file is not None:
        _check(file, file.data)
        layers.append((Source.SETTINGS, file.data))
    layers.append((Source.POLICY, mandatory))
    return _merge(layers, organisation, case_key)


def _case_key(file: TomlFile, text: str) -> bytes | None:
    try:
        return parse_case_key(text) if text else None
    except ValueError as error:
        raise file.fault(
            "organisation.case_key", str(error), "write at least 16 random bytes there, as hex digits or base64"
        ) from error


def _check(file: TomlFile, data: dict[str, Any], prefix: str = "") -> None:
    """Raise UserError unless `data` out of `file` holds settings."""
    settings = convert(file, data, Settings, prefix=prefix)
    try:
        parse_working_hours(settings.working_hours)
    except ValueError as error:
        number, reason = error.args
        place = f"{prefix}.working_hours[{number}]".lstrip(".")
        raise file.fault(place, reason, "write days and times as in 'Mon-Fri 07:00-19:00'") from error


def _merge(
    layers: list[tuple[Source, Mapping[str, Any]]], organisation: Organisation | None, case_key: bytes | None
) -> Config:
    values: dict[str, Any] = {}
    sources = dict.fromkeys(Settings.__struct_fields__, Source.DEFAULT)
    for source, layer in layers:
        values |= layer
        sources |= dict.fromkeys(layer, source)
    return Config(settings=converted(values, Settings), sources=sources, organisation=organisation, case_key=case_key)


def demand_pause(settings: Settings, choice: str) -> None:
    """Raise UserError unless the policy allows this pause."""
    if choice not in settings.pause_choices:
        allowed = ", ".join(settings.pause_choices) or "none"
        raise UserError(f"A pause of {choice!r} is not among those allowed", f"choose one of: {allowed}")
