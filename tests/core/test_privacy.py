"""What is masked in a title, and which windows are private whatever their title."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.privacy import Mark, TitleLevel, is_private, redact, title_at
from tests.factories import a_window

TRICKY = st.lists(
    st.one_of(
        st.text(" 0123456789+()-./@?=&:\\_%abzABZäß‹›\u0661²", max_size=6),
        st.sampled_from([
            "+49 (30) ", "0049", "4111 1111 1111 1111", "DE89 3704 0044", "/home/", "C:\\Users\\", "a.b@c.de", "?a=",
            "12.03.2026", "‹mail›", "‹number›", "00000", "x",
        ]),
    ),
    max_size=8,
).map("".join)  # fmt: skip
GLUED = st.lists(st.sampled_from(["123456", "+49 (30) 123", "(030) 1234", "a@b.de", "?a=b", "x"]), max_size=4).map(
    "".join
)


@pytest.mark.parametrize(
    ("title", "stored"),
    [
        ("Re: offer - anna.berg+x@firm.co.uk - Outlook", "Re: offer - ‹mail› - Outlook"),
        ("Card 4111 1111 1111 1111 declined", "Card ‹card› declined"),
        ("Card 4111 1111 1111 1112 declined", "Card ‹number› declined"),
        ("Transfer to DE89 3704 0044 0532 0130 00", "Transfer to ‹account›"),
        ("GB29NWBK60161331926819 statement", "‹account› statement"),
        ("Call +49 (30) 123456 - Zoom", "Call ‹phone› - Zoom"),
        ("Call 030/1234567", "Call ‹phone›"),
        ("Case 4711082 - Claims", "Case ‹number› - Claims"),
        ("Policy 12 34-56.78 renewed", "Policy ‹number› renewed"),
        ("intranet/search?name=berg&born=1970 - Edge", "intranet/search‹query› - Edge"),
        ("/home/anna/Letters/offer.odt", "‹home›/Letters/offer.odt"),
        ("C:\\Users\\Anna Berg\\offer.docx", "‹home› Berg\\offer.docx"),
        ("/Users/anna/offer.pages", "‹home›/offer.pages"),
    ],
)
def test_what_identifies_somebody_becomes_a_mark(title: str, stored: str) -> None:
    """The mark says what stood there, and nothing else of it is stored."""
    assert redact(title) == stored


@pytest.mark.parametrize(
    "title",
    [
        "Budget 2026.xlsx - Excel",
        "Plan 2026-03-12",
        "Minutes of 12.03.2026 and 1/2/26",
        "Recon_7.xlsx",
        "Invoice 4711",
        "What is VAT? - Search",
        "Room 3, 2nd floor (10:30 - 11:00)",
        "",
    ],
)
def test_dates_years_and_small_numbers_stay(title: str) -> None:
    """Titles remain readable."""
    assert redact(title) == title


def test_every_kind_of_mark_has_an_example() -> None:
    """No mark is without a test."""
    shown = {
        Mark.MAIL: "a@b.de", Mark.CARD: "4111111111111111", Mark.ACCOUNT: "DE89370400440532013000",
        Mark.PHONE: "+49 30 123456", Mark.NUMBER: "123456", Mark.QUERY: "a?b=c", Mark.HOME: "/home/anna",
    }  # fmt: skip

    assert set(shown) == set(Mark)
    assert {redact(title).removeprefix("a") for title in shown.values()} == set(Mark)


@example("12345+49 (30) 123")
@given(st.one_of(TRICKY, GLUED))
def test_redacting_twice_changes_nothing(title: str) -> None:
    """What was stored could be stored again: replay equals life."""
    assert redact(redact(title)) == redact(title)


@given(TRICKY)
def test_no_address_and_no_long_number_survives(title: str) -> None:
    """Whatever surrounds them; a date is no long number."""
    stored = redact(title)

    assert not re.search(r"\w@\w+\.\w", stored)
    assert not re.search(r"\d{5,}", re.sub(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}", "", stored))


def test_a_number_that_was_glued_to_a_phone_number_does_not_save_it() -> None:
    """Masking the one lays bare the other."""
    assert redact("12345+49 (30) 123") == "‹number›‹phone›"


@pytest.mark.parametrize("piece", ["a", "0" + "1" * 30 + "x ", "1", "a.", "a@", "+(", "?a", "- ", "DE12 ", "/home/"])
def test_no_title_can_stall_the_agent(piece: str) -> None:
    """A title of 200,000 characters is done at once; a pattern that runs away would take hours."""
    redact(piece * (200_000 // len(piece)))
    is_private(a_window(title=piece * (200_000 // len(piece))))


@pytest.mark.parametrize(
    "title",
    [
        "Bank - Google Chrome (Incognito)",
        "Bank — Mozilla Firefox Private Browsing",
        "Bank — Mozilla Firefox (Private Browsing)",
        "Bank - [InPrivate] - Microsoft Edge",
        "Bank - Profile 1 - [InPrivate]",
        "New Incognito Tab - Google Chrome",
        "Bank — Tor Browser",
        "Bank – Mozilla Firefox Privater Modus",
        "Bank — Navigation privée (Navigation privée)",
    ],
)
def test_private_browsing_is_private(title: str) -> None:
    """Each browser says so in its own words at the end of its title."""
    assert is_private(a_window("firefox", title))


@pytest.mark.parametrize("app", ["KeePassXC", "keepassxc.exe", "1Password", "org.gnome.Secrets", "Bitwarden"])
def test_password_managers_are_private(app: str) -> None:
    """Under whatever name a system gives them, and whatever their title."""
    assert is_private(a_window(app, ""))


@pytest.mark.parametrize(
    ("app", "title"),
    [
        ("libreoffice-calc", "Budget"),
        ("firefox", "How private browsing works - Mozilla Firefox"),
        ("firefox", "Incognito (film) - Wikipedia"),
        ("winword.exe", "Private letter.docx"),
        ("keeper-of-lists", "List"),
    ],
)
def test_other_windows_are_not_private(app: str, title: str) -> None:
    """Speaking of privacy is not private browsing."""
    assert not is_private(a_window(app, title))


@pytest.mark.parametrize(
    ("level", "stored"),
    [(TitleLevel.FULL, "Case 4711082"), (TitleLevel.REDACTED, "Case ‹number›"), (TitleLevel.APP_ONLY, "")],
)
def test_the_level_says_how_much_of_a_title_is_stored(level: TitleLevel, stored: str) -> None:
    """All of it, what no pattern finds, or nothing."""
    assert title_at(level, "Case 4711082") == stored
