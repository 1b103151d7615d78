"""Previews of changed rules against the reports before and after the change."""

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from classifiers.editing import Edit
from classifiers.judging import RuleJudge
from classifiers.ruleset import Ruleset
from core.category import Category
from core.clock import MS_PER_DAY
from core.judge import Correction
from core.period import Period
from core.span import State
from reports.previewing import Preview
from storage.corrections import add_correction
from tests.factories import BERLIN_WINTER_MIN, NINE, a_span
from tests.storage.records import OFFICE, Kept, app_rules, kept_in, rules

MONTHS = Period(date(2026, 1, 1), date(2026, 3, 31))
WEEK = Period(date(2026, 3, 2), date(2026, 3, 8))
APPS = ("calc", "wiki", "mail", "paint")
CATEGORIES = ("Work/Claims", "Work/Mail", "Knowledge/Wiki", "Personal")
MINUTE = 60_000
LATER = MS_PER_DAY + 5 * MINUTE
_rules = st.dictionaries(st.sampled_from(APPS), st.sampled_from(CATEGORIES))


def attended(kept: Kept, ruleset: Ruleset, period: Period) -> Counter[str]:
    with kept.service(RuleJudge(ruleset)) as service:
        return Counter({row.key: row.attended_ms for row in service.report(period, "category").rows if row.attended_ms})


def moved(before: Counter[str], found: Preview) -> Counter[str]:
    """The totals before, with what the preview says added and taken away."""
    after = Counter(before)
    for change in found.changes:
        after[change.old] -= change.observed_ms
        after[change.new] += change.observed_ms
    return +after


@settings(max_examples=15, deadline=None)
@given(
    old=_rules,
    new=_rules,
    apps=st.lists(st.sampled_from(APPS), min_size=1, max_size=8),
    is_judged=st.booleans(),
    corrects=st.booleans(),
)
def test_a_preview_is_what_the_reports_then_say(
    old: dict[str, str], new: dict[str, str], apps: list[str], is_judged: bool, corrects: bool
) -> None:
    """Quickly and exactly, by whichever rules the record was judged, and with a correction that no rule touches."""
    with TemporaryDirectory() as folder, kept_in(Path(folder), rules(old if is_judged else OFFICE)) as kept:
        kept.write(*(a_span(NINE + n * LATER, seconds=60 + n, app=app) for n, app in enumerate(apps)))
        if corrects:
            said = Correction(
                start_ms=NINE + 10_000,
                end_ms=NINE + 50_000,
                category=Category("Work/Said"),
                who="anna",
                at_ms=NINE + MS_PER_DAY,
            )
            kept.record.revise(lambda connection: add_correction(connection, said, lambda _ms: BERLIN_WINTER_MIN))
        now, then = app_rules(old), app_rules(new)
        edit = Edit(now, then)
        for period in (WEEK, MONTHS):
            with kept.service(RuleJudge(now)) as service:
                found = service.preview(period)
            for told in (found.of(edit), found.exactly(edit)):
                assert moved(attended(kept, now, told.period), told) == attended(kept, then, told.period)
            assert found.of(edit).period == period


def test_an_edit_about_neighbours_is_previewed_over_28_days(kept: Kept) -> None:
    """Half a minute that no rule knows, between two of claims: it is carried over once the rules say so."""
    for month_ago in (0, 35 * MS_PER_DAY):
        at = NINE + 20 * MS_PER_DAY - month_ago
        kept.write(
            a_span(at, app="calc"), a_span(at + MINUTE, seconds=30, app="paint"), a_span(at + 90_000, app="calc")
        )
    with kept.service() as service:
        found = service.preview(MONTHS).of(Edit(app_rules(OFFICE), replace(app_rules(OFFICE), carry_over_ms=MINUTE)))

    assert found.period == Period(date(2026, 3, 4), date(2026, 3, 31))
    [change] = found.changes
    assert (change.old, change.new, change.observed_ms) == ("Unclassified", "Work/Claims", 30_000)
    assert [(window.app, window.observed_ms) for window in change.windows] == [("paint", 30_000)]


