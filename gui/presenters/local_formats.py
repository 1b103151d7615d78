"""How dates and hours are written where the person lives; never asks the system for it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalFormats:
    """Weeks are told from Monday on, whichever day they begin with."""

    weekdays: tuple[str, ...] = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    short_weekdays: tuple[str, ...] = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    weekday_initials: tuple[str, ...] = ("M", "T", "W", "T", "F", "S", "S")
    months: tuple[str, ...] = (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    )
    short_months: tuple[str, ...] = (
        *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
        *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    )
    long_day: str = "{weekday}, {day} {month}"
    day_and_month: str = "{day} {month}"
    day_of_year: str = "{day} {month} {year}"
    after_day: str = ""
    """What follows the number of a day wherever it stands, such as the full stop of `12. März`."""
    first_weekday: int = 0
    """0 is Monday."""
    half_days: tuple[str, str] | None = None
    """What follows hours before and after noon; None where they are counted to 24."""
    decimal_point: str = "."


class _Customs:
    formats = LocalFormats()


def local_formats() -> LocalFormats:
    """Those that were named last; English ones until then."""
    return _Customs.formats


def write_by(formats: LocalFormats) -> None:
    """Let every date and hour be written like this from now on."""
    _Customs.formats = formats
