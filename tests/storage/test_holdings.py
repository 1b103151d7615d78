"""How much a record holds of each kind, and of which local days."""

from datetime import date

from core.clock import MS_PER_DAY, MS_PER_HOUR
from core.holding import Holding
from core.holding import Kept as Kind
from core.period import EPOCH, DayStarts
from storage.engine import open_for_reading, transaction
from storage.holdings import holdings
from storage.reading import reading
from storage.receipts import note_shown
from tests.factories import BERLIN_WINTER_MIN, NINE, a_gap, a_span
from tests.storage.records import Kept


def berlin(_ms: int) -> int:
    return BERLIN_WINTER_MIN


def held(kept: Kept) -> dict[Kind, tuple[int, date | None, date | None]]:
    engine = open_for_reading(kept.file)
    with reading(engine) as reader:
        found = reader.holdings(berlin)
    engine.dispose()
    return {one.what: (one.rows, one.first, one.last) for one in found}


def test_an_empty_record_holds_nothing_of_anything(kept: Kept) -> None:
    """In the order in which they are listed; backups are no part of the record."""
    with transaction(kept.engine) as connection:
        found = holdings(connection, berlin)

    assert found == tuple(
        Holding(what=what, rows=0, first=None, last=None) for what in Kind if what is not Kind.BACKUPS
    )


def test_each_kind_is_counted_with_its_first_and_last_day(kept: Kept) -> None:
    """Monday 2 to Wednesday 4 March: three spans, one gap, one receipt, and the totals that were built of them."""
    kept.write(
        a_span(NINE, title="one"),
        a_span(NINE + MS_PER_HOUR, title="two"),
        a_span(NINE + 2 * MS_PER_DAY),
        gaps=(a_gap(NINE + MS_PER_DAY),),
    )
    kept.build()
    with transaction(kept.engine) as connection:
        note_shown(connection, "hash", "anna", NINE)
    monday, tuesday, wednesday = date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 4)
    found = held(kept)

    assert found[Kind.SPANS] == (3, monday, wednesday)
    assert found[Kind.GAPS] == (1, tuesday, tuesday)
    assert found[Kind.HOUR_TOTALS] == (3, monday, wednesday)
    assert found[Kind.DAY_TOTALS][1:] == (monday, wednesday)
    assert found[Kind.RECEIPTS] == (1, monday, monday)
    assert found[Kind.STATEMENTS] == (0, None, None)


def test_a_day_begins_when_this_desk_says(kept: Kept) -> None:
    """Where days begin at four, two in the morning of Tuesday is Monday's."""
    kept.days_start(DayStarts(((EPOCH, 4),)))
    kept.write(a_span(NINE + 17 * MS_PER_HOUR))

    assert held(kept)[Kind.SPANS] == (1, date(2026, 3, 2), date(2026, 3, 2))


def test_what_was_said_of_a_stretch_is_counted(kept: Kept) -> None:
    """Corrections, in force or undone: both are kept."""
    kept.write(a_span(NINE))
    with transaction(kept.engine) as connection:
        [(cat_id,)] = connection.exec_driver_sql("SELECT min(cat_id) FROM category").fetchall()
        connection.exec_driver_sql(
            "INSERT INTO correction (start_ms, end_ms, cat_id, who, at_ms, why) VALUES (?, ?, ?, 'anna', 1, '')",
            (NINE, NINE + 1000, cat_id),
        )

    assert held(kept)[Kind.STATEMENTS] == (1, date(2026, 3, 2), date(2026, 3, 2))
