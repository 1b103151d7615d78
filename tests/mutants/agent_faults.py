"""Faults of folding and recording; never planted in the tree itself."""

from tests.mutants.mutant import Mutant

HEARTBEAT = "tests/agent/test_heartbeat.py"
LOOP = "tests/agent/test_loop.py"

FAULTS = (
    Mutant(
        fault="idle is not dated back to the last input",
        file="agent/heartbeat.py",
        old="tail = _idle_since(tail, sample.at_ms - sample.idle_ms)",
        new="tail = _idle_since(tail, sample.at_ms)",
        test=f"{HEARTBEAT}::test_idle_is_dated_back_to_the_last_input_across_windows",
    ),
    Mutant(
        fault="idle is dated back in the open span only",
        file="agent/heartbeat.py",
        old="if span.state is not State.ACTIVE or span.end_ms <= since_ms:",
        new="if True:",
        test=f"{HEARTBEAT}::test_folding_agrees_with_painting_time_tenth_by_tenth",
    ),
    Mutant(
        fault="silence is taken for what was seen before it",
        file="agent/heartbeat.py",
        old="if tail.open and sample.at_ms - tail.open.end_ms > PULSE_MS:",
        new="if tail.open and sample.at_ms - tail.open.end_ms > 10**9:",
        test=f"{HEARTBEAT}::test_silence_longer_than_the_pulse_is_a_gap",
    ),
    Mutant(
        fault="a span runs on over midnight",
        file="agent/heartbeat.py",
        old="if by.day(before_ms, sample.off_min) != today:",
        new="if by.day(before_ms, sample.off_min) > today:",
        test=f"{HEARTBEAT}::test_spans_close_at_the_local_midnight",
    ),
    Mutant(
        fault="a span runs on over a change of the offset",
        file="agent/heartbeat.py",
        old="== (context, state, sample.off_min)",
        new="== (context, state, tail.open.off_min)",
        test=f"{HEARTBEAT}::test_spans_close_where_the_offset_changes",
    ),
    Mutant(
        fault="private time keeps its window",
        file="agent/heartbeat.py",
        old="context = NOTHING_SHOWN if state is State.PRIVATE else sample.context",
        new="context = sample.context",
        test=f"{HEARTBEAT}::test_private_time_stores_no_context_and_is_not_made_idle",
    ),
    Mutant(
        fault="what the disk refused is forgotten",
        file="agent/recorder.py",
        old="            self.warning = str(error)\n            return\n",
        new="            self.warning = str(error)\n",
        test=f"{LOOP}::test_nothing_is_lost_while_the_disk_refuses",
    ),
    Mutant(
        fault="after a wrong clock the record is written over",
        file="agent/recorder.py",
        old="        self._taken = taken\n",
        new="",
        test="tests/agent/test_recorder.py::test_a_stretch_that_is_recorded_already_is_left_alone",
    ),
)
