from core.hours_in_words import hours_in_words
from core.wording import in_english

GERMAN = dict(
    zip(("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"), ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"), strict=True)
)


def test_days_are_called_as_the_person_calls_them() -> None:
    """Hours stay as they were written."""
    lines = ("Mon-Thu 07:00-19:00", "Fri 07:00-12:30", "Sat-Sun 22:00-02:00")

    assert hours_in_words(lines, lambda _context, text: GERMAN[text]) == (
        "Mo-Do 07:00-19:00, Fr 07:00-12:30, Sa-So 22:00-02:00"
    )
    assert hours_in_words(("Tue-Wed 08:00-16:00",), in_english) == "Tue-Wed 08:00-16:00"


def test_where_none_are_set_nothing_is_said() -> None:
    """Recording goes on always then."""
    assert hours_in_words((), in_english) == ""
