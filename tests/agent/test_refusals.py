"""The record refuses, for every reason there is: recording goes on, the person is warned, and nothing is lost."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from agent import recorder as recorder_module
from agent.heartbeat import Folding
from agent.recorder import Recorder
from core.period import DayStarts
from core.span import Gap, GapReason
from storage.engine import open_for_reading
from storage.reading import reading
from tests.factories import NINE, a_sample, a_span
from tests.storage.records import Kept, kept_in

BEATS = 900


def _pragma(kept: Kept, pragma: str) -> int:
    """On the record's one connection, outside of any transaction."""
    with closing(kept.engine.raw_connection()) as pooled:
        connection = pooled.driver_connection
        assert connection is not None
        row = connection.execute(f"PRAGMA {pragma}").fetchone()
    return int(row[0]) if row else 0


@contextmanager
def _full(kept: Kept) -> Iterator[None]:
    """Not one page more than there is."""
    _pragma(kept, f"max_page_count={_pragma(kept, 'page_count')}")
    yield
    _pragma(kept, "max_page_count=1000000")


@contextmanager
def _read_only(kept: Kept) -> Iterator[None]:
    """As on a disk that the system mounted anew, for reading only."""
    _pragma(kept, "query_only=on")
    yield
    _pragma(kept, "query_only=off")


@contextmanager
def _locked(kept: Kept) -> Iterator[None]:
    """Another program holds the lock, and has written something of its own."""
    _pragma(kept, "busy_timeout=0")
    with closing(sqlite3.connect(kept.file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("INSERT INTO meta VALUES ('other', 'x')")
        yield
        other.execute("COMMIT")


def a_recorder(kept: Kept) -> Recorder:
    return Recorder(kept.record.write, Folding(idle_threshold_ms=300_000, day_starts=DayStarts()))


def observe(recorder: Recorder, beats: range) -> None:
    """One window after the other, some of them twice, and somebody who leaves for six minutes."""
    for beat in beats:
        away = 300 <= beat % 450 < 444
        recorder.observe(
            a_sample(
                NINE + beat * 1000,
                title=f"Document {beat // 7 % 50}" + "x" * 200,
                idle_ms=(beat % 450 - 300) * 1000 if away else 0,
            )
        )


def undisturbed() -> list[str]:
    """What stands in a record that nothing refused."""
    with TemporaryDirectory() as folder, kept_in(Path(folder)) as kept:
        recorder = a_recorder(kept)
        observe(recorder, range(BEATS))
        recorder.save()
        return _stored(kept)


def _stored(kept: Kept) -> list[str]:
    engine = open_for_reading(kept.file)
    try:
        with reading(engine) as reader:
            return [str(of) for of in (*reader.spans_of_local(0, 1 << 50), *reader.gaps_between(0, 1 << 50))]
    finally:
        engine.dispose()


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    with kept_in(tmp_path) as record:
        yield record


@pytest.mark.parametrize(
    ("refusing", "said"), [(_full, "full"), (_read_only, "readonly"), (_locked, "locked")], ids=["full", "ro", "locked"]
)
def test_everything_is_written_when_the_disk_obliges_again(
    kept: Kept, refusing: Callable[[Kept], AbstractContextManager[None]], said: str
) -> None:
    """To the millisecond what would have been written without the refusal."""
    recorder = a_recorder(kept)
    observe(recorder, range(200))
    recorder.save()
    before = _stored(kept)
    with refusing(kept):
        for start in range(200, 700, 100):
            observe(recorder, range(start, start + 100))
            recorder.save()
            assert recorder.warning is not None
            assert said in recorder.warning
            assert _stored(kept) == before
    observe(recorder, range(700, BEATS))
    recorder.save()

    assert recorder.warning is None
    assert _stored(kept) == undisturbed()


def test_the_buffer_has_an_end_and_what_does_not_fit_is_one_gap(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was written before the refusal stays as it was written; the latest spans are all there."""
    monkeypatch.setattr(recorder_module, "LARGEST_BUFFER", 5)
    recorder = a_recorder(kept)
    recorder.observe(a_sample(NINE, title="Before"))
    recorder.observe(a_sample(NINE + 5000, title="Before"))
    recorder.save()
    with _read_only(kept):
        for minute in range(1, 30):
            for second in range(0, 60, 5):
                recorder.observe(a_sample(NINE + minute * 60_000 - 55_000 + second * 1000, title=f"Minute {minute}"))
            recorder.save()
    recorder.interrupt()
    recorder.save()

    engine = open_for_reading(kept.file)
    with reading(engine) as reader:
        spans, gaps = reader.spans_of_local(0, 1 << 50), reader.gaps_between(0, 1 << 50)
    engine.dispose()
    assert spans[0] == a_span(NINE, seconds=5, title="Before")
    assert [span.context.title for span in spans[1:]] == [
        f"Minute {minute}" for minute in range(30 - len(spans) + 1, 30)
    ]
    assert 5 <= len(spans) < 15
    assert gaps == (Gap(start_ms=NINE + 5000, end_ms=spans[1].start_ms, why=GapReason.BLOCKED),)
