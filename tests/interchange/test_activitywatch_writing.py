"""What ActivityWatch is given to read."""

import json
from typing import Any

from core.span import State
from tests.factories import NINE, a_gap, a_piece, a_span
from tests.interchange.told import written


def buckets(*told: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(written(told, "activitywatch"))["buckets"]
    return found


def test_a_piece_is_an_event_of_a_bucket_of_windows() -> None:
    """With what ActivityWatch cannot hold kept beside it."""
    bucket = buckets(a_piece(a_span(NINE + 5, seconds=60.25, source="csv:old")))["engineroom-window_desk-1"]

    assert bucket == {
        "id": "engineroom-window_desk-1",
        "type": "currentwindow",
        "client": "engineroom",
        "hostname": "desk-1",
        "created": "2026-03-02T08:00:00Z",
        "events": [
            {
                "timestamp": "2026-03-02T08:00:00.005000Z",
                "duration": 60.25,
                "data": {
                    "app": "libreoffice-calc",
                    "title": "Budget 2026",
                    "engineroom_1": {
                        "state": "active",
                        "off_min": 60,
                        "category": "Work/Claims",
                        "rule": "claims",
                        "source": "csv:old",
                    },
                },
            }
        ],
    }


def test_presence_is_told_in_stretches_that_are_as_long_as_can_be() -> None:
    """Calls are presence, a locked screen is absence, private time is neither, and gaps part what they lie between."""
    states = [State.ACTIVE, State.CALL, State.IDLE, State.LOCKED, State.PRIVATE, State.IDLE]
    pieces = [a_piece(a_span(NINE + n * 60_000, state=state)) for n, state in enumerate(states)]
    later = a_piece(a_span(NINE + 7 * 60_000, state=State.IDLE))

    bucket = buckets(*pieces, a_gap(NINE + 360_000), later)["engineroom-afk_desk-1"]

    assert bucket["type"] == "afkstatus"
    assert [(event["timestamp"], event["duration"], event["data"]["status"]) for event in bucket["events"]] == [
        ("2026-03-02T08:00:00Z", 120.0, "not-afk"),
        ("2026-03-02T08:02:00Z", 120.0, "afk"),
        ("2026-03-02T08:05:00Z", 60.0, "afk"),
        ("2026-03-02T08:07:00Z", 60.0, "afk"),
    ]


def test_nothing_at_all_is_still_a_file_that_can_be_read() -> None:
    assert {name: bucket["events"] for name, bucket in buckets().items()} == {
        "engineroom-window_desk-1": [],
        "engineroom-afk_desk-1": [],
    }
