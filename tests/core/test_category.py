"""Categories and what a rule may call one."""

import pytest

from core.category import IDLE, PRIVATE, UNCLASSIFIED, Category, Kind, category_for_rules


@pytest.mark.parametrize(
    ("path", "kind", "activity"),
    [
        ("Work/Claims", Kind.WORK, "Claims"),
        ("Work/Claims/Motor", Kind.WORK, "Claims/Motor"),
        ("Personal", Kind.PERSONAL, None),
        ("Knowledge/Wiki", Kind.KNOWLEDGE, "Wiki"),
    ],
)
def test_a_category_is_a_kind_and_perhaps_an_activity(path: str, kind: Kind, activity: str | None) -> None:
    """The first part of the path is the kind, everything behind it the activity."""
    category = category_for_rules(path)

    assert category == Category(path)
    assert (category.kind, category.activity) == (kind, activity)


def test_the_categories_that_follow_from_the_state_have_no_activity() -> None:
    """They are their kinds."""
    assert [category.kind for category in (IDLE, PRIVATE, UNCLASSIFIED)] == [
        Kind.IDLE,
        Kind.PRIVATE,
        Kind.UNCLASSIFIED,
    ]


@pytest.mark.parametrize("path", ["", "Claims", "work/Claims", "/Work"])
def test_a_category_begins_with_a_kind(path: str) -> None:
    """Anything else is an error of ours."""
    with pytest.raises(ValueError, match="does not begin with a kind"):
        Category(path)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("work/Mail", "not 'work', did you mean 'Work'?"),
        ("Persnal", "not 'Persnal', did you mean 'Personal'?"),
        ("Fun/Games", "not 'Fun'"),
        ("Idle", "begins with Work, Knowledge, Personal, Unclassified, not 'Idle'"),
        ("Private/Life", "not 'Private'"),
        ("Work/", "'Work/' names no activity behind the slash"),
        ("Work/ ", "names no activity"),
        ("Work/ Mail", "has a space around its activity and would count apart from 'Work/Mail'"),
    ],
)
def test_a_rule_is_told_what_is_wrong_with_its_category(path: str, reason: str) -> None:
    """With the nearest valid word where there is one."""
    with pytest.raises(ValueError, match=f"{reason}$|{reason}"):
        category_for_rules(path)
