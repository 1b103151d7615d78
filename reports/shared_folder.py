"""Reads and writes the files of totals in a shared folder; never opens a record."""

import os
import re
import tempfile
from datetime import date
from pathlib import Path

import msgspec

from core.category import Category
from core.errors import MachineError, UserError
from core.replacing import put_in_place
from core.toml_file import convert, read_toml
from reports.sharing import SharedTotals
from reports.team import Stale

SUFFIX = ".totals.json"
TEAM_FILE = "team.toml"
LARGEST_FILE = 4 << 20
"""Bytes; years of days fit in far less."""


class _Team(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    people: tuple[str, ...] = ()


def write_totals(folder: Path, totals: SharedTotals) -> Path:
    """Write the file of this person and desk in one step; the path it has now. Raises MachineError."""
    safe = re.sub(r"[^\w.-]+", "_", f"{totals.person}-{totals.device}")
    target = folder / f"{safe}{SUFFIX}"
    try:
        descriptor, name = tempfile.mkstemp(dir=folder, prefix=f".{safe}-")
        unfinished = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(msgspec.json.format(msgspec.json.encode(totals), indent=1))
                file.flush()
                os.fsync(descriptor)
            unfinished.chmod(0o644)  # the supervisor reads it: the folder decides who else may
            put_in_place(unfinished, target)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise MachineError(
            f"Nothing could be written to {folder}: {error.strerror}", "check that the folder exists and is open to you"
        ) from error
    return target


def read_totals(folder: Path) -> tuple[list[SharedTotals], list[Stale]]:
    """Every file of totals in `folder`, and those that could not be read; raises UserError for a wrong folder."""
    found: list[SharedTotals] = []
    unreadable: list[Stale] = []
    try:
        files = sorted(path for path in folder.iterdir() if path.name.endswith(SUFFIX))
    except OSError as error:
        raise UserError(f"{folder} cannot be read: {error.strerror}", "name the folder that people share to") from error
    for file in files:
        try:
            found.append(_read(file))
        except (OSError, msgspec.MsgspecError, ValueError) as error:
            name = file.name.removesuffix(SUFFIX)
            unreadable.append(Stale(person=name, last_day=None, why=f"its file cannot be read: {error}"))
    return found, unreadable


def expected_people(folder: Path) -> tuple[str, ...]:
    """The names in `team.toml` of the folder; nobody where there is no such file."""
    file = folder / TEAM_FILE
    if not file.exists():
        return ()
    read = read_toml(file)
    return convert(read, read.data, _Team).people


def _read(file: Path) -> SharedTotals:
    if not file.is_file():
        raise ValueError("it is no plain file")
    with file.open("rb") as opened:
        text = opened.read(LARGEST_FILE + 1)
    if len(text) > LARGEST_FILE:
        raise ValueError("it is far too large")
    totals = msgspec.json.decode(text, type=SharedTotals)
    if len({date.fromisoformat(day.day) for day in totals.days}) < len(totals.days):
        raise ValueError("it has one day twice")
    for day in totals.days:
        if day.recorded_s != sum(day.seconds.values()):
            raise ValueError(f"the seconds of {day.day} do not add up")
        for path in day.seconds:
            Category(path)
    return totals
