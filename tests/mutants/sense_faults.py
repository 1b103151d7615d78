"""Faults of counting input and noticing calls; never planted in the tree itself."""

from tests.mutants.mutant import Mutant

COUNTED = "tests/agent/test_counted_input.py"
PRESSES = "tests/agent/platforms/test_x11_presses.py"
CALLS = "tests/agent/platforms/test_pulse_calls.py"

FAULTS = (
    Mutant(
        fault="a password is counted",
        file="agent/heartbeat.py",
        old="frozenset({State.PRIVATE, State.LOCKED})",
        new="frozenset({State.PRIVATE})",
        test=f"{COUNTED}::test_passwords_are_not_even_counted",
    ),
    Mutant(
        fault="input is counted in a pause",
        file="agent/loop.py",
        old="        self._sampler.rest()\n",
        new="",
        test=f"{COUNTED}::test_nobody_counts_in_a_pause_in_private_time_and_outside_the_working_hours",
    ),
    Mutant(
        fault="input of the last sample is counted twice",
        file="agent/loop.py",
        old="idle_ms=idle_ms, input=NO_INPUT",
        new="idle_ms=idle_ms",
        test=f"{COUNTED}::test_the_end_of_the_working_hours_counts_nothing_twice",
    ),
    Mutant(
        fault="what was pressed stays in memory",
        file="agent/platforms/x11_presses.py",
        old="self._view[kept : self._filled] = bytes(self._filled - kept)",
        new="pass",
        test=f"{PRESSES}::test_nothing_of_what_was_pressed_stays_behind",
    ),
    Mutant(
        fault="what software made up counts as typed",
        file="agent/platforms/x11_devices.py",
        old='("XTEST pointer", "XTEST keyboard")',
        new='("XTEST pointer",)',
        test="tests/agent/platforms/test_x11_input.py::test_what_software_makes_up_is_told_apart",
    ),
    Mutant(
        fault="what the loudspeakers play is a microphone",
        file="agent/platforms/pulse_calls.py",
        old="== [_NONE]",
        new="!= []",
        test=CALLS,
    ),
    Mutant(
        fault="a stream that is held back is a call",
        file="agent/platforms/pulse_calls.py",
        old="running = [stream for stream in streams if stream[_HELD_BACK] is False]",
        new="running = streams",
        test=f"{CALLS}::test_a_stream_that_is_held_back_holds_no_microphone",
    ),
)
