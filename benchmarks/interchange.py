"""Taking in what ActivityWatch recorded: how many events a second of CPU, the start of the program included."""

import json
import random
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.command import acknowledge_notice, run_command
from benchmarks.row import Row

EVENTS = 200_000
EVENTS_A_DAY = 2500
NEW_TITLES_A_DAY = 200
KNOWN_TITLES = 400
APPS = ("firefox", "outlook.exe", "soffice", "acrobat")
FIRST_DAY = datetime(2025, 1, 6, 8, tzinfo=UTC)


def rows() -> Iterator[Row]:
    """One import into an empty record."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "export.json"
        file.write_text(json.dumps({"buckets": _buckets()}), encoding="utf-8")
        home = Path(folder)
        acknowledge_notice(home)
        used_s = run_command(home, "import", str(file), "--format", "activitywatch").cpu_s
        yield Row(
            what="import from ActivityWatch, of CPU",
            figure=EVENTS / used_s,
            target=50_000,
            unit="events/s",
            at_least=True,
        )


def _buckets() -> dict[str, Any]:
    """Office days of windows and presence together, newest first as ActivityWatch writes them."""
    choice = random.Random(7)
    windows: list[dict[str, Any]] = []
    presence: list[dict[str, Any]] = []
    while len(windows) + len(presence) < EVENTS:
        day = len(windows) // EVENTS_A_DAY
        at = FIRST_DAY + timedelta(days=day)
        for number in range(EVENTS_A_DAY):
            seconds = choice.uniform(0.5, 20)
            title = _title(choice, day, number)
            windows.append(_event(at, seconds, {"app": APPS[title % len(APPS)], "title": f"Paper {title} of the case"}))
            if number % 50 == 0:
                presence.append(_event(at, choice.uniform(60, 600), {"status": ("not-afk", "afk")[number // 50 % 2]}))
            at += timedelta(seconds=seconds)
    told = {"currentwindow": windows[: EVENTS - len(presence)], "afkstatus": presence}
    return {
        kind: {"id": kind, "type": kind, "client": "bench", "hostname": "desk", "events": events[::-1]}
        for kind, events in told.items()
    }


def _title(choice: random.Random, day: int, number: int) -> int:
    """A new one every so often, else one of those that were seen lately."""
    newest = day * NEW_TITLES_A_DAY + number * NEW_TITLES_A_DAY // EVENTS_A_DAY
    is_new = number % (EVENTS_A_DAY // NEW_TITLES_A_DAY) == 0
    return newest if is_new else max(0, newest - choice.randrange(KNOWN_TITLES))


def _event(at: datetime, seconds: float, data: dict[str, str]) -> dict[str, Any]:
    return {"timestamp": at.isoformat(), "duration": round(seconds, 6), "data": data}
