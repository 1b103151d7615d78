"""What a preview says of two judgements of the same time."""

from datetime import date

from core.category import Category
from core.judge import Piece, Verdict
from core.period import Period
from core.span import Context, State
from reports.previewing import Portion, preview, side_by_side
from tests.factories import NINE, a_span

MONDAY = date(2026, 3, 2)
WEEK = Period(MONDAY, MONDAY)
NOTHING: frozenset[str] = frozenset()
MINUTE = 60_000


def says(category: str, rule: str | None = None) -> Verdict:
    return Verdict(Category(category), rule, "")


def portion(old: Verdict, new: Verdict, minutes: int, app: str = "calc", title: str = "Budget") -> Portion:
    return Portion(Context(app, title), old, new, minutes * MINUTE)


def test_time_that_moves_is_told_by_old_and_new_category() -> None:
    """With its windows, the rules that take it and those that it is taken from; the longest change first."""
    unknown, wiki, mail = says("Unclassified"), says("Knowledge/Wiki", "wiki"), says("Work/Mail", "mail")
    found = preview(
        WEEK,
        [
            portion(unknown, wiki, 20, title="How to"),
            portion(mail, wiki, 25, "outlook", "FAQ"),
            portion(unknown, wiki, 10, title="Why"),
            portion(unknown, wiki, 10, title="How to"),
            portion(mail, mail, 60, "outlook"),
        ],
        NOTHING,
    )

    assert [(c.old, c.new, c.observed_ms // MINUTE, c.titles, c.rules, c.overrides) for c in found.changes] == [
        ("Unclassified", "Knowledge/Wiki", 40, 2, ("wiki",), ()),
        ("Work/Mail", "Knowledge/Wiki", 25, 1, ("wiki",), ("mail",)),
    ]
    assert [(w.title, w.observed_ms // MINUTE) for w in found.changes[0].windows] == [("How to", 30), ("Why", 10)]
    assert (found.changed_ms, found.looked_at_ms) == (65 * MINUTE, 125 * MINUTE)


def test_nothing_moves_where_the_category_stays() -> None:
    """Another rule with the same word changes nothing that anyone sees."""
    found = preview(WEEK, [portion(says("Work/Mail", "old"), says("Work/Mail", "new"), 5)], frozenset({"new"}))

    assert found.changes == ()


def test_an_edited_rule_that_takes_more_than_a_third_of_the_time_is_warned_of() -> None:
    """Exactly a third is not; one that stays as it was is not spoken of."""
    large, kept = says("Work/Mail", "large"), says("Work/Claims", "kept")
    third = preview(WEEK, [portion(large, large, 20), portion(kept, kept, 40)], frozenset({"large"}))
    more = preview(WEEK, [portion(large, large, 21), portion(kept, kept, 40)], frozenset({"large"}))

    assert third.warnings == ()
    assert more.warnings == ("The rule 'large' takes 34% of all time at the desk",)


def test_an_edited_rule_that_takes_many_programs_is_warned_of() -> None:
    wide, rest = says("Work", "wide"), says("Personal")
    nine, ten = ([portion(wide, wide, 1, f"app{n}") for n in range(count)] for count in (9, 10))
    others = [portion(rest, rest, 60)]

    assert preview(WEEK, nine + others, frozenset({"wide"})).warnings == ()
    assert preview(WEEK, ten + others, frozenset({"wide"})).warnings == (
        "The rule 'wide' takes windows of 10 programs",
    )


def test_judgements_are_held_side_by_side_where_they_cut_otherwise() -> None:
    """Idle time counts where one of them takes it for attended."""
    ten = a_span(seconds=600, state=State.IDLE)
    idle, work = says("Idle"), says("Work/Reading", "reading")
    kept = a_span(seconds=240)
    rest = a_span(NINE + 4 * MINUTE, seconds=360, state=State.IDLE)
    old = [Piece(ten, idle), Piece(a_span(NINE + 10 * MINUTE), work)]
    new = [Piece(kept, work), Piece(rest, idle), Piece(a_span(NINE + 10 * MINUTE), idle)]

    assert [(p.old.category.path, p.new.category.path, p.observed_ms) for p in side_by_side(old, new)] == [
        ("Idle", "Work/Reading", 4 * MINUTE),
        ("Work/Reading", "Idle", MINUTE),
    ]


def test_what_is_taken_is_told_by_rule_and_by_kind() -> None:
    """The rule that loses most first; kinds with the same total before and after are left out."""
    unknown, wiki = says("Unclassified"), says("Knowledge/Wiki", "wiki")
    mail, phone = says("Work/Mail", "mail"), says("Work/Phone", "phone")
    found = preview(
        WEEK,
        [portion(unknown, wiki, 20), portion(mail, wiki, 5), portion(phone, wiki, 6), portion(mail, phone, 2)],
        NOTHING,
    )

    assert [(taken.rule, taken.observed_ms // MINUTE) for taken in found.taken] == [("mail", 7), ("phone", 6)]
    assert [(of.kind, of.before_ms // MINUTE, of.after_ms // MINUTE) for of in found.kinds] == [
        ("Work", 13, 2),
        ("Knowledge", 0, 31),
        ("Unclassified", 20, 0),
    ]
