import ast
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from translations import LANGUAGES, ROOT, SAID, compile_into, extract, sentences, source_of, unfinished

from tests.architecture.spoken import marked, unmarked_words, unreadable_marks
from tests.architecture.tree import named, parsed, product_files

DESCRIBES_LOOKS = {"gui/stylesheet.py"}
ENGLISH_UNTIL_QT_SPEAKS = {"gui/presenters/local_formats.py"}
PLACEHOLDER = re.compile(r"\{[^}]*\}|%n|%\d|\n")
EDGES = re.compile(r"^(\s*).*?(…?\s*)$", re.DOTALL)


def translated(source: Path) -> Iterator[tuple[str, str, str]]:
    """(context, English, translation) of everything in a translator's file."""
    for context in ET.parse(source).getroot().iter("context"):
        for message in context.iter("message"):
            yield (
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.findtext("translation", ""),
            )


def marks_of(text: str) -> tuple[list[str], str, str]:
    """What a translation must keep: placeholders in any order, spaces at the ends, and the dots of what asks on."""
    edges = EDGES.match(text)
    assert edges
    return sorted(PLACEHOLDER.findall(text)), edges[1], edges[2]


@pytest.mark.parametrize(
    "code",
    [
        "self.tr(f'{count} gaps')",
        "self.tr(name)",
        "page.tr('Pause')",
        "translate('Agent', 'Paused ' + until)",
        "translate(context, 'Paused')",
    ],
)
def test_a_mark_that_no_translator_can_find_would_be_seen(code: str) -> None:
    """The search below is not blind: Qt's tools read literals only, and take a text's class from where it stands."""
    assert len(list(unreadable_marks(ast.parse(code)))) == 1


def test_whatever_is_marked_for_translation_is_a_literal() -> None:
    """Otherwise nobody could translate it before it is shown."""
    found = {named(path): [ast.unparse(call) for call in unreadable_marks(parsed(path))] for path in product_files()}

    assert {name: calls for name, calls in found.items() if calls} == {}


@pytest.mark.parametrize(
    "code",
    [
        "Label(look, 'Pause')",
        "button.setText('open')",
        "menu.addAction(f'{count} gaps')",
        "Row(name='Window titles')",
        "TEXT = 'Nothing was recorded'",
        "said + ' of it work'",
    ],
)
def test_english_that_no_translator_is_shown_would_be_seen(code: str) -> None:
    """The search below is not blind."""
    assert len(list(unmarked_words(ast.parse(code)))) == 1


@pytest.mark.parametrize(
    "code",
    [
        "Label(look, self.tr('Pause'), role='strong')",
        "log.info('the agent is %s', name)",
        "key == 'Not Ours'",
        "def read() -> None:\n    'Reads it again.'",
    ],
)
def test_what_nobody_reads_may_stay_as_it_is(code: str) -> None:
    """Logs, names of looks and documentation are not shown."""
    assert list(unmarked_words(ast.parse(code))) == []


def test_no_window_shows_english_that_no_translator_is_shown() -> None:
    """Every literal with words in it goes through `self.tr` or `translate`."""
    found = {
        named(path): [f"{word.lineno}: {word.value!r}" for word in unmarked_words(parsed(path))]
        for path in product_files()
        if named(path).startswith("gui/") and named(path) not in DESCRIBES_LOOKS | ENGLISH_UNTIL_QT_SPEAKS
    }

    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_translators_were_shown_everything_that_is_said_and_nothing_else(language: str, tmp_path: Path) -> None:
    """Where this fails, `make translations` brings the file up to date, and what it names waits for words."""
    extract(tmp_path / "said.ts", language)

    said = {(context, text) for context, text, _words in translated(tmp_path / "said.ts")}
    known = {(context, text) for context, text, _words in translated(ROOT / source_of(language))}
    assert said
    assert (said - known, known - said) == (set(), set())


def test_qts_tool_finds_every_mark(tmp_path: Path) -> None:
    """It knows less Python than Python does: marks inside of an f-string escape it."""
    extract(tmp_path / "said.ts", LANGUAGES[0])

    found = {(context, text) for context, text, _words in translated(tmp_path / "said.ts")}
    told_again = {(SAID, form) for form in sentences()}
    assert told_again | {one for path in product_files() for one in marked(parsed(path))} == found


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_is_translated(language: str) -> None:
    """Half a language is none."""
    assert unfinished(ROOT / source_of(language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_what_is_filled_in_and_what_joins_it_to_others(language: str) -> None:
    """A placeholder that is missing, or is spelled otherwise, would end in an error only where it is shown."""
    broken = [
        (context, text, words)
        for context, text, words in translated(ROOT / source_of(language))
        if words and marks_of(text) != marks_of(words)
    ]

    assert broken == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_qt_can_compile_what_translators_wrote(language: str, tmp_path: Path) -> None:
    """The program loads the compiled files only."""
    compile_into(tmp_path, language)

    assert {path.name for path in tmp_path.iterdir()} == {f"engineroom_{language}.qm", f"engineroom_{language}.json"}
