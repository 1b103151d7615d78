"""The protocol between rules and everything that counts time; never holds a rule."""

from collections.abc import Iterable, Sequence
from typing import Protocol

import msgspec

from core.category import Category
from core.explanation import Answer
from core.span import Context, Span


class Verdict(msgspec.Struct, frozen=True, cache_hash=True):
    """What a stretch was, by which rule, and why in words."""

    category: Category
    rule_id: str | None
    """None when no rule decided: the state did, or no rule matched."""
    why: str
    serves: str | None = None
    """Path of the work that looking something up served; None for whatever is no such look-up."""


class Piece(msgspec.Struct, frozen=True, gc=False):
    """A part of a span with its verdict."""

    span: Span
    verdict: Verdict


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """A person's statement of what [start, end) really was."""

    start_ms: int
    end_ms: int
    category: Category
    who: str
    at_ms: int
    """When it was said, UTC epoch ms."""
    why: str = ""
    answer: Answer | None = None
    """What explains the stretch, where that was asked; only in what is read to be shown or taken back."""


class Judge(Protocol):
    """Turns spans into pieces; the same one for rollups, live view, preview and explanation."""

    @property
    def version(self) -> str:
        """Changes whenever a verdict may change."""
        ...

    @property
    def beyond_contexts(self) -> str:
        """Changes whenever pieces may differ although the verdict on every context stays."""
        ...

    def default(self, context: Context) -> Verdict:
        """The verdict that the context alone decides, before state and corrections."""
        ...

    def __call__(self, spans: Iterable[Span], corrections: Sequence[Correction]) -> tuple[Piece, ...]:
        """`spans` are all of one or more whole local days, in order: what one was may depend on its neighbours."""
        ...
