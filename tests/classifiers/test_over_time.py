"""Rules that took the place of others from a moment on."""

from pathlib import Path

import pytest

from classifiers.in_force import RulesInForce
from classifiers.over_time import Earlier, JudgeOverTime
from classifiers.rule_places import RulePlaces
from core.span import Context
from tests.factories import NINE, a_span
from tests.storage.records import rules

OLD, NEW = rules({"calc": "Work/Old"}), rules({"calc": "Work/New"})
HALF_A_MINUTE = 30_000


def test_a_span_across_the_moment_is_cut_there() -> None:
    """What was before it is judged by what held then."""
    judge = JudgeOverTime(NEW, [Earlier(NINE + HALF_A_MINUTE, "1", lambda: OLD)])
    pieces = judge([a_span(app="calc"), a_span(NINE + 60_000, app="calc")], ())

    assert [(p.span.start_ms - NINE, p.span.observed_ms, p.verdict.category.path) for p in pieces] == [
        (0, HALF_A_MINUTE, "Work/Old"),
        (HALF_A_MINUTE, HALF_A_MINUTE, "Work/New"),
        (60_000, 60_000, "Work/New"),
    ]
    assert judge.default(Context("calc", "")).category.path == "Work/New"


def test_each_time_has_the_rules_that_held_then() -> None:
    """Of three sets of rules, whatever the order in which they are named."""
    oldest = rules({"calc": "Work/Oldest"})
    earlier = [Earlier(NINE + 120_000, "2", lambda: OLD), Earlier(NINE + 60_000, "1", lambda: oldest)]
    pieces = JudgeOverTime(NEW, earlier)([a_span(NINE + n * 60_000, app="calc") for n in range(3)], ())

    assert [p.verdict.category.path for p in pieces] == ["Work/Oldest", "Work/Old", "Work/New"]


def test_earlier_rules_are_not_read_for_what_came_after_them() -> None:
    def never() -> None:
        raise AssertionError("nobody asked")

    judge = JudgeOverTime(NEW, [Earlier(NINE, "1", never)])  # type: ignore[arg-type]  # it must not be called

    assert judge([a_span(app="calc")], ())[0].verdict.category.path == "Work/New"


def test_the_version_tells_other_times_and_other_rules_apart() -> None:
    versions = {
        JudgeOverTime(NEW, earlier).version
        for earlier in (
            [],
            [Earlier(NINE, "1", lambda: OLD)],
            [Earlier(NINE, "2", lambda: OLD)],
            [Earlier(NINE + 1, "1", lambda: OLD)],
        )
    }

    assert len(versions) == 4
    assert JudgeOverTime(NEW, []).version == NEW.version


@pytest.fixture
def places(tmp_path: Path) -> RulePlaces:
    return RulePlaces(
        personal=tmp_path / "rules.toml", last_good=tmp_path / "good.toml", earlier=tmp_path / "earlier-rules"
    )


def ours(category: str) -> str:
    return f'[[rule]]\nid = "ours"\napp = "zwicky"\ncategory = "{category}"\n'


def categories(in_force: RulesInForce) -> list[str]:
    pieces = in_force([a_span(NINE + n * 60_000, app="zwicky") for n in range(3)], ())
    return [piece.verdict.category.path for piece in pieces]


def test_rules_for_new_time_only_leave_what_was_before_to_the_old_ones(places: RulePlaces) -> None:
    """A running process follows; rules for all time take their place everywhere."""
    in_force = RulesInForce(places)
    places.put_in_force(ours("Work/One"), NINE + 60_000)
    places.put_in_force(ours("Work/Two"), NINE + 120_000)

    assert in_force.refresh()
    assert categories(in_force) == categories(RulesInForce(places)) == ["Unclassified", "Work/One", "Work/Two"]
    assert not in_force.refresh()
    assert {path.stat().st_mode & 0o777 for _until, path in places.earlier_files()} == {0o600}
    places.put_in_force(ours("Work/Three"), None)
    assert in_force.refresh()
    assert categories(in_force) == ["Work/Three"] * 3


def test_earlier_rules_that_this_release_cannot_read_are_stood_in_for(places: RulePlaces) -> None:
    """By the rules of today: a report is better than none."""
    places.put_in_force(ours("Work/One"), NINE + 60_000)
    [(_until, path)] = places.earlier_files()
    path.write_text("[[rule]]\nunheard_of = 1\n")

    assert categories(RulesInForce(places)) == ["Work/One"] * 3
