"""What is said of one morning's absence, and what becomes of it when the record is cut, erased or built again."""

from datetime import date
from pathlib import Path

import pytest

from core.category import Category
from core.errors import UserError
from core.explanation import COUNTS_AS, Answer, Explanation
from core.period import Period
from core.span import State
from storage.corrections import recorded_corrections
from storage.engine import transaction
from storage.erasing import Erasure, erase
from storage.explanations import (
    RecordedExplanation,
    add_explanation,
    recorded_explanations,
    take_back,
    undo_explanation,
)
from storage.retaining import Retention, retain
from tests.factories import NINE, a_gap, a_span
from tests.storage.damage import pages_of, zero
from tests.storage.mornings import query, rebuilt
from tests.storage.records import LATER, Kept, kept_in
from tests.storage.said import berlin

MINUTE = 60_000
HOUR = 60 * MINUTE
MONDAY = Period(date(2026, 3, 2), date(2026, 3, 2))
ENTERED = (
    "SELECT (start_ms - 1772438400000) / 60000, observed_ms / 60000 FROM span JOIN source USING (source_id)"
    " WHERE source.name = 'manual' ORDER BY 1"
)


def word(answer: Answer, start: int, end: int, category: str = "", note: str = "") -> Explanation:
    """From and to in minutes after nine."""
    return Explanation(
        start_ms=NINE + start * MINUTE,
        end_ms=NINE + end * MINUTE,
        answer=answer,
        category=Category(category) if category else COUNTS_AS.get(answer),
        who="anna",
        at_ms=LATER,
        note=note,
    )


def explain(kept: Kept, said: Explanation) -> tuple[RecordedExplanation, ...]:
    return kept.record.revise(lambda connection: add_explanation(kept.record, connection, said, berlin))


