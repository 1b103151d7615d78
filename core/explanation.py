"""What a person says of time in which nobody was seen at the desk; never decides what is asked about."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import msgspec

from core.category import Category
from core.errors import UserError

ENTERED = "manual"
"""The source of spans that a person entered where nothing was recorded."""


class Answer(StrEnum):
    """What somebody did meanwhile."""

    MEETING = "meeting"
    PHONE = "phone"
    PAPER = "paper"
    OTHER = "other"
    """Whatever the category says that was given with it."""
    BREAK = "break"
    IGNORE = "ignore"
    """It is not to be asked about any more."""


COUNTS_AS: Mapping[Answer, Category] = {
    Answer.MEETING: Category("Work/Meeting"),
    Answer.PHONE: Category("Work/Phone"),
    Answer.PAPER: Category("Work/Paper"),
}
"""The category of an answer where the person gives no other one."""
CHANGES_NOTHING = frozenset({Answer.BREAK, Answer.IGNORE})
"""These change no total: that they were given is remembered, and nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What a person says that it was, whenever that was."""

    answer: Answer
    category: Category | None = None
    """Another one than the answer counts as by itself."""
    note: str = ""

    def __post_init__(self) -> None:
        if self.answer is Answer.OTHER and self.category is None:
            raise UserError("An entry says what the time was", "give a category such as Work/Claims")

    @property
    def counts_as(self) -> Category | None:
        """None where the answer changes nothing."""
        return self.category or COUNTS_AS.get(self.answer)


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """A person's word on [start, end)."""

    start_ms: int
    end_ms: int
    answer: Answer
    category: Category | None
    """What the time counts as; None where the answer changes nothing."""
    who: str
    at_ms: int
    """When it was said, UTC epoch ms."""
    note: str = ""

    @property
    def word(self) -> Word:
        """The same, to be said of another stretch."""
        return Word(answer=self.answer, category=self.category, note=self.note)
