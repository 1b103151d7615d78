"""New rules over an old record."""

from dataclasses import replace

from classifiers.judging import RuleJudge
from core.clock import MS_PER_DAY, MS_PER_HOUR
from storage.meta import RAW_FROM
from storage.rejudging import rejudge
from tests.factories import NINE, a_span
from tests.storage.records import OFFICE, Kept, app_rules, rules

CONTEXTS = (
    "SELECT app.name, path, rule_id FROM context JOIN app USING (app_id) JOIN category ON cat_id = default_cat_id"
)


def test_contexts_are_judged_anew_and_spans_stay(kept: Kept) -> None:
    kept.write(a_span(app="calc"))
    spans = kept.rows("SELECT * FROM span")
    assert rejudge(kept.engine, rules({"calc": "Personal"}))
    assert kept.rows(CONTEXTS) == [("calc", "Personal", "calc")]
    assert kept.rows("SELECT * FROM span") == spans


def test_same_rules_change_nothing(kept: Kept) -> None:
    kept.write(a_span(app="calc"))
    kept.build()
    before = kept.dump()
    assert not rejudge(kept.engine, rules(OFFICE))
    assert kept.dump() == before


def test_days_that_show_a_window_of_another_category_are_rolled_again(kept: Kept) -> None:
    """Whole days, since its neighbours may inherit from it; days without it stay as they are."""
    kept.write(
        a_span(NINE, app="calc"),
        a_span(NINE + 3 * MS_PER_HOUR, app="mail"),
        a_span(NINE + MS_PER_DAY, app="mail"),
        a_span(NINE + 3 * MS_PER_DAY, app="calc"),
    )
    kept.build()
    rejudge(kept.engine, rules(OFFICE | {"calc": "Personal"}))
    days = "SELECT hour / 24 - 20514, count(*) FROM hour_dirty GROUP BY 1"
    assert kept.rows(days) == [(0, 2), (3, 1)]


def test_all_days_are_rolled_again_where_rules_are_about_more_than_windows(kept: Kept) -> None:
    kept.write(a_span(NINE, app="calc"), a_span(NINE + MS_PER_DAY, app="mail"))
    kept.build()
    rejudge(kept.engine, RuleJudge(replace(app_rules(OFFICE), carry_over_ms=60_000)))
    assert kept.rows("SELECT count(*) FROM hour_dirty") == [(2,)]


def test_hours_of_days_without_spans_are_left_alone(kept: Kept) -> None:
    kept.write(a_span(NINE, app="calc"), a_span(NINE + MS_PER_DAY, app="mail"))
    kept.build()
    kept.note(RAW_FROM, "2026-03-03")
    rejudge(kept.engine, rules({"calc": "Personal"}))
    assert kept.rows("SELECT count(*) FROM hour_dirty") == [(1,)]


def test_rule_that_only_got_another_name_is_noted(kept: Kept) -> None:
    """Explanations name the rule as it is called now."""
    kept.write(a_span(app="unheard-of"))
    rejudge(kept.engine, rules({"unheard-of": "Unclassified"}))
    assert kept.rows(CONTEXTS) == [("unheard-of", "Unclassified", "unheard-of")]


def test_every_day_under_a_long_span_is_rolled_again(kept: Kept) -> None:
    """From ten in the evening over a whole day into the next morning, which is 29 hours."""
    evening = NINE + 13 * MS_PER_HOUR
    kept.write(a_span(evening, seconds=29 * 3600, app="calc"))
    kept.build()
    other = kept.judged_by(rules({"calc": "Work/Payments"}))
    other.build()

    query = "SELECT DISTINCT path FROM roll_day_category JOIN category USING (cat_id)"
    assert other.rows(query) == [("Work/Payments",)]
