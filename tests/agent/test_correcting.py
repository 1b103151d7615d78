"""What commands and windows share to correct a record of one morning."""

from pathlib import Path

import pytest

from agent.correcting import Correcting
from core.category import Category
from core.config import Config, Settings
from core.errors import UserError
from core.paths import paths_below
from core.privacy import TitleLevel
from storage.engine import open_for_reading, open_for_writing
from storage.reading import reading
from storage.record import Batch, Record
from tests.factories import NINE, a_span
from tests.storage.records import OFFICE, rules

MINUTE = 60_000
PHONE = Category("Work/Phone")


@pytest.fixture
def correcting(home: Path) -> Correcting:
    """Half an hour from nine on."""
    paths = paths_below(home)
    judge = rules(OFFICE)
    engine = open_for_writing(paths.record)
    Record(engine, judge).write(Batch(new=(a_span(NINE, seconds=1800, app="unheard-of", title="Anything"),)))
    engine.dispose()
    settings = Settings(person="A. Brandt", titles=TitleLevel.REDACTED)
    return Correcting(paths=paths, config=Config(settings=settings, sources={}, organisation=None), judge=judge)


def in_force(correcting: Correcting) -> list[tuple[int, int]]:
    """From and to, in minutes after nine, of what holds."""
    engine = open_for_reading(correcting.paths.record)
    try:
        with reading(engine) as reader:
            held = reader.corrections_between(0, NINE * 2)
    finally:
        engine.dispose()
    return [((one.start_ms - NINE) // MINUTE, (one.end_ms - NINE) // MINUTE) for one in held]


def minutes(*pairs: tuple[int, int]) -> list[tuple[int, int]]:
    return [(NINE + start * MINUTE, NINE + end * MINUTE) for start, end in pairs]


def test_several_stretches_are_corrected_in_one_go(correcting: Correcting) -> None:
    """By the person of the settings, with the time that was recorded in them, and the reason as titles are kept."""
    corrected = correcting.correct(minutes((5, 10), (25, 40)), PHONE, "rang anna@example.com")

    assert corrected.about_ms == 10 * MINUTE
    assert [one.said.who for one in corrected.made] == ["A. Brandt"] * 2
    assert corrected.made[0].said.why == "rang ‹mail›"
    assert in_force(correcting) == [(5, 10), (25, 40)]


def test_all_of_it_is_written_or_nothing(correcting: Correcting) -> None:
    """One stretch in which nothing was recorded refuses the others with it."""
    with pytest.raises(UserError, match="Nothing was recorded"):
        correcting.correct(minutes((5, 10), (40, 50)), PHONE)

    assert in_force(correcting) == []


def test_what_was_said_is_taken_back_together(correcting: Correcting) -> None:
    """And only once."""
    numbers = [one.id for one in correcting.correct(minutes((5, 10), (20, 25)), PHONE).made]
    correcting.correct(minutes((12, 14)), PHONE)
    undone = correcting.take_back(numbers)

    assert [one.undone_at_ms is not None for one in undone] == [True, True]
    assert in_force(correcting) == [(12, 14)]
    with pytest.raises(UserError, match="was undone already"):
        correcting.take_back(numbers)
