"""Faults of folding and recording; never planted in the tree itself."""

from tests.mutants.mutant import Mutant

HEARTBEAT = "tests/agent/test_heartbeat.py"
CLOCKS = "tests/end_to_end/test_clocks_properties.py"
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
        old="before == (context, state, sample.off_min, case)",
        new="before == (context, state, tail.open.off_min, case)",
        test=f"{HEARTBEAT}::test_spans_close_where_the_offset_changes",
    ),
    Mutant(
        fault="private time keeps its window",
        file="agent/heartbeat.py",
        old="(NOTHING_SHOWN, None) if state is State.PRIVATE else (sample.context, sample.case)",
        new="(sample.context, sample.case)",
        test=f"{HEARTBEAT}::test_private_time_stores_no_context_and_is_not_made_idle",
    ),
    Mutant(
        fault="two cases in a row are one span",
        file="agent/heartbeat.py",
        old="before == (context, state, sample.off_min, case)",
        new="before[:3] == (context, state, sample.off_min)",
        test=f"{HEARTBEAT}::test_another_case_is_another_span",
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
    Mutant(
        fault="back from a wrong clock, nobody asks what is recorded already",
        file="agent/loop.py",
        old="            self._recorder.avoid(self._keeping.go_back(to_ms, from_ms))\n",
        new="            self._keeping.go_back(to_ms, from_ms)\n",
        test=f"{CLOCKS}::test_no_span_is_ever_overwritten",
    ),
    Mutant(
        fault="what a wall clock skipped counts as lived",
        file="core/record_clock.py",
        old="max(0, reading.awake_ms - last.awake_ms)",
        new="max(0, reading.wall_ms - last.wall_ms)",
        test=f"{CLOCKS}::test_what_was_lived_is_recorded",
    ),
)
