"""The keys of a rule file and what may stand behind each; never says what they mean."""

from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

Word = Annotated[str, Meta(min_length=1)]
Words = Word | Annotated[tuple[Word, ...], Meta(min_length=1)]
StateWord = Literal["active", "call", "idle", "locked"]
States = StateWord | Annotated[tuple[StateWord, ...], Meta(min_length=1)]


class FileShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The whole of a rule file."""

    rule: tuple[dict[str, Any], ...] = ()
    activity: tuple[dict[str, Any], ...] = ()
    carry_over: dict[str, Any] | UnsetType = UNSET
    apps: dict[str, Any] = {}
    words: dict[str, Any] = {}


class Conditions(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What may stand in `not = { }`, and beside it."""

    app: Words | UnsetType = UNSET
    app_contains: Words | UnsetType = UNSET
    app_regex: Words | UnsetType = UNSET
    title: Words | UnsetType = UNSET
    title_word: Words | UnsetType = UNSET
    title_contains: Words | UnsetType = UNSET
    title_all: Words | UnsetType = UNSET
    title_regex: Words | UnsetType = UNSET
    state: States | UnsetType = UNSET
    idle_over: Word | UnsetType = UNSET
    time: Words | UnsetType = UNSET
    weekday: Words | UnsetType = UNSET


class RuleShape(Conditions, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One `[[rule]]`."""

    id: Annotated[str, Meta(min_length=1, max_length=60)] | UnsetType = UNSET
    comment: str = ""
    excluded: dict[str, Any] | UnsetType = msgspec.field(name="not", default=UNSET)
    category: str | UnsetType = UNSET
    keep_active: Word | UnsetType = UNSET
    private: bool = False
    redact: Words | UnsetType = UNSET
    mark: Annotated[str, Meta(min_length=1, max_length=30, pattern="^[^‹›]+$")] | UnsetType = UNSET
    case: Word | UnsetType = UNSET


class ActivityShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One `[[activity]]`."""

    category: str | UnsetType = UNSET
    standard_time: Word | UnsetType = UNSET
    customer_facing: bool = False
    comment: str = ""


class CarryOverShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`[carry_over]`."""

    limit: Word | UnsetType = UNSET


CONTEXT_KEYS = tuple(name for name in Conditions.__struct_fields__ if name.startswith(("app", "title")))
MOMENT_KEYS = tuple(name for name in Conditions.__struct_fields__ if name not in CONTEXT_KEYS)
EFFECT_KEYS = ("category", "keep_active", "private", "redact", "case")
