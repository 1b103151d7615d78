from core.category import Category
from gui.presenters.activities import kind_choices


def test_each_kind_offers_its_activities_in_their_order() -> None:
    """A press says the kind alone; kinds that nobody can say are not offered."""
    used = [Category(path) for path in ("Work/Claims", "Idle", "Knowledge/Wiki", "Work", "Work/Mail", "Unclassified")]
    work, knowledge, personal = kind_choices(used)

    assert (work.category, work.key) == (Category("Work"), "W")
    assert work.activities == (Category("Work/Claims"), Category("Work/Mail"))
    assert knowledge.activities == (Category("Knowledge/Wiki"),)
    assert (personal.key, personal.activities) == ("P", ())


def test_a_press_says_what_it_does() -> None:
    """The arrow is only spoken of where there is one."""
    work, _knowledge, personal = kind_choices([Category("Work/Claims")])

    assert work.tip == "It was Work (W), whatever the activity. The arrow offers activities."
    assert personal.tip == "It was Personal (P)"
