"""Days and moments as people name them from today's point of view; never asks which day it is."""

from datetime import date

from core.clock import MS_PER_DAY, MS_PER_MIN
from core.period import EPOCH, OffsetAt
from core.wording import translate
from gui.presenters.durations import NOTHING, short_day, time_of_day, weekday
from gui.presenters.local_formats import local_formats


def moment(at_ms: int, off_min: int, today: date) -> str:
    """`today at 16:00`, or `Wed 11 Mar at 14:20`, with its year where that is another."""
    day, time = _local_day(at_ms, off_min), time_of_day(at_ms, off_min)
    if day == today:
        return translate("Moment", "today at {time}").format(time=time)
    return translate("Moment", "{day} at {time}").format(
        day=short_day(day) if day.year == today.year else short_day_of_year(day), time=time
    )


def moment_ahead(at_ms: int, offset_at: OffsetAt, now_ms: int) -> str:
    """`08:00` where that comes within a day, else `Mon 08:00`; nothing that is told so is a week away."""
    off_min = offset_at(at_ms)
    time = time_of_day(at_ms, off_min)
    return time if at_ms - now_ms < MS_PER_DAY else f"{weekday(_local_day(at_ms, off_min))} {time}"


def days_until(first: date | None, last: date | None, today: date) -> str:
    """`11 Feb – today`, `3 Feb 2025 – 12 Mar 2025`, or a dash where there is no day."""
    if first is None or last is None:
        return NOTHING
    end = translate("Moment", "today") if last >= today else _day(last, today)
    begin = translate("Moment", "today") if first >= today else _day(first, today)
    return begin if begin == end else f"{begin} – {end}"


def short_day_of_year(day: date) -> str:
    """`3 Feb 2025`."""
    formats = local_formats()
    return formats.day_of_year.format(day=day.day, month=formats.short_months[day.month - 1], year=day.year)


def _local_day(at_ms: int, off_min: int) -> date:
    return date.fromordinal(EPOCH.toordinal() + (at_ms + off_min * MS_PER_MIN) // MS_PER_DAY)


def _day(day: date, today: date) -> str:
    formats = local_formats()
    if day.year != today.year:
        return short_day_of_year(day)
    return formats.day_and_month.format(day=day.day, month=formats.short_months[day.month - 1])
