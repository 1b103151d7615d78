"""The commands `correct` and `corrections` on a record of one morning."""

from pathlib import Path

import pytest

from agent.lease import Lease
from cli.main import main
from core.paths import paths_below
from storage.engine import open_for_writing
from storage.record import Batch, Record
from storage.rejudging import rejudge
from tests.cli.commands import refused, told
from tests.factories import NINE, a_span
from tests.storage.records import OFFICE, rules

MONDAY = ("--from", "2026-03-02", "--to", "2026-03-02")
STRETCH = ("--from", "2026-03-02T09:10", "--to", "2026-03-02T09:25")


@pytest.fixture
def morning(home: Path) -> Path:
    """Half an hour of a program that no rule knows, from nine on."""
    judge = rules(OFFICE)
    engine = open_for_writing(paths_below(home).record)
    rejudge(engine, judge)
    Record(engine, judge).write(Batch(new=(a_span(NINE, seconds=1800, app="unheard-of", title="Anything"),)))
    engine.dispose()
    return home


def seconds(capfd: pytest.CaptureFixture[str]) -> dict[str, float]:
    return {row["key"]: row["seconds"] for row in told(capfd, "report", *MONDAY, "--by", "category")["rows"]}


def test_what_was_corrected_shows_in_the_report_until_it_is_undone(
    morning: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """The list keeps it, with who said so, when and why."""
    made = told(capfd, "correct", *STRETCH, "Work/Phone", "--why", "rang twice")
    assert seconds(capfd) == {"Unclassified": 900, "Work/Phone": 900}
    assert told(capfd, "corrections", *MONDAY) == {"corrections": [made]}
    assert {key: made[key] for key in ("id", "from", "to", "category", "why", "undone")} == {
        "id": 1,
        "from": "2026-03-02T09:10:00.000+01:00",
        "to": "2026-03-02T09:25:00.000+01:00",
        "category": "Work/Phone",
        "why": "rang twice",
        "undone": None,
    }
    assert made["who"]

    undone = told(capfd, "correct", "--undo", "1")

    assert undone["undone"] >= made["at"]
    assert seconds(capfd) == {"Unclassified": 1800}
    assert told(capfd, "corrections", *MONDAY) == {"corrections": [undone]}


def test_the_reason_is_masked_where_titles_are(morning: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """What may not stand in a title may not stand in the record at all."""
    settings = paths_below(morning).settings
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text('titles = "redacted"\n', encoding="utf-8")
    made = told(capfd, "correct", *STRETCH, "Work/Phone", "--why", "rang anna@example.com back")

    assert made["why"] == "rang ‹mail› back"


def test_in_words_it_says_how_much_and_how_to_take_it_back(morning: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """On stderr: nothing that a program would read. The list is a table."""
    assert main(["correct", *STRETCH, "Personal"]) == 0
    said = capfd.readouterr()
    assert said.out == ""
    assert said.err == (
        "Corrected: 0:15:00 of recorded time are Personal. `engineroom correct --undo 1` takes that back.\n"
    )
    assert main(["corrections", *MONDAY]) == 0
    head, row = capfd.readouterr().out.splitlines()
    assert head.split() == ["Id", "From", "To", "Category", "Who", "Said", "Undone", "Why"]
    assert row.split()[:6] == ["1", "2026-03-02", "09:10:00", "2026-03-02", "09:25:00", "Personal"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((*STRETCH, "Wrok/Phone"), "did you mean 'Work'?"),
        ((*STRETCH, "Idle"), "a category begins with Work, Knowledge, Personal, Unclassified, not 'Idle'"),
        (STRETCH, "A correction says from when to when, and what it was"),
        (("--from", "09:14", "Work"), "A correction says from when to when"),
        (("--from", "noon", "--to", "13:00", "Work"), "'noon' is not a moment"),
        (("--from", "2026-03-02T09:25", "--to", "2026-03-02T09:10", "Work"), "ends before it begins"),
        (("--from", "2026-03-01T09:10", "--to", "2026-03-01T09:25", "Work"), "Nothing was recorded"),
        (("--undo", "4"), "There is no correction 4"),
        ((*STRETCH, "Work", "--undo", "4"), "made or undone, not both"),
    ],
)
def test_wrong_use_is_refused_in_one_line(
    words: tuple[str, ...], message: str, morning: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """What happened and what to do; nothing is written."""
    [line] = refused(capfd, "correct", *words).splitlines()

    assert message in line
    assert " — " in line
    assert told(capfd, "corrections", *MONDAY) == {"corrections": []}


def test_while_a_command_rewrites_the_record_it_is_refused(morning: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """While an agent records, it is not."""
    erasing = Lease(paths_below(morning).lease, "engineroom erase")
    assert erasing.take()
    assert "`engineroom erase` is at work on the record" in refused(capfd, "correct", *STRETCH, "Work")
    erasing.give_back()
    recording = Lease(paths_below(morning).lease, "display :0")
    assert recording.take()
    assert told(capfd, "correct", *STRETCH, "Work")["id"] == 1
    recording.give_back()


def test_without_a_record_there_is_nothing_to_correct(home: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """And none is made."""
    assert "There is no record" in refused(capfd, "correct", *STRETCH, "Work")
    assert "There is no record" in refused(capfd, "corrections")
    assert not paths_below(home).record.exists()
