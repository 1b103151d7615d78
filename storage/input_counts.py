"""What was counted in spans, for the one who may see it; never read for totals and never for others."""

from collections.abc import Sequence

from msgspec.structs import replace
from sqlalchemy import Connection

from core.span import InputCount, Span
from storage.driver import rows_of

_COUNTED = """
SELECT start_ms, input_count, injected_count FROM span WHERE start_ms BETWEEN ? AND ? AND input_count > 0
"""


def with_input(connection: Connection, spans: Sequence[Span]) -> tuple[Span, ...]:
    """`spans`, which are in order and as they were read, with what was counted in them."""
    if not spans:
        return ()
    counted = {
        start_ms: InputCount(total, injected)
        for start_ms, total, injected in rows_of(connection, _COUNTED, (spans[0].start_ms, spans[-1].start_ms))
    }
    return tuple(replace(of, input=counted[of.start_ms]) if of.start_ms in counted else of for of in spans)
