"""What a rule may be made about, out of what was not right."""

from core.category import Category
from gui.presenters.wide_verbs import NOTHING_WIDE, About, Wide, from_now_on, made_wide, rule_of, wide_of, wide_of_spans
from tests.factories import NINE, a_span

MAIL = Category("Work/Mail")


def test_a_window_offers_its_program_and_the_words_of_its_title() -> None:
    """In the order of the title; marks, short words and words of every title are none."""
    assert wide_of("thunderbird", "Invoice ‹number› from Haddad and Sons") == Wide(
        "thunderbird", ("invoice", "haddad", "sons")
    )
    assert wide_of("", "Anything") == NOTHING_WIDE
    assert len(wide_of("ledger", " ".join(f"word{letter}" for letter in "abcdefghij")).words) == 6


def test_of_several_windows_the_longest_program_counts() -> None:
    """And the words with most time in its titles."""
    spans = (
        a_span(NINE, seconds=60, app="mail", title="Haddad invoice"),
        a_span(NINE + 60_000, seconds=90, app="mail", title="Claim of Rossi"),
        a_span(NINE + 150_000, seconds=100, app="ledger", title="Postings"),
    )

    assert wide_of_spans(spans) == Wide("mail", ("claim", "rossi", "haddad", "invoice"))
    assert wide_of_spans(()) == NOTHING_WIDE
    assert wide_of_spans((a_span(app="", title=""),)) == NOTHING_WIDE


def test_a_rule_says_one_thing_and_is_named_by_it() -> None:
    """A program, or a word of titles in whatever program; said twice it is one rule."""
    assert rule_of(About(app="thunderbird"), MAIL) == {
        "id": "thunderbird = Work/Mail",
        "app": "thunderbird",
        "category": "Work/Mail",
    }
    assert rule_of(About(word="invoice"), MAIL)["title_word"] == "invoice"
    assert len(rule_of(About(app="a" * 90), MAIL)["id"]) == 60


def test_menus_and_outcomes_say_what_holds() -> None:
    """From when on, and for what."""
    assert from_now_on(About(app="thunderbird")) == "thunderbird from now on"
    assert from_now_on(About(word="invoice")) == "“invoice”"
    assert made_wide(About(app="thunderbird"), MAIL) == "From now on, thunderbird is Work / Mail."
    assert made_wide(About(word="invoice"), MAIL) == "From now on, titles with “invoice” are Work / Mail."
