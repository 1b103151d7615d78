"""Moments as people write them; never asks which moment it is."""

import re
from datetime import UTC, date, datetime

from core.clock import MS_PER_S
from core.errors import UserError
from core.period import OffsetAt, utc_of

_SHAPE = re.compile(r"(?P<day>\d{4}-\d\d-\d\d[T ])?(?P<time>\d\d:\d\d(:\d\d([.]\d{3})?)?)(?P<offset>Z|[+-]\d\d:\d\d)?")


def parse_moment(text: str, today: date, offset_at: OffsetAt) -> int:
    """`2026-11-22T09:14`, or `09:14` for today, in local time, as UTC epoch ms; raises UserError for anything else.

    An hour that comes twice is the first of the two, unless an offset such as `+01:00` says which.
    """
    found = _SHAPE.fullmatch(text)
    shown = _shown(found, today) if found else None
    if shown is None:
        raise UserError(f"{text!r} is not a moment", "write it as 2026-03-12T09:14, or 09:14 for today")
    shown_ms = round(shown.replace(tzinfo=UTC).timestamp() * MS_PER_S)
    offset = shown.utcoffset()
    if offset is not None:
        return shown_ms - round(offset.total_seconds() * MS_PER_S)
    return utc_of(shown_ms, offset_at)


def _shown(found: re.Match[str], today: date) -> datetime | None:
    """The day and time as written; None where the calendar or the clock has no such thing."""
    day = found["day"] or f"{today}T"
    try:
        return datetime.fromisoformat(f"{day}{found['time']}{found['offset'] or ''}")
    except ValueError:
        return None
