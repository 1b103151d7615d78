"""What commands and windows share to explain a morning's absence."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from agent.correcting import Correcting
from agent.explaining import Explaining
from core.category import Category
from core.clock import MS_PER_MIN
from core.config import Config, Settings
from core.errors import UserError
from core.explanation import Answer, Word
from core.paths import paths_below
from core.privacy import TitleLevel
from core.working_hours import DAYS
from storage.engine import open_for_reading, open_for_writing
from storage.reading import reading
from storage.record import Batch, Record
from tests.factories import NINE, a_span
from tests.storage.records import OFFICE, rules


@pytest.fixture
def explaining(home: Path) -> Explaining:
    """Half an hour from nine on, and again from ten on."""
    paths = paths_below(home)
    judge = rules(OFFICE)
    engine = open_for_writing(paths.record)
    later = NINE + 60 * MS_PER_MIN
    Record(engine, judge).write(Batch(new=(a_span(NINE, seconds=1800), a_span(later, seconds=1800))))
    engine.dispose()
    settings = Settings(person="A. Brandt", titles=TitleLevel.REDACTED)
    return Explaining(paths=paths, config=Config(settings=settings, sources={}, organisation=None), judge=judge)


def minutes(start: int, end: int) -> tuple[int, int]:
    return NINE + start * MS_PER_MIN, NINE + end * MS_PER_MIN


def held(explaining: Explaining) -> list[tuple[Answer, int, int]]:
    """What holds, from and to in minutes after nine."""
    engine = open_for_reading(explaining.paths.record)
    try:
        with reading(engine) as reader:
            found = reader.recorded_explanations(0, NINE * 2)
    finally:
        engine.dispose()
    return [
        (one.said.answer, (one.said.start_ms - NINE) // MS_PER_MIN, (one.said.end_ms - NINE) // MS_PER_MIN)
        for one in found
    ]


def test_an_absence_is_explained_and_taken_back(explaining: Explaining) -> None:
    """As the person of the settings says it, with their words masked as titles are; of it what nobody was seen in."""
    done = explaining.explain([minutes(20, 60)], Word(answer=Answer.PHONE, note="rang anna@example.com"))
    [made] = done.made

    assert (done.about_ms, done.left_out_ms) == (30 * MS_PER_MIN, 10 * MS_PER_MIN)
    assert (made.said.who, made.said.note, made.said.category) == ("A. Brandt", "rang ‹mail›", Category("Work/Phone"))
    assert held(explaining) == [(Answer.PHONE, 30, 60)]
    explaining.take_back([made.id])
    assert held(explaining) == []


def test_all_of_it_is_said_or_nothing(explaining: Explaining) -> None:
    """One stretch in which somebody was at the desk refuses the others with it."""
    with pytest.raises(UserError, match="Something was recorded throughout"):
        explaining.explain([minutes(30, 60), minutes(5, 10)], Word(answer=Answer.MEETING))

    assert held(explaining) == []


def test_taking_back_its_correction_takes_it_back(explaining: Explaining) -> None:
    """As the day window does, which knows corrections."""
    [made] = explaining.explain([minutes(30, 60)], Word(answer=Answer.MEETING)).made
    correcting = Correcting(paths=explaining.paths, config=explaining.config, judge=explaining.judge)
    assert made.correction_id is not None
    [undone] = correcting.take_back([made.correction_id])

    assert (undone.said.answer, held(explaining)) == (Answer.MEETING, [])


def test_an_entry_says_what_it_was() -> None:
    """Anything else than the answers needs a category."""
    with pytest.raises(UserError, match="give a category"):
        Word(answer=Answer.OTHER)


def test_nothing_is_entered_into_the_minute_under_way(explaining: Explaining, monkeypatch: pytest.MonkeyPatch) -> None:
    """The agent may be recording it still; and time to come is refused."""
    now = NINE + 120 * MS_PER_MIN
    monkeypatch.setattr("agent.explaining.now_ms", lambda: now)
    explaining.explain([(now - 10 * MS_PER_MIN, now)], Word(answer=Answer.BREAK))

    assert held(explaining) == [(Answer.BREAK, 110, 119)]
    with pytest.raises(UserError, match="is being recorded still"):
        explaining.explain([(now - 5000, now)], Word(answer=Answer.BREAK))
    with pytest.raises(UserError, match="is not over"):
        explaining.explain([(now - 5000, now + MS_PER_MIN)], Word(answer=Answer.BREAK))


def test_outside_of_working_hours_nothing_is_entered(explaining: Explaining) -> None:
    """What nobody may record, nobody may enter; a break may be remembered whenever it was."""
    hours = tuple(f"{day} 00:00-00:01" for day in DAYS)
    config = Config(settings=replace(explaining.config.settings, working_hours=hours), sources={}, organisation=None)
    closed = Explaining(paths=explaining.paths, config=config, judge=explaining.judge)
    with pytest.raises(UserError, match="outside the hours"):
        closed.explain([minutes(30, 60)], Word(answer=Answer.MEETING))
    closed.explain([minutes(30, 60)], Word(answer=Answer.BREAK))

    assert held(explaining) == [(Answer.BREAK, 30, 60)]
