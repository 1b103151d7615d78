"""Records of a morning, half a minute of every minute, and what stands in one on disk; never checks anything."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from core.span import Span
from storage.health import diagnose
from storage.losses import Loss
from storage.rebuilding import make_sound
from tests.factories import NINE, a_span
from tests.storage.records import OFFICE, rules

MINUTE = 60_000
NOON = NINE + 3 * 60 * MINUTE


def a_morning(count: int, since_ms: int = NINE) -> list[Span]:
    """Half a minute of every minute."""
    return [a_span(since_ms + n * MINUTE, seconds=30, app="calc", title=f"Document {n}") for n in range(count)]


def rebuilt(file: Path, backups: Path) -> Loss:
    loss = make_sound(file, backups, rules(OFFICE), NOON)
    assert loss is not None
    assert diagnose(file) is None
    return loss


def stored(file: Path) -> list[tuple[Any, ...]]:
    return query(file, "SELECT start_ms, observed_ms FROM span ORDER BY start_ms")


def query(file: Path, text: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(file)) as raw:
        return raw.execute(text).fetchall()


def as_rows(spans: list[Span]) -> list[tuple[Any, ...]]:
    return [(span.start_ms, span.observed_ms) for span in spans]
