"""The commands `import` and `export`: bring foreign files and the record together; never work out a number."""

import argparse
import itertools
import os
import signal
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from agent.turns import beside_an_agent
from cli.desk import Desk, this_desk
from cli.notice import demand_notice
from cli.output import print_json
from cli.progress import Progress, ProgressLines
from cli.reporting import asked_period, service_and_today
from core.clock import MS_PER_MIN, now_ms, offset_min
from core.collecting import without_collecting
from core.errors import UserError
from core.identity import device_name
from core.judge import Piece
from core.period import EPOCH, DayStarts, Period
from core.replacing import put_in_place
from core.span import Gap
from interchange.admission import Terms, admitted
from interchange.event import Event, Tally
from interchange.foreign_file import Reached, opened
from interchange.formats import WRITERS, read_events
from interchange.frame import Frame
from reports.service import ReportService
from storage.engine import open_for_writing, transaction
from storage.meta import read_day_starts, read_raw_from
from storage.record import Record
from storage.scrubbing import note_writing

SPANS_AT_ONCE = 5000
"""In one transaction: an agent that records meanwhile waits for a moment only."""
LIVE_MS = MS_PER_MIN
"""What is younger may belong to a span that an agent has not finished."""
FAULTS_SHOWN = 10
IN_WORDS = {
    "covered": "were recorded already, wholly or in part: the record holds",
    "duplicate": "were there twice",
    "overlapping": "overlapped: the later one holds from its start on",
    "negative": "ended before they began",
    "zero_length": "took no time",
    "out_of_order": "were out of order, and were sorted",
    "in_future": "reach into the last minute or beyond it, and were cut",
    "too_old": "lie before the days that are kept span by span",
    "entered": "were entered by hand, and are left out: enter them again",
    "off_hours": "lie outside the hours in which recording is allowed",
}
"""What the counts of a `Tally` say after their number."""


def run_import(parsed: argparse.Namespace) -> None:
    """Write what the record does not cover yet; stopped half-way, what is written stays."""
    desk = this_desk()
    demand_notice(desk)
    tally = Tally()
    try:
        with without_collecting():
            with Progress("Reading") as progress, opened(Path(parsed.file), progress.reached) as file:
                events = read_events(file, parsed.format, tally)
            with beside_an_agent(desk.paths.lease, "import"):
                _take_in(desk, events, tally)
    except KeyboardInterrupt:
        print(f"Stopped; {tally.written} spans are written. Import the file again to go on.", file=sys.stderr)
        raise
    if parsed.json:
        print_json(msgspec.to_builtins(tally))
    else:
        _print_tally(tally)


def run_export(parsed: argparse.Namespace) -> None:
    """Write the pieces of a period to a file that only this person can read, or to stdout."""
    service, today = service_and_today()
    frame = Frame(device=device_name(), at_ms=now_ms(), offset_at=offset_min)
    if parsed.progress:  # a program waits for it, and may end it: nothing unfinished is left then
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    watched = not parsed.progress and (bool(parsed.output) or not sys.stdout.isatty())
    with Progress("Exporting", shown=watched) as progress:
        reached = ProgressLines().reached if parsed.progress else progress.reached
        text = WRITERS[parsed.format](told(service, asked_period(parsed, today), reached), frame)
        if parsed.output:
            write_private(Path(parsed.output), text)
            return
        for part in text:
            sys.stdout.buffer.write(part.encode())
        sys.stdout.buffer.flush()


def _take_in(desk: Desk, events: list[Event], tally: Tally) -> None:
    until_ms = now_ms() - LIVE_MS
    rules = desk.rules()
    redactor = desk.redactor(rules.ruleset)
    desk.have_saved()
    engine = open_for_writing(desk.paths.record)
    try:
        with transaction(engine) as connection:
            day_starts = read_day_starts(connection) or DayStarts(((EPOCH, desk.config.settings.day_start_hour),))
            first_day = read_raw_from(connection)
            note_writing(connection, redactor.version)
        terms = Terms(
            redactor=redactor,
            day_starts=day_starts,
            first_day=first_day,
            working_hours=desk.config.working_hours,
            until_ms=until_ms,
            offset_at=offset_min,
        )
        record = Record(engine, rules)
        spans = admitted(events, terms, tally)
        with Progress("Writing") as progress:
            taken = 0
            while batch := tuple(itertools.islice(spans, SPANS_AT_ONCE)):
                free = record.take_in(batch)
                tally.written += len(free)
                tally.covered += len(set(batch).difference(free)) if free != batch else 0
                taken += len(batch)
                progress.reached(min(1.0, taken / len(events)))
    finally:
        engine.dispose()


def _print_tally(tally: Tally) -> None:
    print(f"Read {tally.read} events, wrote {tally.written} spans.")
    for name, words in IN_WORDS.items():
        if count := getattr(tally, name):
            print(f"  {count} {words}")
    for part in tally.passed_over:
        print(f"  {part} was passed over: it tells of no windows")
    if tally.unreadable:
        print(f"  {len(tally.unreadable)} could not be read:")
        for fault in tally.unreadable[:FAULTS_SHOWN]:
            print(f"    {fault.place}: {fault.why}")


def told(service: ReportService, period: Period, reached: Reached) -> Iterator[Piece | Gap]:
    """Pieces and gaps in order, day by day."""
    until_ms = now_ms()
    days = list(period.days())
    for number, day in enumerate(days, start=1):
        of = service.timeline(day, until_ms=until_ms)
        of_day: list[Piece | Gap] = [*of.pieces, *of.gaps]
        yield from sorted(of_day, key=_start_ms)
        reached(number / len(days))


def _start_ms(one: Piece | Gap) -> int:
    return one.start_ms if isinstance(one, Gap) else one.span.start_ms


def write_private(target: Path, text: Iterable[str]) -> None:
    """Write `target` in one step, readable by this user alone; raises UserError where that is impossible."""
    if target.exists() and not target.is_file():
        raise UserError(f"{target} is no plain file", "name the file to write to")
    try:
        descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}-")
        unfinished = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as file:
                for part in text:
                    file.write(part.encode())
            put_in_place(unfinished, target)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise UserError(f"{target} cannot be written: {error.strerror}", "name a file in a folder of yours") from error
