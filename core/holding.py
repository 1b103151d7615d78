"""How much is kept of one kind of data, from when to when; never what stands in it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kept(StrEnum):
    """Every kind of data that is kept about a person."""

    SPANS = "spans"
    GAPS = "gaps"
    HOUR_TOTALS = "hour totals"
    DAY_TOTALS = "day totals"
    STATEMENTS = "statements"
    """Corrections and explanations."""
    RECEIPTS = "receipts"
    BACKUPS = "backups"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """One kind of data on this computer."""

    what: Kept
    rows: int
    first: date | None
    """The local day of the earliest; None where there is nothing."""
    last: date | None
