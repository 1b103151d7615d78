"""How much time one window has in a period, by state, as the record sums it up; never adds anything up itself."""

import msgspec

from core.category import Category
from core.span import Context, State


class ContextTotal(msgspec.Struct, frozen=True, gc=False):
    """All time of one context in one state, and what the context alone was judged to be."""

    ctx_id: int
    context: Context
    state: State
    observed_ms: int
    category: Category
    """As stored: by the rules on the context that the record was last judged by."""
    rule_id: str | None


class CorrectedTotal(msgspec.Struct, frozen=True, gc=False):
    """The part of such a total for which one correction holds."""

    correction_id: int
    category: Category
    """What was said that it was."""
    total: ContextTotal
