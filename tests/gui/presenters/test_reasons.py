import re
from collections.abc import Iterator

import pytest

from classifiers.context_matcher import Containing, ContainingAll, Exact, Fitting, HavingWord, Shaped, seen, words
from classifiers.matcher import Subject
from classifiers.moment_matcher import IdleOver, InState, Moment, at_time, on_weekday
from classifiers.verdicts import BY_STATE, NO_RULE
from core.span import State
from core.wording import speak_through
from gui.presenters.reasons import reason_in_words
from tests.factories import a_context

WORDS = {
    'app is "{word}"': "Programm ist „{word}“",
    'title contains "{word}"': "Titel enthält „{word}“",
    "kept active up to {length} by rule {rule}": "aktiv gehalten bis {length} durch Regel {rule}",
    "no rule matches": "keine Regel passt",
    "it is {day}": "es ist {day}",
    "Sat": "Samstag",
    "served {category}": "diente {category}",
    "Work/{activity}": "Arbeit/{activity}",
    " and ": " und ",
}


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    speak_through(lambda _context, text: text)


@pytest.mark.parametrize(
    ("why", "told"),
    [
        ("no rule matches", "keine Regel passt"),
        ('app is "excel" and title contains "a and b"', "Programm ist „excel“ und Titel enthält „a and b“"),
        (
            'app is "teams", kept active up to 30 min by rule calls',
            "Programm ist „teams“, aktiv gehalten bis 30 min durch Regel calls",
        ),
        ('app is "wiki" and it is Sat, served Work/Mail', "Programm ist „wiki“ und es ist Samstag, diente Arbeit/Mail"),
        ("something that nobody has worded", "something that nobody has worded"),
    ],
)
def test_a_reason_is_told_condition_by_condition(why: str, told: str) -> None:
    """The record keeps it in English; what a person wrote into a rule stays as it is."""
    speak_through(lambda _context, text: WORDS.get(text, text))

    assert reason_in_words(why) == told


def test_in_english_a_reason_is_what_the_record_says() -> None:
    """Nothing is lost on the way."""
    why = 'app is "x" and title has "7", which matches \\d, served Work/Claims'

    assert reason_in_words(why) == why


def every_reason() -> Iterator[str]:
    """As the classifiers word each of them."""
    a, both = words(Subject.TITLE, ["claim"]), words(Subject.TITLE, ["claim", "total"])
    window = seen(a_context("claims", "claim total 7"))
    for matcher in (
        Exact(Subject.APP, words(Subject.APP, ["claims"])),
        Exact(Subject.TITLE, words(Subject.TITLE, ["claim total 7"])),
        Shaped(words(Subject.APP, ["cla*"])),
        Containing(Subject.APP, words(Subject.APP, ["aim"])),
        Containing(Subject.TITLE, a),
        ContainingAll(Subject.TITLE, a),
        ContainingAll(Subject.TITLE, both),
        ContainingAll(Subject.TITLE, words(Subject.TITLE, ["claim", "total", "7"])),
        HavingWord(("claim",)),
        Fitting(Subject.APP, (re.compile("^cl"),)),
        Fitting(Subject.TITLE, (re.compile(r"\d"),)),
    ):
        yield matcher.why(window) or ""
    for state in (State.ACTIVE, State.CALL, State.IDLE, State.LOCKED):
        yield InState((state,)).why(Moment(state, 0, 0)) or ""
    for other in (IdleOver(60_000), at_time(["00:00-24:00"]), on_weekday(["Mon"])):
        yield other.why(Moment(State.IDLE, 90_000, 0)) or ""
    yield from (verdict.why for verdict in (*BY_STATE.values(), NO_RULE))


@pytest.mark.parametrize("why", list(every_reason()))
def test_every_reason_that_classifiers_give_is_known(why: str) -> None:
    """A new kind of condition needs its words here."""
    speak_through(lambda _context, text: f"‹{text}›")

    assert why
    assert reason_in_words(why).startswith("‹")
    assert reason_in_words(why).count("‹") <= 2
