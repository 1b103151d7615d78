"""The formats by their names; never knows what is inside one."""

from collections.abc import Callable, Iterable, Iterator

from core.errors import UserError
from core.judge import Piece
from core.span import Gap
from interchange.activitywatch_reading import read_activitywatch
from interchange.activitywatch_writing import write_activitywatch
from interchange.comma_separated import read_csv, write_csv
from interchange.event import Event, Tally
from interchange.foreign_file import ForeignFile
from interchange.frame import Frame
from interchange.icalendar import write_icalendar
from interchange.json_lines import read_json_lines, write_json_lines

Reader = Callable[[ForeignFile, Tally], list[Event]]
Writer = Callable[[Iterable[Piece | Gap], Frame], Iterator[str]]

READERS: dict[str, Reader] = {"activitywatch": read_activitywatch, "csv": read_csv, "jsonl": read_json_lines}
WRITERS: dict[str, Writer] = {
    "activitywatch": write_activitywatch,
    "csv": write_csv,
    "jsonl": write_json_lines,
    "ics": write_icalendar,
}


def read_events(file: ForeignFile, name: str, tally: Tally) -> list[Event]:
    """The events of `file` in order and without overlap.

    Raises UserError where it is not what the format says: also where nothing of it could be read.
    """
    events = READERS[name](file, tally)
    if tally.unreadable and not tally.read:
        first = tally.unreadable[0]
        raise UserError(
            f"{file.path}: nothing in it can be read as {name} ({first.place}: {first.why})",
            "give the file as it was exported, and the format that it has",
        )
    return events
