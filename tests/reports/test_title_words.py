"""Which words of a title may say what it is about."""

import pytest

from reports.title_words import title_words


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Schadenmeldung ‹number› – Müller GmbH", {"schadenmeldung", "müller"}),
        ("Claim C-4711, re: flood in 2026", {"claim", "flood"}),
        ("The claim and the answer from you", {"claim", "answer"}),
        ("Die Rechnung von der Firma", {"rechnung", "firma"}),
        ("‹client› to ‹mail›", set()),
        ("SAP-Easy Access: IW21x A1", {"sap", "easy", "access"}),
        ("snake_case of a b cd", {"snake_case"}),
        ("STRASSE und Straße", {"strasse"}),
        ("", set()),
    ],
)
def test_words_without_marks_numbers_and_what_every_title_has(title: str, words: set[str]) -> None:
    """Folded as a rule folds them, in English and German."""
    assert title_words(title) == words
