"""New rules over an old record."""

from core.clock import MS_PER_DAY
from storage.meta import RAW_FROM
from storage.rejudging import rejudge
from tests.factories import NINE, a_span
from tests.storage.records import OFFICE, Kept, rules

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


def test_every_rolled_hour_is_rolled_again(kept: Kept) -> None:
    """All of them, since a rule may do more than give a context its category."""
    kept.write(a_span(NINE, app="calc"), a_span(NINE + MS_PER_DAY, app="mail"))
    kept.build()
    rejudge(kept.engine, rules({"calc": "Personal"}))
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
