"""The command `explain` on a record of one morning with a gap in it."""

from pathlib import Path

import pytest

from cli.main import main
from core.clock import MS_PER_DAY, MS_PER_HOUR
from core.paths import paths_below
from storage.engine import open_for_writing
from storage.record import Batch, Record
from storage.rejudging import rejudge
from tests.cli.commands import refused, told
from tests.factories import NINE, a_gap, a_span
from tests.storage.records import OFFICE, rules

MONDAY = ("--from", "2026-03-02", "--to", "2026-03-02")
GAP = ("--from", "2026-03-02T09:30", "--to", "2026-03-02T10:00")


@pytest.fixture
def morning(home: Path) -> Path:
    """Nine to half past nine, and ten to half past, on two days; the computer slept in between."""
    judge = rules(OFFICE)
    engine = open_for_writing(paths_below(home).record)
    rejudge(engine, judge)
    for start_ms in (NINE, NINE + MS_PER_DAY):
        spans = (a_span(start_ms, seconds=1800), a_span(start_ms + MS_PER_HOUR, seconds=1800))
        Record(engine, judge).write(Batch(new=spans, gaps=(a_gap(start_ms + MS_PER_HOUR // 2, seconds=1800),)))
    engine.dispose()
    return home


def report(capfd: pytest.CaptureFixture[str]) -> dict[str, float]:
    return {row["key"]: row["seconds"] for row in told(capfd, "report", *MONDAY, "--by", "category")["rows"]}


def test_a_gap_is_explained_and_taken_back(morning: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The list asks about it; explained it counts and is listed so; taken back it is a gap again."""
    before = report(capfd)
    [asked] = told(capfd, "explain", "--date", "2026-03-02")["to_explain"]
    assert (asked["from"][11:16], asked["to"][11:16], asked["gap_s"], asked["why"]) == (
        "09:30",
        "10:00",
        1800,
        ["paused"],
    )

    [made] = told(capfd, "explain", "meeting", *GAP, "--note", "Claims round")["explained"]

    assert report(capfd) == {**before, "Work/Meeting": 1800}
    listed = told(capfd, "explain", "--date", "2026-03-02")
    assert (listed["to_explain"], listed["explained"]) == ([], [made])
    assert (made["answer"], made["category"], made["note"]) == ("meeting", "Work/Meeting", "Claims round")
    assert told(capfd, "explain", "--undo", str(made["id"]))["undone"] == [made]
    assert report(capfd) == before


def test_it_may_count_as_anything(morning: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """With a category in place of an answer, or beside it."""
    told(capfd, "explain", *GAP, "--as", "Work/Training")
    assert report(capfd)["Work/Training"] == 1800


def test_the_same_as_the_day_before(morning: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Of the same time of day, with the same note."""
    told(capfd, "explain", "phone", *GAP, "--note", "Adjuster")
    tuesday = ("--from", "2026-03-03T09:30", "--to", "2026-03-03T10:00")
    [made] = told(capfd, "explain", "same", *tuesday)["explained"]

    assert (made["answer"], made["note"]) == ("phone", "Adjuster")
    assert "Nothing was said" in refused(capfd, "explain", "same", *GAP)


def test_people_read_what_was_done(morning: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """In a sentence, with what takes it back; and the list of a day in rows."""
    main(["explain", "break", *GAP])
    assert "0:30:00 are remembered as explained" in capfd.readouterr().err
    main(["explain", "--date", "2026-03-03"])
    assert "09:30:00  10:00:00  0:30:00  to explain  paused" in capfd.readouterr().out
    main(["explain", "--date", "2026-03-04"])
    assert capfd.readouterr().out == "Nothing of 2026-03-04 needs explaining.\n"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("meeting",), "says from when to when"),
        (("break", *GAP, "--as", "Work/X"), "A break counts as nothing"),
        ((*GAP, "--as", "Wrok/X"), "did you mean 'Work'"),
        (("--undo", "7"), "There is no explanation 7"),
        (("meeting", "--undo", "7"), "given or taken back"),
    ],
)
def test_what_is_missing_or_wrong_is_said(
    words: tuple[str, ...], why: str, morning: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert why in refused(capfd, "explain", *words)
