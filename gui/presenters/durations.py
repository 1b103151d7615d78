"""Durations, shares and times of day as texts; never decides which are shown."""

from collections.abc import Sequence
from datetime import date

from core.clock import MS_PER_DAY, MS_PER_MIN, MS_PER_S
from core.wording import translate

NOTHING = "–"


def h_mm(ms: int) -> str:
    """`h:mm`, cut and not rounded; less than a minute as `24 s`, because 0:00 would say nothing."""
    minutes = ms // MS_PER_MIN
    if minutes == 0 and ms > 0:
        seconds = ms // MS_PER_S
        return translate("Duration", "{seconds} s").format(seconds=seconds or "<1")
    return f"{minutes // 60}:{minutes % 60:02}"


def h_mm_or_dash(ms: int) -> str:
    return h_mm(ms) if ms else NOTHING


def per_cents(parts: Sequence[int]) -> tuple[int, ...]:
    """Whole per cents of the sum of `parts` that add up to 100, by largest remainder; zeroes where there is no sum."""
    whole = sum(parts)
    if not whole:
        return (0,) * len(parts)
    cut = [100 * part // whole for part in parts]
    by_remainder = sorted(range(len(parts)), key=lambda place: (-(100 * parts[place] % whole), place))
    for place in by_remainder[: 100 - sum(cut)]:
        cut[place] += 1
    return tuple(cut)


def time_of_day(utc_ms: int, off_min: int) -> str:
    """Local `HH:MM`."""
    minutes = (utc_ms + off_min * MS_PER_MIN) % MS_PER_DAY // MS_PER_MIN
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _weekdays() -> tuple[str, ...]:
    return (
        translate("Date", "Monday"),
        translate("Date", "Tuesday"),
        translate("Date", "Wednesday"),
        translate("Date", "Thursday"),
        translate("Date", "Friday"),
        translate("Date", "Saturday"),
        translate("Date", "Sunday"),
    )


def _months() -> tuple[str, ...]:
    return (
        translate("Date", "January"),
        translate("Date", "February"),
        translate("Date", "March"),
        translate("Date", "April"),
        translate("Date", "May"),
        translate("Date", "June"),
        translate("Date", "July"),
        translate("Date", "August"),
        translate("Date", "September"),
        translate("Date", "October"),
        translate("Date", "November"),
        translate("Date", "December"),
    )


def long_day(day: date) -> str:
    """`Thursday, 12 March`."""
    return translate("Date", "{weekday}, {day} {month}").format(
        weekday=_weekdays()[day.weekday()], day=day.day, month=_months()[day.month - 1]
    )


def short_day(day: date) -> str:
    """`Thu 12 Mar`."""
    return translate("Date", "{weekday} {day} {month}").format(
        weekday=_weekdays()[day.weekday()][:3], day=day.day, month=_months()[day.month - 1][:3]
    )


def weekday(day: date) -> str:
    """`Thu`."""
    return _weekdays()[day.weekday()][:3]


def day_range(first: date, last: date) -> str:
    """`9 – 13 March`, `30 March – 3 April`, `29 December 2025 – 2 January 2026`."""
    if first.year != last.year:
        return f"{_day_and_month(first)} {first.year} – {_day_and_month(last)} {last.year}"
    if first.month != last.month:
        return f"{_day_and_month(first)} – {_day_and_month(last)}"
    return f"{first.day} – {_day_and_month(last)}"


def _day_and_month(day: date) -> str:
    return translate("Date", "{day} {month}").format(day=day.day, month=_months()[day.month - 1])


def month_name(day: date) -> str:
    """`March`."""
    return _months()[day.month - 1]
