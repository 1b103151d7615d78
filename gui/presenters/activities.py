"""What a stretch may be said to have been: the kinds, each with its activities; never says it."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.category import Category, Kind
from core.wording import translate
from gui.presenters.kind_names import name_of_kind

KEYS = {Kind.WORK: "W", Kind.KNOWLEDGE: "K", Kind.PERSONAL: "P"}


@dataclass(frozen=True, slots=True)
class KindChoice:
    """One kind, and the activities below it that are in use."""

    category: Category
    """The kind alone: it says no more than the person did."""
    name: str
    key: str
    tip: str
    activities: tuple[Category, ...]


def kind_choices(in_use: Sequence[Category]) -> tuple[KindChoice, ...]:
    """`in_use` are categories of the record and the rules, the most used first; so are the activities of each kind."""
    return tuple(_choice(kind, tuple(one for one in in_use if one.kind is kind and one.activity)) for kind in KEYS)


def _choice(kind: Kind, activities: tuple[Category, ...]) -> KindChoice:
    name, key = name_of_kind(kind), KEYS[kind]
    tip = translate("Correct", "It was {kind} ({key}), whatever the activity. The arrow offers activities.")
    if not activities:
        tip = translate("Correct", "It was {kind} ({key})")
    return KindChoice(Category(kind), name, key, tip.format(kind=name, key=key), activities)
