"""What somebody said about a stretch, undone or not, and which hours are counted again for it."""

from datetime import date

import pytest

from core.category import Category
from core.clock import MS_PER_DAY, MS_PER_HOUR, MS_PER_MIN
from core.errors import UserError
from core.judge import Correction
from core.period import Period
from core.span import State
from storage.corrections import add_correction, recorded_corrections
from storage.engine import transaction
from storage.retaining import Retention, retain
from tests.factories import NINE, a_correction, a_span
from tests.storage.records import LATER, Kept, rules
from tests.storage.said import berlin, correct, undo

MONDAY, TUESDAY, WEDNESDAY = (date(2026, 3, day) for day in (2, 3, 4))
ON_MONDAY = Period(MONDAY, MONDAY)
PHONE = Category("Work/Phone")
HOURS = "SELECT (hour - (SELECT min(hour) FROM roll_hour)) FROM hour_dirty ORDER BY 1"
TOTALS = (
    "SELECT hour, off_min, path, state, observed_ms FROM roll_hour JOIN category USING (cat_id) ORDER BY 1, 2, 3, 4"
)


def minutes(kept: Kept, period: Period = ON_MONDAY) -> dict[str, float]:
    with kept.service() as service:
        return {row.key: row.observed_ms / MS_PER_MIN for row in service.report(period, "category").rows}


def said(minute: float, until: float, category: Category = PHONE, at_ms: int = LATER) -> Correction:
    return a_correction(
        NINE + round(minute * MS_PER_MIN), seconds=(until - minute) * 60, category=category, at_ms=at_ms
    )


@pytest.fixture
def morning(kept: Kept) -> Kept:
    """From nine on: an hour of calc, half an hour of idle time, half an hour of private time, an hour of wiki."""
    for start, length, app, state in (
        (0, 60, "calc", State.ACTIVE),
        (60, 30, "calc", State.IDLE),
        (90, 30, "", State.PRIVATE),
        (120, 60, "wiki", State.ACTIVE),
    ):
        kept.write(a_span(NINE + start * MS_PER_MIN, seconds=length * 60, app=app, title="", state=state))
    kept.build()
    return kept


def test_correction_holds_at_once_and_in_the_totals_that_are_built_again(morning: Kept) -> None:
    """Half of the work and half of the idle time were a call; the hours from nine to eleven count again."""
    correct(morning, said(30, 75))

    wanted = {"Work/Claims": 30.0, "Work/Phone": 45.0, "Idle": 15.0, "Private": 30.0, "Knowledge/Wiki": 60.0}
    assert morning.rows(HOURS) == [(0,), (1,)]
    assert minutes(morning) == wanted
    morning.build()
    assert morning.rows(HOURS) == []
    assert minutes(morning) == wanted


def test_only_the_hours_of_the_stretch_are_counted_again(kept: Kept) -> None:
    """Not all those of a span that the stretch is a part of."""
    kept.write(a_span(NINE, seconds=4 * 3600, app="calc"))
    kept.build()
    correct(kept, said(130, 140))

    assert kept.rows(HOURS) == [(2,)]


def test_correction_of_the_last_span_of_a_day_is_built_into_the_totals(kept: Kept) -> None:
    """It begins after that span did."""
    kept.write(a_span(NINE, seconds=3600, app="calc"))
    correct(kept, said(30, 60))
    kept.build()

    assert minutes(kept) == {"Work/Claims": 30, "Work/Phone": 30}


def test_private_time_stays_private(morning: Kept) -> None:
    """Be it in the middle of what is corrected; of private time alone nothing can be said."""
    number, about_ms = morning.record.revise(lambda connection: add_correction(connection, said(60, 150), berlin))

    assert (number, about_ms) == (1, 60 * MS_PER_MIN)
    assert minutes(morning)["Private"] == 30
    with pytest.raises(UserError, match=r"Nothing was recorded .* that could be corrected"):
        correct(morning, said(95, 110))


def test_undone_it_is_kept_and_holds_no_more(morning: Kept) -> None:
    """Its hours are counted again, and say to the millisecond what they said before."""
    before, totals = minutes(morning), morning.rows(TOTALS)
    number = correct(morning, said(30, 75))
    morning.build()
    assert morning.rows(TOTALS) != totals

    undo(morning, number, LATER + 5)

    assert morning.rows(HOURS) == [(0,), (1,)]
    assert minutes(morning) == before
    morning.build()
    assert minutes(morning) == before
    assert [row for row in morning.rows(TOTALS) if row[4]] == totals
    assert morning.rows("SELECT id, who, at_ms, undone_at_ms FROM correction") == [(1, "anna", LATER, LATER + 5)]


def test_what_was_said_last_holds(morning: Kept) -> None:
    """Also where two things were said in the same millisecond; undone, the one before it holds again."""
    correct(morning, said(0, 60))
    second = correct(morning, said(0, 30, Category("Personal")))
    assert minutes(morning) == {
        "Personal": 30,
        "Work/Phone": 30,
        "Idle": 30,
        "Private": 30,
        "Knowledge/Wiki": 60,
    }

    undo(morning, second)

    assert minutes(morning)["Work/Phone"] == 60


