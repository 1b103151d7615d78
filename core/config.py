"""What can be set, and who set it: defaults < recommended < settings.toml < policy.toml; never writes a file."""

import getpass
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from core.errors import UserError
from core.privacy import TitleLevel
from core.toml_file import convert, read_toml_if_there

PauseChoice = Literal["15m", "1h", "tomorrow"]


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Every setting, with its default on a desk that nobody manages."""

    idle_threshold_s: Annotated[int, Meta(ge=10, le=1800)] = 300
    """Seconds without input after which a stretch counts as idle, dated back to the last input."""
    day_start_hour: Annotated[int, Meta(ge=0, le=6)] = 0
    """Local hour at which a day begins; a change holds from the next day on."""
    titles: TitleLevel = TitleLevel.FULL
    """How much of a window title is stored."""
    pause_choices: tuple[PauseChoice, ...] = ("15m", "1h", "tomorrow")
    """The pauses that a person may take."""
    private_allowed: bool = True
    """Whether a person may mark time as private."""
    person: Annotated[str, Meta(max_length=80)] = ""
    """The name under which totals are shared; the login name when empty."""
    share_folder: str = ""
    """Where `engineroom share` writes to when no folder is given."""
    share_detail: Literal["category", "kind"] = "category"
    """Whether shared totals name categories or only their kinds."""


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


class _Policy(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    organisation: Organisation
    mandatory: dict[str, Any] = {}
    recommended: dict[str, Any] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The settings in force, where each comes from, and who manages the desk."""

    settings: Settings
    sources: Mapping[str, Source]
    organisation: Organisation | None
    """None on a desk without a policy: it is its owner's."""

    @property
    def managed(self) -> bool:
        return self.organisation is not None

    @property
    def person(self) -> str:
        return self.settings.person or getpass.getuser()


def load_config(settings_file: Path, policy_file: Path) -> Config:
    """Read both files, either of which may be missing.

    Raises UserError with file, line and key where one of them is wrong, and where a managed desk names no
    impact assessment.
    """
    layers: list[tuple[Source, dict[str, Any]]] = []
    organisation = None
    mandatory: dict[str, Any] = {}
    file = read_toml_if_there(policy_file)
    if file is not None:
        policy = convert(file, file.data, _Policy)
        organisation = policy.organisation
        if not organisation.dpia.strip():
            raise file.fault(
                "organisation.dpia",
                "a managed desk records nothing without an impact assessment",
                "enter the reference of your assessment there",
            )
        for table in ("mandatory", "recommended"):
            convert(file, getattr(policy, table), Settings, prefix=table)
        layers.append((Source.DEFAULT, {"titles": TitleLevel.REDACTED}))
        layers.append((Source.RECOMMENDED, policy.recommended))
        mandatory = policy.mandatory
    file = read_toml_if_there(settings_file)
    if file is not None:
        convert(file, file.data, Settings)
        layers.append((Source.SETTINGS, file.data))
    layers.append((Source.POLICY, mandatory))
    return _merge(layers, organisation)


def _merge(layers: list[tuple[Source, dict[str, Any]]], organisation: Organisation | None) -> Config:
    values: dict[str, Any] = {}
    sources = dict.fromkeys(Settings.__struct_fields__, Source.DEFAULT)
    for source, layer in layers:
        values |= layer
        sources |= dict.fromkeys(layer, source)
    return Config(settings=msgspec.convert(values, Settings), sources=sources, organisation=organisation)


def demand_pause(settings: Settings, choice: str) -> None:
    """Raise UserError unless the policy allows this pause."""
    if choice not in settings.pause_choices:
        allowed = ", ".join(settings.pause_choices) or "none"
        raise UserError(f"A pause of {choice!r} is not among those allowed", f"choose one of: {allowed}")
