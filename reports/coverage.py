"""How sure the shares of work and knowledge are: the bounds that unclassified time leaves open; pure, never guesses."""

from collections.abc import Iterable

from core.category import Kind
from reports.shapes import Bounds, Coverage, Total


def coverage(by_kind: Iterable[Total]) -> Coverage:
    """The share of work if none of the unclassified time at the desk was work, and if all of it was; so of knowledge.

    Idle, locked and private time are no part of the whole: nobody was at the desk, or it is nobody's business.
    """
    attended = {total.key: total.attended_ms for total in by_kind}
    whole_ms = sum(attended.values())
    unclassified_ms = attended.get(Kind.UNCLASSIFIED, 0)

    def bounds(kind: Kind) -> Bounds | None:
        sure_ms = attended.get(kind, 0)
        return Bounds(sure_ms / whole_ms, (sure_ms + unclassified_ms) / whole_ms) if whole_ms else None

    return Coverage(
        attended_ms=whole_ms,
        unclassified_ms=unclassified_ms,
        work=bounds(Kind.WORK),
        knowledge=bounds(Kind.KNOWLEDGE),
    )
