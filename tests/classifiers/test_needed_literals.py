"""The texts by which rules are found: whatever matches has one of them."""

import re
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from classifiers.context_matcher import Containing, ContainingAll, HavingWord, words
from classifiers.matcher import Not, Subject
from classifiers.needed_literals import in_pattern, loosened, needed_by

ATOMS = st.sampled_from(
    ["a", "b", "ab", "İ", "ı", "i", "ß", "K", "[ab]", "[^a]", ".", r"\d", r"\b", "(?:ab|i)", "(a|bi)"]
)
PATTERNS = st.lists(
    st.tuples(ATOMS, st.sampled_from(["", "", "", "*", "+", "?", "{2}", "{0,2}", "+?", "++"])).map("".join), max_size=5
).map("".join)
TITLES = st.text("abABiIıİkKßsS1 ", max_size=10)


@given(PATTERNS, TITLES)
@example("(?-i:Ab)", "xAb")
@example("(?=ab).*", "ab")
@example("(?!ab)i", "İ")
def test_whatever_a_pattern_finds_has_one_of_its_texts(pattern: str, title: str) -> None:
    """However it is written in the title: no rule is overlooked."""
    try:
        compiled = re.compile(pattern, re.IGNORECASE)
    except re.error:
        return
    needed = in_pattern(compiled)

    if needed is not None and compiled.search(title):
        assert any(text in loosened(title.casefold()) for text in needed)


def test_letters_that_a_pattern_takes_for_the_same_are_the_same_when_loosened() -> None:
    """All letters of all alphabets, each against those that a pattern without regard to case finds for it."""
    letters = "".join(
        char for char in map(chr, range(sys.maxunicode + 1)) if char.lower() != char or char.upper() != char
    )

    for char in letters:
        found = set(re.findall(re.escape(char), letters, re.IGNORECASE))
        assert {loosened(other.casefold()) for other in found} == {loosened(char.casefold())}


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"\bGoogle (Calendar|Kalender)\b", {"calendar", "kalender"}),
        (r"\.(xlsx?|docx)\b", {"xls", "docx"}),
        (r"^(calendar|kalender)\b", {"calendar", "kalender"}),
        (r"(invoice)+ ?\d", {"invoice"}),
        (r"\bGoogle (Docs|\w+)\b", {"google "}),
        (r"(invoice)? \d", {" "}),
        (r"\d+", None),
        (r"(a|\d)", None),
    ],
)
def test_the_longest_texts_are_chosen(pattern: str, needed: set[str] | None) -> None:
    """They tell most; where a pattern needs none, it is always tried."""
    found = in_pattern(re.compile(pattern))

    assert (found and set(found)) == needed


def test_of_several_conditions_the_most_telling_counts() -> None:
    """One that excludes tells nothing."""
    short = Containing(Subject.TITLE, words(Subject.TITLE, ["ab"]))
    both = ContainingAll(Subject.TITLE, words(Subject.TITLE, ["Claim", "Reminder"]))

    assert needed_by([short, both]) == frozenset({"reminder"})
    assert needed_by([short, HavingWord(("Claim", "Case"))]) == frozenset({"claim", "case"})
    assert needed_by([Not(short)]) is None
    assert needed_by([]) is None
