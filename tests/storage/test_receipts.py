"""Who was shown which notice, and who acknowledged it."""

from storage.engine import transaction
from storage.receipts import Receipt, latest_receipt, note_accepted, note_shown
from tests.storage.records import Kept

TEXT, OTHER_TEXT = "a" * 64, "b" * 64


def test_notice_that_was_never_shown_has_no_receipt(kept: Kept) -> None:
    with transaction(kept.engine) as connection:
        note_shown(connection, OTHER_TEXT, "anna", 1)
        note_shown(connection, TEXT, "ben", 1)
        note_accepted(connection, TEXT, "anna", 2)
        assert latest_receipt(connection, TEXT, "anna") is None


def test_showing_is_not_yet_accepting(kept: Kept) -> None:
    with transaction(kept.engine) as connection:
        note_shown(connection, TEXT, "anna", 1)
        note_shown(connection, TEXT, "anna", 5)
        assert latest_receipt(connection, TEXT, "anna") == Receipt(
            text_hash=TEXT, who="anna", shown_ms=5, accepted_ms=None
        )


def test_acceptance_holds_for_this_text_and_person_alone(kept: Kept) -> None:
    with transaction(kept.engine) as connection:
        for text, who in ((TEXT, "anna"), (OTHER_TEXT, "anna"), (TEXT, "ben")):
            note_shown(connection, text, who, 1)
        note_accepted(connection, TEXT, "anna", 2)
        receipts = [latest_receipt(connection, *of) for of in ((TEXT, "anna"), (OTHER_TEXT, "anna"), (TEXT, "ben"))]
    assert [receipt and receipt.accepted_ms for receipt in receipts] == [2, None, None]


def test_first_acceptance_stands_when_the_notice_is_read_again(kept: Kept) -> None:
    """Reading it once more neither withdraws the acknowledgement nor moves its date."""
    with transaction(kept.engine) as connection:
        note_shown(connection, TEXT, "anna", 1)
        note_accepted(connection, TEXT, "anna", 2)
        note_shown(connection, TEXT, "anna", 8)
        receipt = latest_receipt(connection, TEXT, "anna")
        assert receipt is not None
        assert receipt.accepted_ms == 2
        note_accepted(connection, TEXT, "anna", 9)
    assert kept.rows("SELECT shown_ms, accepted_ms FROM notice_receipt") == [(1, 2), (8, 9)]
