"""What a rule forbids the disk to hold; never applies it."""

import re

import msgspec


class Redaction(msgspec.Struct, frozen=True):
    """Whatever `pattern` finds in a title is replaced by `mark`."""

    pattern: re.Pattern[str]
    mark: str
    """As it stands in the title, such as `‹client›`."""


class WriteEffects(msgspec.Struct, frozen=True, kw_only=True):
    """The write-time effects of one rule; they see the raw title, in memory only."""

    private: bool = False
    """Note that time passes, and nothing else."""
    redactions: tuple[Redaction, ...] = ()
    case: re.Pattern[str] | None = None
    """Its group `case` finds the identifier of a work item in a title."""

    def __bool__(self) -> bool:
        return self.private or bool(self.redactions) or self.case is not None
