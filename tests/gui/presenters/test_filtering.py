from collections.abc import Sequence

import pytest

from core.category import Category, Kind
from core.explanation import ENTERED
from core.judge import Piece
from core.span import Gap
from gui.presenters.filtered_day import FilteredDay
from gui.presenters.filtering import NO_FILTER, Filter, Place, Term, both, of_app, of_category, of_kind, of_page
from gui.presenters.selection import Selectable
from gui.presenters.week import page_rows
from reports.week import pages_of
from tests.factories import NINE, a_piece, a_span
from tests.gui.days import CLAIMS, HOUR, MIDNIGHT, MIN, WIKI, a_timeline

DAY = Selectable(a_timeline(), lambda _ms: 60)


def apps(wanted: Filter) -> set[str]:
    matches = wanted.matcher()
    parts: list[Piece | Gap] = [*DAY.timeline.pieces, *DAY.timeline.gaps]
    return {one.span.context.app if isinstance(one, Piece) else "a gap" for one in parts if matches(one)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("wiki", {"Policy wiki"}),
        ("WATER", {"Policy wiki"}),
        ("claim mail", {"Mail"}),
        ("title:claim", {"Claims desk", "Mail"}),
        ("app:claim", {"Claims desk"}),
        ("category:claims", {"Claims desk", "Phone"}),
        ("category:claims -phone", {"Claims desk"}),
        ('"call with"', {"Phone"}),
        ('"with call"', set()),
        ("category:gap", {"a gap"}),
        ("paused", {"a gap"}),
        ("10:14", set()),
        ('app:"Claims"', set()),
        ('app:"claims desk"', {"Claims desk"}),
        ("app=mail", {"Mail"}),
        ("title=inbox", {"Mail"}),
        ('title="claim"', set()),
        ('title="new tab"', {"Browser"}),
        ("-title=inbox app:mail", {"Mail"}),
        ("colour=red", set()),
    ],
)
def test_every_word_has_to_be_found(text: str, found: set[str]) -> None:
    """Anywhere, or where it is said to be; a minus excludes, and a quoted application is exactly that one.

    So is a title behind an equals sign.
    """
    assert apps(Filter(text)) == found


def test_half_typed_words_are_no_mistake() -> None:
    """Somebody is still at it: a quote that is open goes to the end, and a bare colon asks for nothing."""
    assert Filter('title:"claim ‹num').terms == (Term("claim ‹num", Place.TITLE, whole=True),)
    assert not Filter('"')
    assert not Filter("  ")
    assert Filter("app:").terms == (Term("app:"),)


def test_what_is_pressed_becomes_words_that_say_the_same() -> None:
    """A kind takes its activities along; an activity does not take its kind."""
    assert apps(of_kind("Knowledge")) == {"Policy wiki"}
    assert apps(of_category(Category("Work/Reconciliation"))) == {"Ledger"}
    assert apps(of_kind("Gap")) == {"a gap"}
    assert apps(of_app("Mail")) == {"Mail"}


def matching(parts: Sequence[Piece], wanted: Filter) -> list[Piece]:
    return list(filter(wanted.matcher(), parts))


@pytest.mark.parametrize("name", ['Sales "north"', "“Excess” and „Selbstbehalt“", '"', '""', '"quoted"'])
def test_a_name_with_quotes_in_it_is_found(name: str) -> None:
    """As an application and as a title; beside another word, too."""
    piece = a_piece(a_span(app=name, title=name))
    for wanted in (of_app(name), of_page(name), both(Filter("claims"), of_app(name))):
        found = matching([piece, a_piece(a_span(app="Sales north", title="Excess"))], Filter(wanted.text))
        assert found == ([] if wanted == of_page(name) else [piece])
    assert matching([a_piece(a_span(app="reader", title=name), WIKI), piece], of_page(name)) == [
        a_piece(a_span(app="reader", title=name), WIKI)
    ]


def test_a_quote_that_is_still_open_does_not_swallow_what_is_added() -> None:
    """Somebody has typed half a word and presses a number."""
    wanted = both(Filter('title:"claim'), of_kind("Work"))

    assert wanted.terms == (*Filter('title:"claim"').terms, *of_kind("Work").terms)
    assert both(NO_FILTER, of_kind("Work")) == of_kind("Work")


def test_a_page_of_knowledge_is_what_its_number_is_of() -> None:
    """Not a longer title, not the same one as work, and where there is no title its application."""
    looks = [("Claims – Wiki", WIKI), ("Water claims – Wiki", WIKI), ("Claims – Wiki", CLAIMS), ("", WIKI)]
    pieces = [
        a_piece(a_span(NINE + place * MIN, seconds=60 - place, app="reader", title=title), category)
        for place, (title, category) in enumerate(looks)
    ]
    pages = pages_of(pieces, Kind.KNOWLEDGE)
    assert [page.title for page in pages] == ["Claims – Wiki", "Water claims – Wiki", "reader"]
    for row, page in zip(page_rows(pages), pages, strict=True):
        assert row.asks is not None
        assert sum(piece.span.observed_ms for piece in matching(pieces, row.asks)) == page.observed_ms


def test_what_was_entered_is_found_by_what_it_is_called() -> None:
    """There was no window in front, and it is not counted there."""
    entered, bare = a_piece(a_span(app="", title="", source=ENTERED)), a_piece(a_span(app="", title=""))

    assert matching([entered, bare], Filter("app:entered")) == [entered]
    assert matching([entered, bare], of_app("")) == [bare]


def test_a_filtered_day_has_the_sums_of_what_fits() -> None:
    """Two windows of the wiki in four stretches; everything else is left out."""
    found = FilteredDay(DAY, Filter("wiki"))

    assert [(row.name, row.time, len(row.rows)) for row in found.rows] == [("Policy wiki", "0:35", 2)]
    assert found.stretches[0] == (MIDNIGHT + 8 * HOUR + 48 * MIN, MIDNIGHT + 8 * HOUR + 54 * MIN)
    assert len(found.stretches) == 4
    assert found.says == "0:35 of 7:56 shown"


def test_where_nothing_fits_nothing_is_said() -> None:
    """The page says it."""
    found = FilteredDay(DAY, Filter("nowhere"))

    assert (found.rows, found.stretches, found.says) == ((), (), "")