def test_list_has_those_that_touch_a_period(morning: Kept) -> None:
    """In the order of the time they are about, the undone ones too."""
    late, early = said(120, 180), said(0, 60, Category("Personal"))
    assert (correct(morning, late), correct(morning, early)) == (1, 2)
    undo(morning, 1, LATER + 7)
    with transaction(morning.engine) as connection:
        both = recorded_corrections(connection, NINE, NINE + 3 * MS_PER_HOUR)
        none = recorded_corrections(connection, NINE + MS_PER_HOUR, NINE + 2 * MS_PER_HOUR)

    assert [(one.id, one.said, one.undone_at_ms) for one in both] == [(2, early, None), (1, late, LATER + 7)]
    assert none == ()


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (said(30, 75, at_ms=NINE + 74 * MS_PER_MIN), "09:30:00 to 10:15:00 is not over — say what was"),
        (said(-90, 0), "Nothing was recorded from 2026-03-02 07:30:00 to 09:00:00 that could be corrected"),
        (said(180, 3000), "Nothing was recorded from 2026-03-02 12:00:00 to 2026-03-04 11:00:00"),
    ],
)
def test_what_says_nothing_is_refused(morning: Kept, wrong: Correction, message: str) -> None:
    """With nothing written and no hour to be counted again."""
    before = morning.dump()
    with pytest.raises(UserError, match=message):
        correct(morning, wrong)
    assert morning.dump() == before


@pytest.mark.parametrize(("minutes_long", "message"), [(0, "ends when it begins"), (-5, "ends before it begins")])
def test_empty_and_backward_stretches_are_refused(morning: Kept, minutes_long: int, message: str) -> None:
    """The sentence names both moments."""
    with pytest.raises(UserError, match=f"from 2026-03-02 09:30:00 to .* {message} — give the earlier moment first"):
        correct(morning, said(30, 30 + minutes_long))


def test_what_is_not_there_cannot_be_undone(morning: Kept) -> None:
    """Nor can anything be undone twice: the first time stays on record."""
    with pytest.raises(UserError, match="no correction 3 — see `engineroom corrections`"):
        undo(morning, 3)
    number = correct(morning, said(30, 75))
    undo(morning, number, NINE + 3 * MS_PER_HOUR)
    with pytest.raises(UserError, match="Correction 1 was undone already, 2026-03-02 12:00"):
        undo(morning, number)
    assert morning.rows("SELECT undone_at_ms FROM correction") == [(NINE + 3 * MS_PER_HOUR,)]


@pytest.fixture
def retained(kept: Kept) -> Kept:
    """An hour of calc on three days, of the first of which only totals are left; each day had been corrected."""
    for day in range(3):
        kept.write(a_span(NINE + day * MS_PER_DAY, seconds=3600, app="calc"))
        correct(kept, said(day * 24 * 60, day * 24 * 60 + 10))
    kept.build()
    kept.record.revise(lambda connection: retain(connection, Retention(spans_from=TUESDAY, totals_from=None), berlin))
    return kept


def test_only_totals_are_kept_of_older_days(retained: Kept) -> None:
    """A stretch that begins there is refused whole; the first moment that is kept is not."""
    before = retained.dump()
    for start, end in ((0, 30), (0, 24 * 60 + 30), (-9 * 60, 15 * 60 + 1)):
        with pytest.raises(UserError, match="Only totals are kept before 2026-03-03 — say what was from 2026-03-03"):
            correct(retained, said(start, end))
    assert retained.dump() == before

    correct(retained, said(15 * 60, 25 * 60))

    assert minutes(retained, Period(TUESDAY, TUESDAY)) == {"Work/Phone": 60}


def test_rules_and_corrections_leave_totals_of_older_days_as_they_are(retained: Kept) -> None:
    """Their spans are gone: what is said later, undone later or ruled later is about the days since."""
    old = minutes(retained)
    stored = retained.rows(f"SELECT * FROM roll_hour WHERE hour < {TUESDAY.toordinal() - 719_163} * 24")

    changed = retained.judged_by(rules({"calc": "Personal"}))
    correct(changed, said(24 * 60 + 20, 24 * 60 + 30, Category("Work/Mail")))
    [(wednesdays,)] = changed.rows("SELECT max(id) - 1 FROM correction")
    undo(changed, wednesdays)
    live = minutes(changed, Period(TUESDAY, WEDNESDAY))
    changed.build()

    assert minutes(changed) == old == {"Work/Claims": 50, "Work/Phone": 10}
    assert changed.rows(f"SELECT * FROM roll_hour WHERE hour < {TUESDAY.toordinal() - 719_163} * 24") == stored
    assert live == minutes(changed, Period(TUESDAY, WEDNESDAY)) == {"Personal": 100, "Work/Phone": 10, "Work/Mail": 10}