@pytest.mark.parametrize("period", [WEEK, MONTHS])
def test_idle_time_is_not_looked_at(kept: Kept, period: Period) -> None:
    """No rule on windows decides it."""
    kept.write(a_span(app="paint"), a_span(NINE + MINUTE, app="paint", state=State.IDLE))
    with kept.service() as service:
        found = service.preview(period).of(Edit(app_rules(OFFICE), app_rules(OFFICE | {"paint": "Personal"})))

    assert (found.looked_at_ms, found.changed_ms) == (MINUTE, MINUTE)


@pytest.mark.parametrize("exactly", [False, True])
def test_one_rule_is_followed_day_by_day(kept: Kept, exactly: bool) -> None:
    """At once and span by span: its windows, each day of the period, and the last week of it alone."""
    said = Correction(
        start_ms=NINE, end_ms=NINE + 10_000, category=Category("Work/Said"), who="anna", at_ms=NINE + MS_PER_DAY
    )
    kept.write(a_span(app="paint"), a_span(NINE + 6 * MS_PER_DAY, seconds=90, app="paint", title="Other"))
    kept.record.revise(lambda connection: add_correction(connection, said, lambda _ms: BERLIN_WINTER_MIN))
    edit = Edit(app_rules(OFFICE), app_rules(OFFICE | {"paint": "Personal"}))
    with kept.service() as service:
        found = service.preview(Period(date(2026, 3, 1), date(2026, 3, 28)))
    all_of_it = found.taking(edit, "paint", exactly=exactly)
    week = found.last(20)

    assert (all_of_it.windows[0].title, all_of_it.windows[0].observed_ms) == ("Other", 90_000)
    assert [ms for _day, ms in all_of_it.days if ms] == [50_000, 90_000]
    assert len(all_of_it.days) == 28
    assert week.period == Period(date(2026, 3, 9), date(2026, 3, 28))
    assert week.taking(edit, "paint", exactly=exactly).observed_ms == 0
    assert week.of(edit).looked_at_ms == 0


@pytest.mark.parametrize("is_judged", [True, False])
def test_how_far_a_preview_has_come_is_told(tmp_path: Path, is_judged: bool) -> None:
    """While all is read, and while it is looked at: from nothing on and never back; whoever hears can end it."""
    with kept_in(tmp_path, rules(OFFICE if is_judged else {})) as kept:
        kept.write(a_span(app="calc"), a_span(NINE + 100 * MS_PER_DAY, app="calc"))
        now = app_rules(OFFICE)
        edit = Edit(now, app_rules(OFFICE | {"calc": "Personal"}))
        heard: list[float] = []
        with kept.service(RuleJudge(now)) as service:
            found = service.preview(Period(date(2016, 3, 1), date(2026, 12, 31)), heard.append)
            with pytest.raises(InterruptedError):
                service.preview(WEEK, enough)

    assert found.of(edit, heard.append).changed_ms == 2 * MINUTE
    assert (heard[0], heard[-1]) == (0, 0)
    assert len(heard) >= 5
    assert heard[:-1] == sorted(heard[:-1])
    assert all(share < 1 for share in heard)
    for look in (lambda: found.of(edit, enough), lambda: found.taking(edit, "calc", exactly=False, reached=enough)):
        with pytest.raises(InterruptedError):
            look()


def enough(_share: float) -> None:
    raise InterruptedError


def test_what_each_rule_decides_is_known(kept: Kept) -> None:
    """Of all that is known span by span."""
    kept.write(
        a_span(app="calc"), a_span(NINE + MINUTE, seconds=30, app="paint"), a_span(NINE + MS_PER_DAY, app="calc")
    )
    with kept.service() as service:
        found = service.preview(MONTHS)

    assert found.decided_ms == {}
    with kept.service() as service:
        found = service.preview(WEEK)
    assert found.decided_ms == {"calc": 120_000}
