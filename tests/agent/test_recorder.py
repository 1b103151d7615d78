"""The recorder keeps off what is recorded already."""

from agent.heartbeat import Folding
from agent.recorder import Recorder
from core.period import DayStarts
from core.span import Span
from storage.record import Batch
from tests.factories import NINE, a_sample, a_span


def test_a_stretch_that_is_recorded_already_is_left_alone() -> None:
    """After a clock that was wrong, the true time may come to where the wrong one has written."""
    written: list[Batch] = []
    recorder = Recorder(written.append, Folding(idle_threshold_ms=300_000, day_starts=DayStarts()))
    recorder.avoid(((NINE + 10_000, NINE + 20_000),))

    for second in range(31):
        recorder.observe(a_sample(NINE + second * 1000))
        if second in {5, 15, 25}:
            recorder.save()
    recorder.interrupt()
    recorder.save()

    stored: dict[int, Span] = {}
    for batch in written:
        stored |= {span.start_ms: span for span in (*batch.new, *batch.changed)}
    assert sorted(stored.values(), key=lambda span: span.start_ms) == [
        a_span(NINE, seconds=10),
        a_span(NINE + 20_000, seconds=10),
    ]
