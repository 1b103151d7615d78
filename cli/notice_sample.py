"""The command `notice sample`: shows what would be stored of this desktop as long as somebody reads; stores nothing."""

import argparse
import os
import secrets
import sys
import threading
from collections.abc import Callable
from contextlib import closing, suppress

import msgspec

from agent.endings import Endings
from agent.platforms import choose_desktop
from agent.sampler import Sampler
from agent.showing import Showing
from classifiers.redacting import RuleRedactor
from cli.desk import this_desk
from cli.output import clock_time
from core.clock import SystemClock
from core.example import Example, OffHours, Told
from core.span import State

KEY_BYTES = 32
STDIN = 0


def run_sample(parsed: argparse.Namespace) -> None:
    """Until stdin ends or the process is told to: whoever opened it holds the other end."""
    desk = this_desk()
    settings = desk.config.settings
    key = secrets.token_bytes(KEY_BYTES)  # that of the desk would be made, and kept, by asking for it
    redactor = RuleRedactor(desk.rules().ruleset.rules, settings.titles, key)
    with (
        Endings() as endings,
        closing(choose_desktop(count_input=False, watch_calls=bool(settings.call_apps))) as desktop,
    ):
        showing = Showing(
            desktop,
            Sampler(desktop, redactor, desk.config.working_hours, desk.call_apps()),
            SystemClock(),
            _tell_as_json if parsed.json else _tell_in_words,
            idle_threshold_s=settings.idle_threshold_s,
        )
        endings.stop_by(showing.stop)
        threading.Thread(target=_await_end_of_stdin, args=(showing.stop,), daemon=True).start()
        showing.run()


def _await_end_of_stdin(then: Callable[[], None]) -> None:
    """Without Python's own buffer: a thread that waits in that cannot be left behind."""
    with suppress(OSError):  # there may be none
        while os.read(STDIN, 1024):
            pass
    then()


def _tell_as_json(told: Told) -> None:
    sys.stdout.buffer.write(msgspec.json.encode(told) + b"\n")
    sys.stdout.buffer.flush()


def _tell_in_words(told: Told) -> None:
    if isinstance(told, Example):
        what = f"{told.app}  {told.title}" if told.state is not State.PRIVATE else ""
        print(f"{clock_time(told.at_ms, told.off_min)}  {told.state:8}  {what}".rstrip(), flush=True)
    elif isinstance(told, OffHours):
        print("Outside the working hours nothing is looked at.", file=sys.stderr)
    else:
        for sense in told.told:
            if not (sense.works or sense.unasked):
                print(f"{sense.sense}: {sense.how}" + (f" — {sense.remedy}" if sense.remedy else ""), file=sys.stderr)
