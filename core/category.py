"""Categories and their kinds; never decides which one applies."""

import difflib
from enum import StrEnum

import msgspec


class Kind(StrEnum):
    """The first part of a category."""

    WORK = "Work"
    KNOWLEDGE = "Knowledge"
    PERSONAL = "Personal"
    UNCLASSIFIED = "Unclassified"
    IDLE = "Idle"
    PRIVATE = "Private"


FOR_RULES = (Kind.WORK, Kind.KNOWLEDGE, Kind.PERSONAL, Kind.UNCLASSIFIED)
"""Kinds that a rule or a correction may name; the other two follow from the state."""


class Category(msgspec.Struct, frozen=True, order=True, cache_hash=True):
    """A path such as `Work/Claims`, whose first part is the kind."""

    path: str

    def __post_init__(self) -> None:
        if self.path.split("/", 1)[0] not in Kind.__members__.values():
            raise ValueError(f"{self.path!r} does not begin with a kind")

    @property
    def kind(self) -> Kind:
        return Kind(self.path.split("/", 1)[0])

    @property
    def activity(self) -> str | None:
        """The part behind the kind; None where the category is the kind alone."""
        _kind, slash, activity = self.path.partition("/")
        return activity if slash else None


IDLE = Category(Kind.IDLE)
PRIVATE = Category(Kind.PRIVATE)
UNCLASSIFIED = Category(Kind.UNCLASSIFIED)


def category_for_rules(path: str) -> Category:
    """`path` as a category that a rule may give.

    Raises ValueError with the reason and the nearest valid word.
    """
    kind, slash, activity = path.partition("/")
    if kind not in FOR_RULES:
        close = difflib.get_close_matches(kind.capitalize(), FOR_RULES, n=1, cutoff=0.5)
        hint = f", did you mean '{close[0]}'?" if close else ""
        raise ValueError(f"a category begins with {', '.join(FOR_RULES)}, not {kind!r}{hint}")
    if slash and not activity.strip():
        raise ValueError(f"{path!r} names no activity behind the slash")
    if activity != activity.strip():
        tidy = f"{kind}/{activity.strip()}"
        raise ValueError(f"{path!r} has a space around its activity and would count apart from {tidy!r}")
    return Category(path)
