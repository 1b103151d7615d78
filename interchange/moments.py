"""Instants as ISO 8601 text with their offset, and back; never asks the time."""

from datetime import UTC, datetime, timedelta, timezone

FURTHEST_OFFSET_MIN = 15 * 60
"""No zone is further from UTC."""
BEFORE_1970 = "it begins before 1970"
_EPOCH = datetime.fromtimestamp(0, UTC)


def moment_of(utc_ms: int) -> datetime:
    """In UTC."""
    return _EPOCH + timedelta(milliseconds=utc_ms)


def iso(utc_ms: int, off_min: int) -> str:
    """With offset and milliseconds, such as `2026-03-02T09:00:00.000+01:00`."""
    zone = timezone(timedelta(minutes=off_min))
    return moment_of(utc_ms).astimezone(zone).isoformat(timespec="milliseconds")


def read_iso(text: str) -> tuple[int, int]:
    """(UTC epoch ms, minutes ahead of UTC) of ISO 8601 text; raises ValueError with the reason, without the text."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        raise ValueError("its time is not written as in 2026-03-02T09:00:00.000+01:00") from None
    ahead = moment.utcoffset()
    if ahead is None:
        raise ValueError("its time has no offset from UTC, as in 2026-03-02T09:00:00.000+01:00")
    off_min, rest = divmod(ahead, timedelta(minutes=1))
    if rest or abs(off_min) > FURTHEST_OFFSET_MIN:
        raise ValueError("its offset from UTC is not that of any zone")
    utc_ms = round(moment.timestamp() * 1000)
    if utc_ms < 0:
        raise ValueError(BEFORE_1970)
    return utc_ms, off_min
