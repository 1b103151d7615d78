"""What can still be read of a damaged record."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.span import NOTHING_SHOWN, GapReason, Span, State
from storage.wreck import wreck_of
from tests.factories import NINE, a_gap, a_span
from tests.storage.damage import pages_of, scribble, zero
from tests.storage.records import kept_in

SPANS = tuple(
    a_span(
        NINE + n * 60_000,
        seconds=30 + n % 20,
        app=f"program {n % 7}",
        title=f"Document {n % 500}",
        state=State.CALL if n % 9 == 0 else State.ACTIVE,
        off_min=60 if n < 1000 else 120,
        source="calendar" if n % 50 == 0 else None,
        case=f"case{n % 3}" if n % 60 == 0 else None,
    )
    for n in range(2000)
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A record of many pages, as it lies on disk."""
    with kept_in(tmp_path_factory.mktemp("whole")) as kept:
        kept.write(*SPANS, gaps=(a_gap(NINE - 60_000, why=GapReason.CRASHED),))
    return kept.file.read_bytes()


@pytest.fixture
def file(tmp_path: Path, whole: bytes) -> Path:
    """A copy to spoil."""
    path = tmp_path / "record.db"
    path.write_bytes(whole)
    return path


def read(file: Path) -> tuple[tuple[Span, ...], list[tuple[int, int]]]:
    """(Every span that can be read, where they broke off and went on); reading changes not a byte."""
    before = file.read_bytes()
    with wreck_of(file) as wreck:
        found = tuple(wreck.spans()), wreck.holes
    assert file.read_bytes() == before
    return found


def keys_on(file: Path, pages: list[int]) -> list[int]:
    """How many spans stand on each of these pages, by SQLite's own books."""
    with closing(sqlite3.connect(file)) as raw:
        cells = dict(raw.execute("SELECT pageno, ncell FROM dbstat WHERE name = 'span'").fetchall())
    return [cells[page] for page in pages]


def test_a_sound_record_is_read_whole(file: Path) -> None:
    """Every span as it was written, and every gap."""
    assert read(file) == (SPANS, [])
    with wreck_of(file) as wreck:
        assert list(wreck.gaps()) == [a_gap(NINE - 60_000, why=GapReason.CRASHED)]
        assert wreck.facts()["what"] == "engineroom record"


@pytest.mark.parametrize("lost", [[0], [3], [-1], [0, -1], [2, 3], [2, 6]])
def test_around_a_lost_page_everything_is_read(file: Path, lost: list[int]) -> None:
    """The spans of that page are missing and no others, wherever it lies."""
    pages = pages_of(file, "span")
    counts = keys_on(file, pages)
    missing = {
        n for number in lost for page in [number % len(pages)]
        for n in range(sum(counts[:page]), sum(counts[: page + 1]))
    }  # fmt: skip
    zero(file, *(pages[number] for number in lost))

    spans, holes = read(file)

    assert spans == tuple(span for n, span in enumerate(SPANS) if n not in missing)
    assert holes[0][0] == (SPANS[min(missing) - 1].start_ms if min(missing) else 0)


def test_spans_whose_titles_are_lost_keep_their_time(file: Path) -> None:
    """What was in front is not known then, and not guessed."""
    zero(file, pages_of(file, "context")[1])

    spans, holes = read(file)

    assert holes == []
    assert [(span.start_ms, span.observed_ms, span.state) for span in spans] == [
        (span.start_ms, span.observed_ms, span.state) for span in SPANS
    ]
    told = {span.context == original.context for span, original in zip(spans, SPANS, strict=True)}
    assert told == {True, False}
    assert {span.context for span, original in zip(spans, SPANS, strict=True) if span.context != original.context} == {
        NOTHING_SHOWN
    }


@pytest.mark.parametrize("table", ["span", "app", "context", "meta"])
def test_a_lost_root_is_nothing_to_stumble_over(file: Path, table: str) -> None:
    """What hangs on it is gone; the rest is read."""
    with closing(sqlite3.connect(file)) as raw:
        [(root,)] = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchall()
    zero(file, root)

    spans, holes = read(file)

    assert (len(spans), bool(holes)) == ((0, True) if table == "span" else (len(SPANS), False))
    with wreck_of(file) as wreck:
        assert set(wreck.facts()) == (set() if table == "meta" else {"beyond_contexts", "ruleset", "what"})


def test_a_file_cut_in_half_gives_what_it_can_and_ends(file: Path) -> None:
    """Nothing, mostly: SQLite reads no page of a file that is shorter than it says."""
    os.truncate(file, file.stat().st_size // 2)

    spans, _holes = read(file)

    assert set(spans) <= set(SPANS)


def test_one_wrong_time_does_not_hide_what_follows(file: Path) -> None:
    """A span whose start was garbled into the far future is left out; the ones behind it on its page are not."""
    key = SPANS[700].start_ms
    at = file.read_bytes().index(_varint(key))
    scribble(file, 1, at, _varint(key + 40 * 365 * 86_400_000))

    spans, _holes = read(file)

    assert spans == tuple(span for span in SPANS if span.start_ms != key)


def _varint(number: int) -> bytes:
    """How SQLite writes a key: seven bits to the byte, all but the last one with the high bit set."""
    parts = [number & 0x7F]
    while number := number >> 7:
        parts.append(number & 0x7F | 0x80)
    return bytes(reversed(parts))


@given(st.integers(0, 10), st.integers(0, 4080), st.binary(min_size=1, max_size=64))
def test_whatever_is_scribbled_what_is_read_is_in_order(whole: bytes, page: int, at: int, content: bytes) -> None:
    """No page that parses by chance brings overlapping, endless or negative spans."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "record.db"
        file.write_bytes(whole)
        pages = pages_of(file, "span")
        scribble(file, pages[page % len(pages)], at, content)
        spans, _holes = read(file)
    ends = 0
    for span in spans:
        assert ends <= span.start_ms
        assert span.observed_ms > 0
        ends = span.end_ms
    assert len(spans) <= len(SPANS) + len(content)
