"""What a person reads when something is wrong."""

import pytest

from core.errors import BugError, EngineroomError, MachineError, NoticeNotAccepted, UserError


@pytest.mark.parametrize("blame", [UserError, MachineError])
def test_an_error_says_what_happened_and_what_to_do(blame: type[EngineroomError]) -> None:
    """On one line, with a dash between."""
    assert str(blame("The disk is full", "make room")) == "The disk is full — make room"


def test_our_own_fault_asks_for_a_report() -> None:
    """Nobody can put it right but us."""
    assert str(BugError("Two spans overlap")) == "Two spans overlap — this is a fault in Engineroom, please report it"


def test_a_missing_acknowledgement_names_both_commands() -> None:
    """Reading comes before accepting."""
    text = str(NoticeNotAccepted())

    assert text.index("engineroom notice show") < text.index("engineroom notice accept")
