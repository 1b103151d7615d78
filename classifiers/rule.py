"""Rules and activities as they were written; never reads a file and never applies a rule."""

from dataclasses import dataclass
from enum import StrEnum

from classifiers.context_matcher import ContextMatcher
from classifiers.effect import WriteEffects
from classifiers.matcher import Subject
from classifiers.moment_matcher import IdleOver, InState, MomentMatcher
from core.category import Category
from core.clock import MS_PER_MIN

LONGEST_LOOK_BACK_MS = 30 * MS_PER_MIN
"""No verdict depends on what happened longer ago: hours that ended before are counted for good."""
NO_EFFECTS = WriteEffects()


class Layer(StrEnum):
    """Who wrote a rule; the rules of an earlier layer are asked first."""

    ORGANISATION = "organisation"
    PERSONAL = "personal"
    SHIPPED = "shipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """What is known of a kind of work besides its name."""

    category: Category
    standard_time_ms: int | None = None
    """How long one piece of it is meant to take; None where nobody said."""
    customer_facing: bool = False
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One line of policy: its effects on every stretch that meets all of its conditions."""

    id: str
    matchers: tuple[ContextMatcher, ...]
    """On the context; those it excludes are among them, turned round."""
    moments: tuple[MomentMatcher, ...] = ()
    """On the moment, likewise."""
    category: Category | None = None
    keep_active_ms: int = 0
    """How much of an idle stretch counts as active; 0 for none."""
    effects: WriteEffects = NO_EFFECTS
    layer: Layer = Layer.PERSONAL
    comment: str = ""

    def about(self, subject: Subject) -> tuple[ContextMatcher, ...]:
        """The conditions on the context that look at `subject`."""
        return tuple(matcher for matcher in self.matchers if matcher.subject is subject)

    @property
    def sees_absence(self) -> bool:
        """Whether its category may go to time in which nobody was at the desk: only where it says so."""
        return any(isinstance(moment, InState | IdleOver) for moment in self.moments)

    @property
    def content(self) -> list[object]:
        """Everything that decides a verdict; comments, layer and what happens while writing do not."""
        conditions = [[matcher.key, *matcher.written] for matcher in self.matchers]
        conditions += [[moment.key, *moment.written] for moment in self.moments]
        return [self.id, self.category and self.category.path, self.keep_active_ms, conditions]
