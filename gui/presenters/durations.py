"""Durations, shares and times of day as texts; never decides which are shown."""

from collections.abc import Sequence
from datetime import date

from core.clock import MS_PER_DAY, MS_PER_MIN, MS_PER_S
from core.wording import translate
from gui.presenters.local_formats import local_formats

NOTHING = "–"
MIN_PER_HOUR = 60
MIN_PER_DAY = 24 * MIN_PER_HOUR
NOON, NO_BREAK = 12, "\N{NO-BREAK SPACE}"


def h_mm(ms: int) -> str:
    """`h:mm`, cut and not rounded; less than a minute as `24 s`, because 0:00 would say nothing."""
    minutes = ms // MS_PER_MIN
    if minutes == 0 and ms > 0:
        seconds = ms // MS_PER_S
        return translate("Duration", "{seconds} s").format(seconds=seconds or "<1")
    return f"{minutes // 60}:{minutes % 60:02}"


def h_mm_or_dash(ms: int) -> str:
    return h_mm(ms) if ms else NOTHING


def per_cent(share: int) -> str:
    """`66 %`."""
    return translate("Share", "{share} %").format(share=share)


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
    """Local `09:05`, or `9:05 AM`."""
    return clock_time((utc_ms + off_min * MS_PER_MIN) % MS_PER_DAY // MS_PER_MIN)


def clock_time(minute: int) -> str:
    """`09:05`, or `9:05 AM`, of a minute of the day."""
    hour, rest = divmod(minute, 60)
    half_days = local_formats().half_days
    if half_days is None:
        return f"{hour:02}:{rest:02}"
    return f"{(hour - 1) % NOON + 1}:{rest:02}{NO_BREAK}{half_days[hour // NOON]}"


def clock_hour(hour: int) -> str:
    """`09`, or `9 AM`, where there is little room for a full hour."""
    half_days = local_formats().half_days
    return f"{hour:02}" if half_days is None else f"{(hour - 1) % NOON + 1}{NO_BREAK}{half_days[hour // NOON]}"


def narrow_hour(hour: int) -> str:
    """`09`, or `9a`, where there is room for three letters."""
    half_days = local_formats().half_days
    return f"{hour:02}" if half_days is None else f"{(hour - 1) % NOON + 1}{half_days[hour // NOON][:1].lower()}"


def day_number(day: date) -> str:
    """`12`, as it stands beside the name of a weekday."""
    return f"{day.day}{local_formats().after_day}"


def long_day(day: date, *, with_year: bool = False) -> str:
    """`Thursday, 12 March`, or `Thursday, 12 March 2025`."""
    if with_year:
        return f"{local_formats().weekdays[day.weekday()]}, {day_of_year(day)}"
    return local_formats().long_day.format(
        weekday=local_formats().weekdays[day.weekday()], day=day.day, month=month_name(day)
    )


def short_day(day: date) -> str:
    """`Thu 12 Mar`."""
    month = local_formats().short_months[day.month - 1]
    return f"{weekday(day)} {local_formats().day_and_month.format(day=day.day, month=month)}"


def weekday(day: date) -> str:
    """`Thu`."""
    return local_formats().short_weekdays[day.weekday()]


def weekday_initial(day: date) -> str:
    """`T`."""
    return local_formats().weekday_initials[day.weekday()]


def day_range(first: date, last: date, *, with_year: bool = False) -> str:
    """`9 – 13 March`, `30 March – 3 April`, `9 – 13 March 2025`, `29 December 2025 – 2 January 2026`."""
    formats = local_formats()
    if first.year != last.year:
        return f"{day_of_year(first)} – {day_of_year(last)}"
    if first.month != last.month:
        return f"{_day_and_month(first)} – {day_of_year(last) if with_year else _day_and_month(last)}"
    days = f"{first.day}{formats.after_day} – {last.day}"
    template = formats.day_of_year if with_year else formats.day_and_month
    return template.format(day=days, month=month_name(first), year=first.year)


def day_of_year(day: date) -> str:
    """`12 March 2026`."""
    return local_formats().day_of_year.format(day=day.day, month=month_name(day), year=day.year)


def _day_and_month(day: date) -> str:
    return local_formats().day_and_month.format(day=day.day, month=month_name(day))


def month_name(day: date) -> str:
    """`March`."""
    return local_formats().months[day.month - 1]
