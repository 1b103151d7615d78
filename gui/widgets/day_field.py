"""A day that can be typed or picked from a calendar; never knows what it is for."""

from datetime import date

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QDateEdit


class DayField(QDateEdit):
    """Written as dates are where the person lives."""

    def __init__(self, name: str, day: date, *, last: date) -> None:
        super().__init__(QDate(day.year, day.month, day.day))
        self.setAccessibleName(name)
        self.setCalendarPopup(True)
        self.setMaximumDate(QDate(last.year, last.month, last.day))
        self.setDisplayFormat(QLocale().dateFormat(QLocale.FormatType.ShortFormat))
        self.setMinimumHeight(28)

    @property
    def day(self) -> date:
        chosen = self.date()
        return date(chosen.year(), chosen.month(), chosen.day())
