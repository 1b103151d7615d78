"""What a person's record holds about them, for that person alone; reads the record, and never what it means."""

from dataclasses import dataclass
from pathlib import Path

from core.clock import offset_min
from core.holding import Holding
from reports.shapes import NumberedCorrection
from storage.engine import open_for_reading
from storage.reading import reading

FOR_EVER_MS = 1 << 52


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRecord:
    """Everything that the page on one's own data shows of the record."""

    holdings: tuple[Holding, ...]
    corrections: tuple[NumberedCorrection, ...]
    """Those in force, the latest stretch first."""


def own_record(record: Path) -> OwnRecord:
    """Raises UserError where there is no record yet, and MachineError where it cannot be read."""
    engine = open_for_reading(record)
    try:
        with reading(engine) as reader:
            recorded = reader.recorded_corrections(0, FOR_EVER_MS)
            return OwnRecord(
                holdings=reader.holdings(offset_min),
                corrections=tuple(
                    NumberedCorrection(one.id, one.said) for one in reversed(recorded) if one.undone_at_ms is None
                ),
            )
    finally:
        engine.dispose()
