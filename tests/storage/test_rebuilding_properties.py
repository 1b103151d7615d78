"""Whatever happens to the pages of a record: the one built in its place is sound and has all that can be had."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from storage.backups import back_up
from storage.rebuilding import make_sound
from tests.factories import NINE, a_gap
from tests.storage.damage import PAGE, pages_of, scribble, zero
from tests.storage.invariants import violations
from tests.storage.mornings import MINUTE, NOON, a_morning, as_rows
from tests.storage.records import OFFICE, kept_in, rules

IN_BACKUP, SINCE = 600, 300
SPANS = [(start, observed) for start, observed in as_rows(a_morning(IN_BACKUP + SINCE))]


@dataclass(frozen=True)
class Whole:
    """A record and its backup, to be copied and spoilt."""

    record: Path
    backup: Path
    pages: int


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    folder = tmp_path_factory.mktemp("whole")
    with kept_in(folder) as kept:
        kept.write(*a_morning(IN_BACKUP), gaps=(a_gap(NINE - MINUTE),))
        kept.build(NINE + IN_BACKUP * MINUTE)
        back_up(kept.file, folder / "backups", NINE)
        kept.write(*a_morning(SINCE, NINE + IN_BACKUP * MINUTE))
        kept.record.end()
    [backup] = (folder / "backups").iterdir()
    return Whole(kept.file, backup, kept.file.stat().st_size // PAGE)


def readable(file: Path) -> set[tuple[int, int]]:
    """The spans that SQLite still finds one by one, as they were written."""
    found = set()
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as raw:
        for start_ms, observed_ms in SPANS:
            try:
                row = raw.execute("SELECT start_ms, observed_ms FROM span WHERE start_ms = ?", (start_ms,)).fetchone()
            except sqlite3.DatabaseError:
                continue
            if row == (start_ms, observed_ms):
                found.add(row)
    return found


def built_again(whole: Whole, spoil: Callable[[Path], object], *, backup: bool) -> tuple[set[Any], set[Any], int]:
    """(Spans that could be read before, spans that are there then, until when nothing is missing)."""
    with TemporaryDirectory() as name:
        file, backups = Path(name) / "record.db", Path(name) / "backups"
        backups.mkdir()
        shutil.copyfile(whole.record, file)
        if backup:
            shutil.copyfile(whole.backup, backups / whole.backup.name)
        spoil(file)
        could_be_read = readable(file)
        loss = make_sound(file, backups, rules(OFFICE), NOON)
        with closing(sqlite3.connect(file)) as raw:
            assert loss is None or violations(raw) == []
            stored = set(raw.execute("SELECT start_ms, observed_ms FROM span"))
    return could_be_read, stored, loss.complete_until_ms if loss else NOON * 2


@pytest.mark.parametrize("backup", [True, False], ids=["with a backup", "without one"])
@settings(max_examples=25)
@given(anywhere=st.sets(st.integers(0, 59), max_size=3), of_spans=st.sets(st.integers(0, 5), max_size=4))
def test_all_that_can_be_read_is_there_again(
    whole: Whole, anywhere: set[int], of_spans: set[int], backup: bool
) -> None:
    """Whichever pages a disk does not give back, and nothing is missing before the time that the person is told.

    But where neither the first nor the last page is left, a good stretch of less than a day may not be met.
    """
    leaves = pages_of(whole.record, "span")
    lost = {1 + page % whole.pages for page in anywhere} | {leaves[number] for number in of_spans}
    assume(not {leaves[0], leaves[-1]} <= lost)
    could_be_read, stored, complete_until_ms = built_again(whole, lambda file: zero(file, *lost), backup=backup)
    from_backup = set(SPANS[:IN_BACKUP]) if backup else set()

    assert stored == could_be_read | from_backup
    if complete_until_ms:
        assert {span for span in SPANS if sum(span) <= complete_until_ms} <= stored


@settings(max_examples=8)
@given(st.lists(st.tuples(st.integers(0, 59), st.integers(0, 4032), st.binary(min_size=1, max_size=64)), max_size=20))
def test_what_was_backed_up_survives_any_scribble(whole: Whole, scribbles: list[tuple[int, int, bytes]]) -> None:
    """In twenty places, over anything but the first page: what was made up by chance never breaks the new record.

    A byte that turned into another within a value is found by nobody: then the record stays as it is.
    """

    def spoil(file: Path) -> None:
        for page, at, content in scribbles:
            scribble(file, 2 + page % (whole.pages - 1), at, content)

    _could_be_read, stored, _complete_until_ms = built_again(whole, spoil, backup=True)

    assert set(SPANS[: IN_BACKUP - 40]) <= stored
