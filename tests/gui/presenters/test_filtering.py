import pytest

from core.category import Category
from core.judge import Piece
from core.span import Gap
from gui.presenters.filtered_day import FilteredDay
from gui.presenters.filtering import Filter, Place, Term, of_app, of_category, of_kind
from gui.presenters.selection import Selectable
from tests.gui.days import HOUR, MIDNIGHT, MIN, a_timeline

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
    ],
)
def test_every_word_has_to_be_found(text: str, found: set[str]) -> None:
    """Anywhere, or where it is said to be; a minus excludes, and a quoted application is exactly that one."""
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
