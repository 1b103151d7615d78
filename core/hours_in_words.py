"""Working hours as a person reads them; never decides whether they hold."""

import re
from collections.abc import Sequence

from core.wording import Translate


def hours_in_words(lines: Sequence[str], translate: Translate) -> str:
    """Lines such as `Mon-Fri 07:00-19:00`, with the days in the person's language; empty where there are none."""
    names = {
        "Mon": translate("Weekday", "Mon"),
        "Tue": translate("Weekday", "Tue"),
        "Wed": translate("Weekday", "Wed"),
        "Thu": translate("Weekday", "Thu"),
        "Fri": translate("Weekday", "Fri"),
        "Sat": translate("Weekday", "Sat"),
        "Sun": translate("Weekday", "Sun"),
    }
    return re.sub(r"\b[A-Z][a-z]{2}\b", lambda day: names[day[0]], ", ".join(lines))
