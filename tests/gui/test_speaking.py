import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QKeyCombination, QLocale, Qt, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from translations import ROOT, compile_into, source_of

from classifiers.named_sets import NamedSets
from classifiers.rule import Layer
from classifiers.rule_file import read_rules
from core.paths import user_paths
from core.toml_file import toml_of
from core.wording import retell, speak_through, translate
from gui.presenters.durations import (
    clock_hour,
    day_of_year,
    day_range,
    long_day,
    narrow_hour,
    short_day,
    time_of_day,
    weekday_initial,
)
from gui.presenters.local_formats import LocalFormats, local_formats, write_by
from gui.speaking import language_wanted, speak
from storage.losses import Loss
from tests.factories import NINE

MONDAY = date(2026, 3, 9)
WRONG = """[apps]
browsers = ["firefox"]
[[rule]]
state = "active"
app = "@browser"
"""


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """German as the set-up compiles it."""
    folder = tmp_path_factory.mktemp("translations")
    compile_into(folder, "de")
    return folder


@pytest.fixture(autouse=True)
def _english_again(qapp: QApplication) -> Iterator[None]:
    was = QLocale()
    yield
    for translator in qapp.findChildren(QTranslator):
        QCoreApplication.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(was)
    speak_through(lambda _context, text: text)
    write_by(LocalFormats())


def test_german_is_spoken_once_it_was_chosen(qapp: QApplication, compiled: Path) -> None:
    """Our own words, and those that Qt brings for its own keys and buttons."""
    speak(qapp, "de", QLocale("de_DE"), compiled)

    assert translate("Kind", "Work") == "Arbeit"
    assert translate("No such context", "Work") == "Work"
    undo = QKeySequence(QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Z))
    assert undo.toString(QKeySequence.SequenceFormat.NativeText) == "Strg+Z"


def test_every_word_that_was_translated_is_said(qapp: QApplication, compiled: Path) -> None:
    """Whatever the translators' file holds can be looked up as the windows do it."""
    speak(qapp, "de", QLocale("de_DE"), compiled)
    contexts = ET.parse(ROOT / source_of("de")).getroot().iter("context")
    said = [
        (context.findtext("name", ""), message.findtext("source", ""), message.findtext("translation", ""))
        for context in contexts
        for message in context.iter("message")
        if message.findtext("translation")
    ]

    assert said
    assert [(context, text) for context, text, words in said if translate(context, text) != words] == []


def test_what_the_agent_says_in_english_is_told_in_german(qapp: QApplication, compiled: Path) -> None:
    """With what was filled in, each sentence for itself; what nobody has worded stays."""
    speak(qapp, "de", QLocale("de_DE"), compiled)

    assert retell("No agent is running — see the oracle") == "Es läuft kein Agent — see the oracle"
    assert retell("/a/rules.toml, line 3: this is not UTF-8") == "/a/rules.toml, Zeile 3: Das ist kein UTF-8"
    assert retell("") == ""


def test_a_loss_is_told_in_german_throughout(qapp: QApplication, compiled: Path) -> None:
    """It is the one thing that a person must have read, and it has several sentences."""
    speak(qapp, "de", QLocale("de_DE"), compiled)
    loss = Loss(
        at_ms=NINE,
        reason="is empty",
        backup="record-1.db",
        aside="record.broken",
        complete_until_ms=NINE,
        spans_saved=7,
    )

    assert retell(str(loss)) == (
        "Am 2026-03-02 09:00 ließ sich die Aufzeichnung nicht benutzen: Sie ist leer. "
        "Sie wurde wieder aufgebaut aus der Sicherung record-1.db und 7 Abschnitten, die noch zu lesen waren. "
        "Bis 2026-03-02 09:00 fehlt nichts; spätere Abschnitte können fehlen. "
        "Die alte Datei ist aufbewahrt als record.broken."
    )


def test_what_is_wrong_in_a_rule_is_told_in_german(qapp: QApplication, compiled: Path) -> None:
    """Beside the text of it, with the nearest word where there is one."""
    speak(qapp, "de", QLocale("de_DE"), compiled)
    found = read_rules(toml_of(Path("r.toml"), WRONG), Layer.PERSONAL, NamedSets()).faults

    assert [(retell(fault.happened), retell(fault.remedy)) for fault in found] == [
        ("r.toml, Zeile 3, rule[0]: der Schlüssel 'id' fehlt", "fügen Sie ihn hinzu"),
        (
            "r.toml, Zeile 5, rule[0].app: es gibt keine Menge '@browser' unter [apps]; meinten Sie 'browsers'?",
            "nehmen Sie eines von @browsers",
        ),
        (
            "r.toml, Zeile 3, rule[0]: diese Regel bewirkt nichts",
            "fügen Sie eines hinzu von category, keep_active, private, redact, case",
        ),
    ]


