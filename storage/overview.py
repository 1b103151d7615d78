"""What a record says of its own condition; never looks for damage and never writes."""

from dataclasses import dataclass

from sqlalchemy import Engine, func, select

from storage.engine import transaction
from storage.losses import Loss, news_of_losses
from storage.schema import gap, span

_last_span = select(span.c.start_ms + span.c.observed_ms).order_by(span.c.start_ms.desc()).limit(1)
_last_gap = select(func.max(gap.c.end_ms))


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """One record."""

    until_ms: int
    """End of what it holds, UTC epoch ms; 0 where it is empty."""
    losses: tuple[Loss, ...]
    """Those that the person has not read of."""


def overview(engine: Engine) -> Overview:
    """Of a reading engine's record; raises MachineError where it cannot be read."""
    with transaction(engine) as connection:
        ends = [connection.execute(question).scalar() or 0 for question in (_last_span, _last_gap)]
        return Overview(until_ms=max(ends), losses=news_of_losses(connection))
