"""Rows past SQLAlchemy, whose faults are told as all others are."""

import pytest

from core.errors import MachineError
from storage.driver import each_row, rows_of
from storage.engine import transaction
from tests.factories import a_span
from tests.storage.records import Kept

SPANS = "SELECT start_ms FROM span WHERE observed_ms > :least"


def test_rows_come_at_once_or_one_by_one(kept: Kept) -> None:
    kept.write(a_span(1000), a_span(200_000))
    with transaction(kept.engine) as connection:
        assert rows_of(connection, SPANS, {"least": 0}) == [(1000,), (200_000,)]
        assert list(each_row(connection, SPANS, {"least": 0})) == [(1000,), (200_000,)]


@pytest.mark.parametrize("read", [rows_of, lambda *words: list(each_row(*words))])
def test_a_fault_that_passes_is_no_damage(read: object, kept: Kept) -> None:
    """Here the reading is interrupted; nobody is told to have the record rebuilt."""
    assert callable(read)

    def interrupted() -> None:
        with transaction(kept.engine) as connection:
            driver = connection.connection.driver_connection
            assert driver is not None
            driver.set_progress_handler(lambda: 1, 1)
            try:
                read(connection, SPANS, {"least": 0})
            finally:
                driver.set_progress_handler(None, 0)

    with pytest.raises(MachineError, match="cannot be used: interrupted"):
        interrupted()


def test_a_query_that_is_none_is_told(kept: Kept) -> None:
    with pytest.raises(MachineError, match="no such table"), transaction(kept.engine) as connection:
        rows_of(connection, "SELECT * FROM nowhere")