def test_english_is_told_as_it_is(qapp: QApplication, compiled: Path) -> None:
    """Nothing is looked for that would not be found."""
    speak(qapp, "en", QLocale("de_DE"), compiled)

    assert retell("No agent is running") == "No agent is running"
    assert translate("Kind", "Work") == "Work"


def test_without_a_compiled_translation_english_is_spoken(qapp: QApplication, tmp_path: Path) -> None:
    """Words are missing then, and nothing else."""
    speak(qapp, "de", QLocale("de_DE"), tmp_path)

    assert translate("Kind", "Work") == "Work"
    assert long_day(MONDAY) == "Montag, 9. März"


@pytest.mark.parametrize(
    ("language", "customs", "expected"),
    [
        ("en", "en_US", ("Monday, March 9", "Mon Mar 9", "March 9 – 13", "March 9, 2026", "9:00\xa0AM", "1\xa0PM")),
        ("en", "en_GB", ("Monday, 9 March", "Mon 9 Mar", "9 – 13 March", "9 March 2026", "09:00", "13")),
        ("de", "de_DE", ("Montag, 9. März", "Mo 9. Mär", "9. – 13. März", "9. März 2026", "09:00", "13")),
        ("en", "de_DE", ("Monday, 9 March", "Mon 9 Mar", "9 – 13 March", "9 March 2026", "09:00", "13")),
        ("de", "en_US", ("Montag, 9. März", "Mo 9. Mär", "9. – 13. März", "9. März 2026", "9:00\xa0AM", "1\xa0PM")),
    ],
)
def test_dates_are_worded_in_the_language_and_hours_as_the_system_has_them(
    qapp: QApplication, tmp_path: Path, language: str, customs: str, expected: tuple[str, ...]
) -> None:
    """English that is read in Germany says the day first; German has no other order."""
    speak(qapp, language, QLocale(customs), tmp_path)

    assert expected == (
        long_day(MONDAY),
        short_day(MONDAY),
        day_range(MONDAY, date(2026, 3, 13)),
        day_of_year(MONDAY),
        time_of_day(NINE, 60),
        clock_hour(13),
    )


def test_the_hours_around_noon_and_midnight_are_told_apart(qapp: QApplication, tmp_path: Path) -> None:
    """Where hours are counted to twelve there is no hour 0."""
    speak(qapp, "en", QLocale("en_US"), tmp_path)

    assert [clock_hour(hour) for hour in (0, 1, 11, 12, 23)] == [
        *("12\xa0AM", "1\xa0AM", "11\xa0AM", "12\xa0PM", "11\xa0PM")
    ]
    assert [narrow_hour(hour) for hour in (0, 9, 12, 23)] == ["12a", "9a", "12p", "11p"]


@pytest.mark.parametrize(("customs", "first"), [("en_US", 6), ("en_GB", 0), ("de_DE", 0), ("ar_EG", 5)])
def test_weeks_begin_as_they_do_where_the_person_lives(
    qapp: QApplication, tmp_path: Path, customs: str, first: int
) -> None:
    """On Sunday, Monday or Saturday, whatever the language."""
    speak(qapp, "en", QLocale(customs), tmp_path)

    assert local_formats().first_weekday == first
    assert weekday_initial(MONDAY) == "M"


@pytest.mark.parametrize(
    ("system", "language"),
    [
        (["de-Latn-DE", "de-DE", "de", "en"], "de"),
        (["en-GB", "de"], "en"),
        (["fr-FR", "de-AT", "en"], "de"),
        (["fr-FR", "pl"], "en"),
    ],
)
@pytest.mark.usefixtures("home")
def test_of_the_persons_languages_the_first_that_is_spoken_here_is_taken(system: list[str], language: str) -> None:
    """And English where there is none."""
    assert language_wanted(user_paths(), system) == language


@pytest.mark.parametrize(("settings", "language"), [('language = "de"', "de"), ("language = 7", "en"), ("", "en")])
@pytest.mark.usefixtures("home")
def test_the_settings_have_the_first_word_on_the_language(settings: str, language: str) -> None:
    """Where they cannot be read the system decides: the agent tells what is wrong with them."""
    paths = user_paths()
    paths.config.mkdir(parents=True, exist_ok=True)
    paths.settings.write_text(settings, encoding="utf-8")

    assert language_wanted(paths, ["en"]) == language
