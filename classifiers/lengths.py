"""Lengths of time as people write them, such as `10m` or `1h30m`; never asks the time."""

import re

from core.clock import MS_PER_HOUR, MS_PER_MIN, MS_PER_S

_WRITTEN = re.compile(r"(?:(?P<h>\d{1,4})h)? ?(?:(?P<m>\d{1,4})m)? ?(?:(?P<s>\d{1,5})s)?")
_UNITS = {"h": MS_PER_HOUR, "m": MS_PER_MIN, "s": MS_PER_S}


def length_ms(text: str) -> int:
    """Milliseconds of a length such as `90s`, `10m` or `1h30m`; raises ValueError for anything else."""
    found = _WRITTEN.fullmatch(text)
    if not text.strip() or found is None:
        raise ValueError(f"{text!r} is not a length of time such as 90s, 10m or 1h30m")
    return sum(int(found[unit] or 0) * ms for unit, ms in _UNITS.items())


def in_words(ms: int) -> str:
    """`ms` to the second, such as `40 s`, `10 min` or `1 h 30 min`."""
    seconds = round(ms / MS_PER_S)
    hours, minutes = seconds // 3600, seconds // 60 % 60
    parts = [(hours, "h"), (minutes, "min"), (seconds % 60, "s")]
    return " ".join(f"{number} {unit}" for number, unit in parts if number) or "0 s"
