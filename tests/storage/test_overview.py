from pathlib import Path

from storage.engine import open_for_reading, transaction
from storage.losses import Loss, acknowledge_losses, note_loss
from storage.overview import Overview, overview
from tests.factories import NINE, a_gap, a_span
from tests.storage.records import Kept, kept_in

LOSS = Loss(at_ms=NINE, reason="is damaged", aside=None, backup=None, spans_saved=3, complete_until_ms=0)


def seen(kept: Kept) -> Overview:
    engine = open_for_reading(kept.file)
    try:
        return overview(engine)
    finally:
        engine.dispose()


def test_the_end_is_that_of_the_last_span_or_gap(tmp_path: Path) -> None:
    """And of an empty record there is none."""
    with kept_in(tmp_path) as kept:
        empty = seen(kept)
        kept.write(a_span(NINE, seconds=60))
        with_span = seen(kept)
        kept.write(gaps=(a_gap(NINE + 60_000, seconds=30),))
        with_gap = seen(kept)

    assert [one.until_ms for one in (empty, with_span, with_gap)] == [0, NINE + 60_000, NINE + 90_000]


def test_losses_are_told_until_they_were_read(tmp_path: Path) -> None:
    """As in `engineroom status`."""
    with kept_in(tmp_path) as kept:
        with transaction(kept.engine) as connection:
            note_loss(connection, LOSS)
        lost = seen(kept)
        with transaction(kept.engine) as connection:
            acknowledge_losses(connection, NINE)
        read = seen(kept)

    assert (lost.losses, read.losses) == ((LOSS,), ())
