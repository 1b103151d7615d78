"""Knowledge between two stretches of one activity stays knowledge and names what it served."""

import pytest

from classifiers.judging import RuleJudge
from core.category import Category
from core.judge import Judge, Verdict
from core.span import State
from tests.classifiers.test_carrying_over import RULES, a_day
from tests.classifiers.test_judging_days import ruleset_of
from tests.factories import NINE, a_correction


@pytest.fixture(scope="module")
def judge() -> Judge:
    return RuleJudge(ruleset_of((*RULES, {"id": "manual", "app": "pdf", "category": "Knowledge/Manuals"}), "1m"))


def test_a_look_up_says_what_it_served(judge: Judge) -> None:
    """The category stays; the verdict names the work."""
    pieces = judge(a_day(("calc", 60), ("wiki", 40), ("calc", 60)), ())

    assert pieces[1].verdict == Verdict(
        Category("Knowledge/Wiki"), "wiki", 'app is "wiki", served Work/Claims', serves="Work/Claims"
    )
    assert [piece.verdict.serves for piece in pieces] == [None, "Work/Claims", None]


@pytest.mark.parametrize(
    ("day", "serves"),
    [
        pytest.param([("calc", 9), ("wiki", 60), ("pdf", 60), ("calc", 9)], ["Work/Claims"] * 2, id="two sources"),
        pytest.param([("calc", 9), ("wiki", 1800), ("calc", 9)], ["Work/Claims"], id="half an hour"),
        pytest.param([("calc", 9), ("wiki", 1801), ("calc", 9)], [None], id="more than that"),
        pytest.param([("work", 9), ("wiki", 60), ("work", 9)], [None], id="work without an activity"),
        pytest.param([("calc", 9), ("wiki", 60), ("game", 9), ("calc", 9)], [None], id="something else follows"),
        pytest.param([("game", 9), ("wiki", 60), ("calc", 9)], [None], id="something else comes before"),
        pytest.param([("calc", 9), ("wiki", 60)], [None], id="the day ends"),
        pytest.param([("wiki", 60), ("calc", 9)], [None], id="the day begins"),
        pytest.param([("calc", 9), ("wiki", 60), ("popup", 60), ("calc", 9)], [None], id="what no rule knows"),
        pytest.param(
            [("calc", 9), ("wiki", 60), ("popup", 9), ("wiki", 60), ("calc", 9)],
            ["Work/Claims"] * 3,
            id="what was carried over from knowledge",
        ),
        pytest.param([("calc", 9), 300, ("wiki", 60), ("calc", 9)], ["Work/Claims"], id="five minutes of nothing"),
        pytest.param([("calc", 9), 300.001, ("wiki", 60), ("calc", 9)], [None], id="more of nothing"),
        pytest.param(
            [
                ("calc", 9),
                ("wiki", 60),
                ("wiki", 200, State.IDLE),
                ("wiki", 100, State.LOCKED),
                ("wiki", 9),
                ("calc", 9),
            ],
            ["Work/Claims"] * 2,
            id="five minutes of absence",
        ),
        pytest.param(
            [("calc", 9), ("wiki", 60), ("wiki", 200, State.IDLE), 101, ("wiki", 9), ("calc", 9)],
            [None, None],
            id="longer absence, in parts",
        ),
        pytest.param([("calc", 9), ("wiki", 60), ("", 1, State.PRIVATE), ("calc", 9)], [None], id="private time"),
    ],
)
def test_limits(judge: Judge, day: list[tuple[str, float]], serves: list[str | None]) -> None:
    """What lies between, how long it takes, and what stands on both sides."""
    pieces = judge(a_day(*day), ())

    knowledge = [piece for piece in pieces if piece.verdict.category.path.startswith("Knowledge")]
    attended = [piece.verdict.serves for piece in knowledge if piece.span.state is State.ACTIVE]
    assert attended == serves


def test_what_a_person_corrected_serves_nothing(judge: Judge) -> None:
    """They said what it was, and no more."""
    said = a_correction(NINE + 9_000, seconds=60, category=Category("Knowledge/Law"))

    pieces = judge(a_day(("calc", 9), ("wiki", 60), ("calc", 9)), [said])

    assert pieces[1].verdict == Verdict(Category("Knowledge/Law"), None, "corrected by anna")
