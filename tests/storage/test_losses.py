"""What was lost is told until it was read."""

from storage.engine import transaction
from storage.losses import Loss, acknowledge_losses, news_of_losses, note_loss
from tests.factories import NINE
from tests.storage.records import Kept

LOSS = Loss(
    at_ms=NINE,
    reason="is damaged (page 7)",
    aside="record.db.aside-2026-03-02T090000",
    backup="record-2026-03-01.db",
    spans_saved=12,
    complete_until_ms=NINE - 3_600_000,
)


def test_a_loss_says_what_happened_what_was_saved_and_where_the_rest_is() -> None:
    """In local time."""
    assert str(LOSS) == (
        "On 2026-03-02 09:00 the record could not be used: it is damaged (page 7). It was built again from the backup "
        "record-2026-03-01.db and 12 spans that could still be read. Until 2026-03-02 08:00 nothing is missing; later "
        "spans may be. The old file is kept as record.db.aside-2026-03-02T090000."
    )


def test_a_loss_with_nothing_to_begin_with_promises_nothing() -> None:
    """No backup, no old file, nothing known to be complete."""
    bare = Loss(at_ms=NINE, reason="is empty", aside=None, backup=None, spans_saved=0, complete_until_ms=0)

    assert str(bare) == (
        "On 2026-03-02 09:00 the record could not be used: it is empty. It was built again from 0 spans that could "
        "still be read. What was recorded before may be missing."
    )


def test_losses_are_news_until_they_are_acknowledged(kept: Kept) -> None:
    """Each of them; a later one is news again, and the earlier ones are not forgotten."""
    with transaction(kept.engine) as connection:
        assert news_of_losses(connection) == ()
        note_loss(connection, LOSS)
        assert news_of_losses(connection) == (LOSS,)
        acknowledge_losses(connection, NINE + 1)
        assert news_of_losses(connection) == ()
        note_loss(connection, LOSS)
        assert news_of_losses(connection) == (LOSS,)
    [(stored,)] = kept.rows("SELECT value FROM meta WHERE name = 'losses'")
    assert stored.count("is damaged") == 2
    assert stored.count(f'"acknowledged_ms": {NINE + 1}') == 1