def said_of(kept: Kept) -> list[tuple[str, int, int]]:
    """What holds: answer, and from and to in minutes after nine."""
    with transaction(kept.engine) as connection:
        held = recorded_explanations(connection, 0, LATER)
    return [
        (one.said.answer.value, (one.said.start_ms - NINE) // MINUTE, (one.said.end_ms - NINE) // MINUTE)
        for one in held
    ]


def totals(kept: Kept) -> dict[str, int]:
    with kept.service() as service:
        return {row.key: row.observed_ms // MINUTE for row in service.report(MONDAY, "category").rows}


@pytest.fixture
def morning(kept: Kept) -> Kept:
    """Nine to ten at work, ten minutes idle, asleep until eleven, at work until noon."""
    kept.write(
        a_span(NINE, seconds=3600, app="calc"),
        a_span(NINE + HOUR, seconds=600, app="calc", state=State.IDLE),
        a_span(NINE + 2 * HOUR, seconds=3600, app="mail"),
        gaps=(a_gap(NINE + 70 * MINUTE, seconds=3000),),
    )
    kept.build()
    return kept


def test_an_absence_counts_as_what_was_said_of_it(morning: Kept) -> None:
    """Its idle part is corrected, its gap is entered; the hours at the desk are as they were."""
    [made] = explain(morning, word(Answer.MEETING, 60, 120, note="Claims round"))

    assert totals(morning) == {"Work/Claims": 60, "Work/Mail": 60, "Work/Meeting": 60}
    assert morning.rows(ENTERED) == [(70, 50)]
    assert said_of(morning) == [("meeting", 60, 120)]
    with transaction(morning.engine) as connection:
        [correction] = recorded_corrections(connection, 0, LATER)
    assert (correction.id, correction.said.answer, correction.said.why) == (
        made.correction_id,
        Answer.MEETING,
        "Claims round",
    )


def test_nobody_counts_as_at_the_desk_meanwhile(morning: Kept) -> None:
    """Time at the desk, and the shares of it, are as before: what was entered was not observed."""
    with morning.service() as service:
        before = service.report(MONDAY, "kind").coverage
    explain(morning, word(Answer.MEETING, 60, 120))

    with morning.service() as service:
        assert service.report(MONDAY, "kind").coverage == before


@pytest.mark.parametrize("answer", [Answer.BREAK, Answer.IGNORE])
def test_a_break_is_remembered_and_changes_no_total(morning: Kept, answer: Answer) -> None:
    """It is no work, and the gap stays a gap."""
    before = totals(morning)
    [made] = explain(morning, word(answer, 60, 120))

    assert (totals(morning), morning.rows(ENTERED)) == (before, [])
    assert said_of(morning) == [(answer.value, 60, 120)]
    assert made.correction_id is None


def test_only_time_in_which_nobody_was_seen_is_entered(morning: Kept) -> None:
    """Of half past nine to a quarter past eleven the hour in between; the work on both sides holds."""
    [made] = explain(morning, word(Answer.OTHER, 30, 135, "Personal/Doctor"))

    assert (made.said.start_ms, made.said.end_ms) == (NINE + 60 * MINUTE, NINE + 120 * MINUTE)
    assert totals(morning) == {"Work/Claims": 60, "Work/Mail": 60, "Personal/Doctor": 60}


@pytest.mark.parametrize(
    ("start", "end", "why"),
    [
        (10, 50, "Something was recorded throughout from 2026-03-02 09:10 to 09:50 — correct it instead"),
        (70, 70, "ends when it begins"),
        (80, 70, "ends before it begins"),
        (70, 20 * 60, "reaches beyond 2026-03-02 — end it before 2026-03-03"),
    ],
)
def test_what_cannot_be_entered_says_why(morning: Kept, start: int, end: int, why: str) -> None:
    """And writes nothing."""
    with pytest.raises(UserError) as refused:
        explain(morning, word(Answer.MEETING, start, end))

    assert why in str(refused.value)
    assert (said_of(morning), morning.rows(ENTERED)) == ([], [])


def test_private_time_is_never_entered_over(kept: Kept) -> None:
    """Nor what was entered already: each entry has its own time."""
    kept.write(a_span(NINE, seconds=600, state=State.PRIVATE), a_span(NINE + HOUR, app="calc"))
    explain(kept, word(Answer.PHONE, 5, 20))
    explain(kept, word(Answer.MEETING, 0, 30))

    assert kept.rows(ENTERED) == [(10, 10), (20, 10)]
    assert said_of(kept) == [("phone", 10, 20), ("meeting", 20, 30)]


def test_an_entry_goes_with_its_correction(morning: Kept) -> None:
    """Who takes the correction back in the day takes the entry out: the gap is a gap, the idle time idle again."""
    before = totals(morning)
    [made] = explain(morning, word(Answer.PAPER, 60, 120))
    assert made.correction_id is not None
    number = made.correction_id
    morning.record.revise(lambda connection: take_back(connection, number, LATER))

    assert totals(morning) == before
    assert (said_of(morning), morning.rows(ENTERED)) == ([], [])
    with pytest.raises(UserError, match=f"There is no explanation {made.id} that holds"):
        morning.record.revise(lambda connection: undo_explanation(connection, made.id, LATER))


def test_an_entry_is_cut_where_clocks_are_changed(kept: Kept) -> None:
    """Each part belongs to the hours that the clock on the wall showed."""
    change_ms = NINE + 30 * MINUTE
    said = word(Answer.MEETING, 0, 90)
    kept.write(a_span(NINE - HOUR, app="calc"))
    kept.record.revise(
        lambda connection: add_explanation(kept.record, connection, said, lambda ms: 120 if ms >= change_ms else 60)
    )

    assert kept.rows("SELECT observed_ms / 60000, off_min FROM span WHERE source_id NOTNULL ORDER BY start_ms") == [
        (30, 60),
        (60, 120),
    ]


def test_erased_means_that_entries_are_gone_too(morning: Kept) -> None:
    """What was said of them, and the names that only they used."""
    explain(morning, word(Answer.OTHER, 60, 120, "Personal/Zwicky", note="Zwicky"))
    with transaction(morning.engine) as connection:
        erase(connection, Erasure(before=None, at_ms=LATER), berlin)

    assert "Zwicky" not in "\n".join(morning.dump())
    assert [morning.rows(f"SELECT count(*) FROM {name}") for name in ("explanation", "correction", "source")] == [
        [(0,)]
    ] * 3


def test_retention_keeps_the_totals_of_entries(morning: Kept) -> None:
    """The entry goes with the spans of its day."""
    explain(morning, word(Answer.MEETING, 60, 120))
    morning.write(a_span(NINE + 24 * HOUR, app="calc"))
    morning.build()
    kept = Retention(spans_from=date(2026, 3, 3), totals_from=None)
    morning.record.revise(lambda connection: retain(connection, kept, berlin))

    assert totals(morning)["Work/Meeting"] == 60
    assert (said_of(morning), morning.rows(ENTERED)) == ([], [])


def test_a_record_that_is_built_again_knows_what_was_said(tmp_path: Path) -> None:
    """Of a wreck without a backup."""
    with kept_in(tmp_path) as kept:
        kept.write(*(a_span(NINE + n * MINUTE, seconds=30, app="calc", title=f"Document {n}") for n in range(600)))
        explain(kept, word(Answer.MEETING, 605, 660))
        kept.record.end()
    zero(kept.file, pages_of(kept.file, "sqlite_autoindex_context_1")[0])

    rebuilt(kept.file, tmp_path / "none")

    assert query(kept.file, "SELECT answer, correction_id FROM explanation") == [("meeting", 1)]
    assert query(kept.file, ENTERED) == [(605, 55)]
