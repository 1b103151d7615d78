"""Faults of what people say of their gaps; never planted in the tree itself."""

from tests.mutants.mutant import Mutant

EXPLANATIONS = "tests/storage/test_explanations.py"
FAULTS = (
    Mutant(
        fault="an entry that was taken back stays in the record",
        file="storage/explanations.py",
        old="        remove_filled(connection, ENTERED, row.start_ms, row.end_ms)\n",
        new="",
        test=f"{EXPLANATIONS}::test_an_entry_goes_with_its_correction",
    ),
    Mutant(
        fault="an entry counts as time at the desk",
        file="storage/explanations.py",
        old="state=State.LOCKED",
        new="state=State.ACTIVE",
        test=f"{EXPLANATIONS}::test_nobody_counts_as_at_the_desk_meanwhile",
    ),
    Mutant(
        fault="two entries hold of the same time",
        file="storage/explanations.py",
        old=" | (source.c.name == ENTERED)",
        new="",
        test=f"{EXPLANATIONS}::test_private_time_is_never_entered_over",
    ),
    Mutant(
        fault="people are asked when they came and went",
        file="reports/absences.py",
        old="found[seen[0] : seen[-1]] if seen else []",
        new="found",
        test="tests/reports/test_absences.py::test_nobody_is_asked_when_the_day_began_and_ended",
    ),
    Mutant(
        fault="people are asked about private time",
        file="reports/absences.py",
        old="span.state in {State.IDLE, State.LOCKED} and piece.verdict.category == IDLE",
        new="span.state in {State.IDLE, State.LOCKED, State.PRIVATE}",
        test="tests/reports/test_absences.py::test_private_time_ends_an_absence",
    ),
)
