"""Lets the program speak the person's language and write dates and hours as they do; never chooses a word."""

import functools
import json
import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from core.config import load_config
from core.errors import UserError
from core.paths import Paths, policy_file
from core.wording import speak_through
from gui.presenters.local_formats import LocalFormats, write_by
from gui.presenters.retelling import Retelling

FOLDER = Path(__file__).parent / "translations"
SOURCE, TRANSLATED = "en", ("de",)
DAYS, MONTHS = range(1, 8), range(1, 13)
Form = QLocale.FormatType


def speak(application: QCoreApplication, language: str, customs: QLocale, folder: Path = FOLDER) -> None:
    """Speak `language`, and write dates and hours as it is done under these `customs`."""
    spoken = _spoken(language, customs)
    QLocale.setDefault(spoken)
    write_by(formats_of(spoken, customs))
    if language == SOURCE:
        speak_through(QCoreApplication.translate)
        return
    speak_through(QCoreApplication.translate, _Retelling(folder / f"engineroom_{language}.json"))
    of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, place in (("qtbase", of_qt), ("engineroom", str(folder))):
        translator = QTranslator(application)
        if translator.load(f"{name}_{language}", place):
            application.installTranslator(translator)


class _Retelling:
    """What other processes say, told again; reads the forms of it when the first sentence comes."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def __call__(self, text: str) -> str:
        return self._known.tell(text) if text else text

    @functools.cached_property
    def _known(self) -> Retelling:
        return Retelling(json.loads(self._file.read_text(encoding="utf-8")) if self._file.exists() else ())


def language_wanted(paths: Paths, system: Sequence[str]) -> str:
    """The one that is set, or the first of the `system`'s that Engineroom speaks; each begins as in `de-AT`."""
    ours = (SOURCE, *TRANSLATED)
    try:
        wished = load_config(paths.settings, policy_file()).settings.language
    except UserError:  # the agent tells of it, whoever reads these files first
        wished = "system"
    if wished != "system":
        return wished
    return next((language for tag in system if (language := tag.partition("-")[0]) in ours), SOURCE)


def formats_of(spoken: QLocale, customs: QLocale) -> LocalFormats:
    """Names and order as in the language that is spoken; the week's first day and the hours as the system has them."""
    pattern = spoken.dateFormat(Form.LongFormat)
    of_year = re.sub(r"^dddd,? ", "", pattern)
    in_halves = "a" in customs.timeFormat(Form.ShortFormat).lower()
    return LocalFormats(
        weekdays=tuple(spoken.standaloneDayName(day) for day in DAYS),
        short_weekdays=tuple(spoken.standaloneDayName(day, Form.ShortFormat) for day in DAYS),
        weekday_initials=tuple(spoken.standaloneDayName(day, Form.NarrowFormat) for day in DAYS),
        months=tuple(spoken.standaloneMonthName(month) for month in MONTHS),
        short_months=tuple(spoken.standaloneMonthName(month, Form.ShortFormat) for month in MONTHS),
        long_day=_template(_without_year(pattern)),
        day_and_month=_template(_without_year(of_year)),
        day_of_year=_template(of_year),
        after_day="." if "d." in pattern else "",
        first_weekday=customs.firstDayOfWeek().value - 1,
        half_days=(spoken.amText(), spoken.pmText()) if in_halves else None,
        decimal_point=customs.decimalPoint(),
    )


def _spoken(language: str, customs: QLocale) -> QLocale:
    """English says the month first, or the day, as the system's own dates have it; German has one order."""
    if language != SOURCE:
        return QLocale(language)
    pattern = customs.dateFormat(Form.LongFormat)
    month_first = -1 < pattern.find("MMMM") < pattern.replace("dddd", "    ").find("d")
    return QLocale("en_US" if month_first else "en_GB")


def _without_year(pattern: str) -> str:
    return re.sub(r",? y+$", "", pattern)


def _template(pattern: str) -> str:
    for token, name in (("dddd", "{weekday}"), ("MMMM", "{month}"), ("yyyy", "{year}"), ("d", "{day}")):
        pattern = re.sub(rf"(?<![a-z{{]){token}(?![a-z}}])", name, pattern)
    return pattern
