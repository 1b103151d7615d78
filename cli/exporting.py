"""The command `data export`: everything that is kept about the person, in one new folder; never leaves half of one."""

import argparse
import json
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from cli.correcting import correction_as_json
from cli.desk import Desk, this_desk
from cli.interchange import told, write_private
from cli.output import print_json
from cli.progress import Progress, ProgressLines
from core.clock import local_time, now_ms, offset_min
from core.errors import MachineError, UserError
from core.identity import device_name
from core.paths import make_private, touch_private
from core.period import Period
from interchange.formats import WRITERS
from interchange.frame import Frame
from reports.own_data import FOR_EVER_MS
from reports.service import ReportService
from storage.backups import copy_record
from storage.engine import open_for_reading
from storage.reading import reading

SUFFIXES = {"activitywatch": "activitywatch.json", "csv": "time.csv", "jsonl": "time.jsonl", "ics": "time.ics"}
CONTENTS = """\
Everything that Engineroom keeps about you on this computer.

record.db           the whole record, a SQLite database: spans, gaps, totals, corrections, receipts of the notice
time.csv            every piece of your time that is kept, for a spreadsheet
time.jsonl          the same with gaps, for programs
time.ics            the same for a calendar
activitywatch.json  the same for ActivityWatch
totals.csv          seconds by day and kind, also of days of which only totals are kept
corrections.json    what you corrected, and when; also what you undid
shared.jsonl        what left this computer by your hand, row by row
notice.txt          the notice as it reads today
settings.json       every setting in force, and who set it
settings.toml, rules.toml  your own files, where there are any
earlier-rules       your rules that hold for time before you changed them, where there are any
"""
Reached = Callable[[float], None]


def export_own_data(parsed: argparse.Namespace) -> None:
    """Write a new folder in the one that was named; until it is complete it has another name."""
    desk = this_desk()
    if not desk.paths.record.exists():
        raise UserError(f"There is no record at {desk.paths.record}", "record for a while first")
    around = Path(parsed.folder).absolute()
    if not around.is_dir():
        raise UserError(f"There is no folder {around}", "make it first")
    target = _free(around / f"engineroom-{local_time(now_ms()).date()}")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    with Progress("Exporting", shown=not parsed.progress) as bar, _unfinished(target) as folder:
        _export(desk, folder, ProgressLines().reached if parsed.progress else bar.reached)
    if parsed.json:
        print_json({"folder": str(target)})
    else:
        print(f"Written: {target}", file=sys.stderr)


def _free(wanted: Path) -> Path:
    """`wanted`, or that name with the first number that is free."""
    names = (wanted if number == 1 else wanted.with_name(f"{wanted.name}-{number}") for number in range(1, 1000))
    return next(name for name in names if not name.exists())


@contextmanager
def _unfinished(target: Path) -> Iterator[Path]:
    folder = target.with_name(f"{target.name}.unfinished")
    try:
        shutil.rmtree(folder, ignore_errors=True)
        make_private(folder)
        yield folder
        folder.rename(target)
    except OSError as error:
        raise MachineError(
            f"{target} cannot be written: {error.strerror}", "choose a folder with room for it"
        ) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _export(desk: Desk, folder: Path, reached: Reached) -> None:
    service = desk.service(desk.rules())
    parts = len(WRITERS) + 1
    try:
        copy_record(desk.paths.record, folder / "record.db", lambda share: reached(share / parts))
        period = _all_days(service)
        frame = Frame(device=device_name(), at_ms=now_ms(), offset_at=offset_min)
        for place, (name, write) in enumerate(WRITERS.items(), start=1):
            pieces = told(service, period, _part(reached, place, parts)) if period else ()
            write_private(folder / SUFFIXES[name], write(pieces, frame))
        write_private(folder / "totals.csv", _totals(service, period))
        write_private(folder / "corrections.json", [_corrections(desk)])
    finally:
        service.engine.dispose()
    write_private(folder / "notice.txt", [desk.notice().as_text()])
    write_private(folder / "settings.json", [_settings(desk)])
    for file in (desk.paths.shares, desk.paths.settings, desk.paths.rules):
        if file.exists():
            _copy(file, folder)
    for _until_ms, file in desk.rule_places.earlier_files():
        _copy(file, folder / desk.paths.earlier_rules.name)
    write_private(folder / "CONTENTS.txt", [CONTENTS])


def _copy(file: Path, folder: Path) -> None:
    """As it is, whatever an editor or a power cut made of it."""
    make_private(folder)
    touch_private(folder / file.name)
    (folder / file.name).write_bytes(file.read_bytes())


def _part(reached: Reached, place: int, parts: int) -> Reached:
    return lambda share: reached((place + share) / parts)


def _all_days(service: ReportService) -> Period | None:
    """From the first day that anything is known of to the last; None where nothing is."""
    with reading(service.engine) as reader:
        held = reader.holdings(offset_min)
    days = [day for one in held for day in (one.first, one.last) if day is not None]
    return Period(min(days), max(days)) if days else None


def _totals(service: ReportService, period: Period | None) -> Iterator[str]:
    yield "day,kind,seconds\r\n"
    by_day = service.calendar(period, now_ms()).by_day if period else dict[date, dict[str, int]]()
    for day, kinds in sorted(by_day.items()):
        yield from (f"{day},{kind},{ms / 1000}\r\n" for kind, ms in sorted(kinds.items()))


def _corrections(desk: Desk) -> str:
    engine = open_for_reading(desk.paths.record)
    try:
        with reading(engine) as reader:
            recorded = reader.recorded_corrections(0, FOR_EVER_MS)
    finally:
        engine.dispose()
    return json.dumps([correction_as_json(one) for one in recorded], ensure_ascii=False, indent=1) + "\n"


def _settings(desk: Desk) -> str:
    config = desk.config
    values = {
        name: {"value": getattr(config.settings, name), "from": source.value} for name, source in config.sources.items()
    }
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"
