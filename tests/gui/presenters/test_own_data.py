"""The page on one's own data: what is kept, until when, who can see it, and what left."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from msgspec import structs

from core.config import Config, Organisation, Settings
from core.holding import Holding, Kept
from core.privacy import TitleLevel
from gui.presenters.letter import letter
from gui.presenters.local_formats import LocalFormats, write_by
from gui.presenters.moments import days_until, moment
from gui.presenters.own_data import OwnData, count_in_words, own_data_view, shared_before, size_in_words
from gui.presenters.policy import PolicyFiles
from tests.factories import BERLIN_WINTER_MIN, NINE
from tests.reports.test_shares import a_share

TODAY = date(2026, 3, 12)
FILES = PolicyFiles(settings=Path("s"), policy=Path("p"), sha256="9f2c41d8" + "0" * 52 + "07be")
ORGANISATION = Organisation(name="Back Office Ltd", dpia="7", contact="Berta, room 3")


def berlin(_ms: int) -> int:
    return BERLIN_WINTER_MIN


def found(*holdings: Holding, settings: Settings | None = None, organisation: Organisation | None = None) -> OwnData:
    config = Config(settings=settings or Settings(), sources={}, organisation=organisation)
    return OwnData(holdings=holdings, shares=(), size=18_600_000, config=config, files=FILES, today=TODAY)


def holding(what: Kept, rows: int = 18_412, first: date | None = date(2026, 2, 11)) -> Holding:
    return Holding(what=what, rows=rows, first=first, last=TODAY)


def test_a_row_says_what_since_when_how_long_and_for_whom() -> None:
    """As on the page; what there is none of has no row."""
    settings = Settings(titles=TitleLevel.REDACTED, keep_spans_days=30, keep_totals_months=13)
    view = own_data_view(
        found(holding(Kept.SPANS), holding(Kept.HOUR_TOTALS, first=date(2025, 2, 3)), holding(Kept.GAPS, rows=0),
              settings=settings), berlin
    )  # fmt: skip

    assert view.stored == (
        ("Spans with masked titles", "What was in front, when", "11 Feb – today", "30 days", "18,412", "You"),
        ("Hour totals by category", "Time per hour", "3 Feb 2025 – today", "13 months", "18,412", "You"),
    )
    assert view.deleted == "What is older than it is kept is really deleted, every night."
    assert view.lead == "18.6 MB on this computer"


@pytest.mark.parametrize("what", Kept)
def test_every_kind_has_its_words(what: Kept) -> None:
    """Whatever is added."""
    [row] = own_data_view(found(holding(what)), berlin).stored

    assert all(row)


def test_spans_go_with_their_totals_where_nothing_else_is_said_of_them() -> None:
    """As the agent lets go of them."""
    view = own_data_view(
        found(holding(Kept.SPANS), holding(Kept.GAPS), settings=Settings(keep_totals_months=13)), berlin
    )

    assert [row[3] for row in view.stored] == ["13 months", "13 months"]


def test_one_day_is_one_day() -> None:
    """And a month is one too."""
    settings = Settings(keep_spans_days=1, keep_totals_months=1)
    view = own_data_view(found(holding(Kept.SPANS), holding(Kept.DAY_TOTALS), settings=settings), berlin)

    assert [row[3] for row in view.stored] == ["1 day", "1 month"]


def test_what_is_kept_for_good_is_said_to() -> None:
    """Where the policy forbids to delete, the card does not offer it."""
    view = own_data_view(found(holding(Kept.SPANS), settings=Settings(erase_allowed=False)), berlin)

    assert view.stored[0][3] == "For good"
    assert (view.delete.offer, view.delete.text) == (
        "",
        "The policy does not allow you to delete what was recorded.",
    )
    assert own_data_view(found(holding(Kept.SPANS)), berlin).delete.offer == "Choose days…"


def test_what_left_is_told_with_its_moment_and_place() -> None:
    """The latest in the sentence as well."""
    shares = (a_share(NINE, "2026-03-01", "2026-03-02"), a_share(NINE - 86_400_000, "2026-02-28"))
    view = own_data_view(replace(found(holding(Kept.SPANS)), shares=shares), berlin)

    assert view.sent[0] == ("Mon 2 Mar at 09:00", "Totals of 2 days", "anna", "/srv/team/anna.totals.json")
    assert view.sent[1][1] == "Totals of 1 day"
    assert view.sentence.startswith(", last shared Mon 2 Mar at 09:00: day totals, no titles.")
    assert view.sent_hint == "2 times, by your hand. Open one to see the exact rows."
    assert shared_before(shares[0], berlin, TODAY).startswith("These rows left this computer Mon 2 Mar at 09:00")


def test_what_left_is_told_whole_after_a_part_of_it_was_deleted_here() -> None:
    """Three days left this computer, and the rows of one are not all there was."""
    share = structs.replace(a_share(NINE, "2026-03-02"), forgotten=2)
    view = own_data_view(replace(found(holding(Kept.SPANS)), shares=(share,)), berlin)

    assert view.sent[0][1] == "Totals of 3 days"
    assert shared_before(share, berlin, TODAY) == (
        "These rows left this computer Mon 2 Mar at 09:00, under the name “anna”, "
        "together with those of earlier days that you have deleted here since."
    )


def test_nothing_left_is_an_answer() -> None:
    """Not an empty table without a word."""
    view = own_data_view(found(holding(Kept.SPANS)), berlin)

    assert view.sent == ()
    assert view.sent_hint == "Nothing that is kept here has left this computer through Engineroom."
    assert view.sentence.startswith(", and none of it has left.")


def test_only_where_somebody_is_named_a_letter_is_offered() -> None:
    """By the policy."""
    assert own_data_view(found(organisation=ORGANISATION), berlin).letter is not None
    assert own_data_view(found(organisation=Organisation(name="X", dpia="7")), berlin).letter is None
    assert own_data_view(found(), berlin).letter is None


def test_the_policy_is_named_by_its_hash() -> None:
    """The same on every desk that it is in force at."""
    view = own_data_view(found(organisation=ORGANISATION), berlin)

    assert view.policy.text == "Set by Back Office Ltd.\nsha256 9f2c 41d8 … 07be"
    assert own_data_view(found(), berlin).policy.text.startswith("Nobody manages this desk")


@pytest.mark.parametrize(
    ("size", "words"),
    [(999, "999 bytes"), (1000, "1.0 kB"), (18_600_000, "18.6 MB"), (2_500_000_000, "2.5 GB")],
)
def test_sizes_are_told_in_the_unit_that_suits(size: int, words: str) -> None:
    """By powers of a thousand, as file managers do."""
    assert size_in_words(size) == words


def test_numbers_follow_the_place() -> None:
    """A comma for decimals makes a point between thousands."""
    write_by(LocalFormats(decimal_point=","))
    try:
        assert (size_in_words(18_600_000), count_in_words(18_412)) == ("18,6 MB", "18.412")
    finally:
        write_by(LocalFormats())


def test_moments_and_days_are_seen_from_today() -> None:
    """Today is called so, and another year has its number."""
    assert moment(NINE, 60, date(2026, 3, 2)) == "today at 09:00"
    assert moment(NINE, 60, date(2027, 3, 2)) == "2 Mar 2026 at 09:00"
    assert days_until(None, None, TODAY) == "–"
    assert days_until(TODAY, TODAY, TODAY) == "today"
    assert days_until(date(2026, 3, 1), date(2026, 3, 3), TODAY) == "1 Mar – 3 Mar"


def test_a_letter_names_whom_what_and_when() -> None:
    """And encloses nothing."""
    text = letter(ORGANISATION, "Anna", date(2026, 3, 2), date(2026, 3, 6), TODAY)

    assert text.startswith("To: Berta, room 3\nFrom: Anna\nDate: 12 March 2026\n")
    assert "recorded about me at Back Office Ltd, 2 March 2026 – 6 March 2026" in text
    assert "recorded about me at Back Office Ltd, 2 March 2026\n" in letter(
        ORGANISATION, "Anna", date(2026, 3, 2), date(2026, 3, 2), TODAY
    )
