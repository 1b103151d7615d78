"""What becomes of buckets that ActivityWatch exported."""

import json
from dataclasses import replace

import pytest

from core.errors import UserError
from core.span import State
from interchange.event import Event, Tally
from interchange.formats import read_events
from tests.factories import NINE
from tests.interchange.told import a_bucket, a_file, an_event, an_export, presence, seen, told_by

WINDOWS, PRESENCE = "currentwindow", "afkstatus"
IDLE, ACTIVE = State.IDLE, State.ACTIVE


def stretches(events: list[Event]) -> list[tuple[float, float, str, State]]:
    """(start, end) in seconds after `NINE`, app and state."""
    return [((e.start_ms - NINE) / 1000, (e.end_ms - NINE) / 1000, e.app, e.state) for e in events]


def read(*buckets: dict[str, object]) -> tuple[list[Event], Tally]:
    return told_by(an_export(*buckets), "activitywatch")


def test_a_window_becomes_an_event_of_its_host() -> None:
    """The zone is not known, and a program has the name that it has on every desktop."""
    events, tally = read(a_bucket(WINDOWS, seen(0, 60, "Code.exe", "main.py")))

    assert events == [an_event(0, 60, app="code", title="main.py", source="activitywatch:pc1")]
    assert tally == Tally(read=1)


def test_time_away_is_idle_within_the_windows_that_were_in_front() -> None:
    """Presence splits windows; where it tells of no window it becomes nothing."""
    windows = a_bucket(WINDOWS, seen(0, 100, "mail"), seen(100, 100, "calc"), seen(300, 50, "calc"))
    away = a_bucket(PRESENCE, presence(0, 60, "not-afk"), presence(60, 80), presence(320, 500))

    events, _tally = read(windows, away)

    assert stretches(events) == [
        (0, 60, "mail", ACTIVE),
        (60, 100, "mail", IDLE),
        (100, 140, "calc", IDLE),
        (140, 200, "calc", ACTIVE),
        (300, 320, "calc", ACTIVE),
        (320, 350, "calc", IDLE),
    ]


def test_the_presence_that_was_noted_last_holds() -> None:
    """A return that was noted while the absence still counted on ends it."""
    windows = a_bucket(WINDOWS, seen(0, 100))
    away = a_bucket(PRESENCE, presence(60, 30, "not-afk"), presence(20, 70))

    events, tally = read(windows, away)

    assert stretches(events) == [(0, 20, "calc", ACTIVE), (20, 60, "calc", IDLE), (60, 100, "calc", ACTIVE)]
    assert tally.overlapping == 1


def test_each_host_has_its_own_presence() -> None:
    """And the host at which somebody was present holds, whichever window began later."""
    office = [a_bucket(WINDOWS, seen(0, 200, "calc"), host="office"), a_bucket(PRESENCE, host="office")]
    home = [
        a_bucket(WINDOWS, seen(100, 200, "mail"), host="home"),
        a_bucket(PRESENCE, presence(100, 150), host="home"),
    ]

    events, _tally = read(*office, *home)

    assert stretches(events) == [(0, 200, "calc", ACTIVE), (200, 250, "mail", IDLE), (250, 300, "mail", ACTIVE)]
    assert {event.source for event in events} == {"activitywatch:office", "activitywatch:home"}


def test_two_watchers_of_one_host_are_one_line() -> None:
    """The later window holds from its start on."""
    first = a_bucket(WINDOWS, seen(0, 100, "mail"))
    second = a_bucket(WINDOWS, seen(50, 100, "calc")) | {"id": "another"}

    events, tally = read(first, second)

    assert stretches(events) == [(0, 50, "mail", ACTIVE), (50, 150, "calc", ACTIVE)]
    assert tally.overlapping == 1


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-02T08:00:00Z",
        "2026-03-02T08:00:00.000Z",
        "2026-03-02T08:00:00.000123+00:00",
        "2026-03-02T13:45:00.000000+05:45",
        "2026-03-02T02:59:59.999800-05:00",
    ],
)
def test_times_are_read_in_every_way_they_are_written(text: str) -> None:
    """With Z or an offset, to the second, milli- or microsecond; rounded to the millisecond."""
    ((event,), _tally) = read(a_bucket(WINDOWS, seen(0, 60) | {"timestamp": text}))

    assert (event.start_ms, event.end_ms) == (NINE, NINE + 60_000)


def test_events_that_touch_to_the_microsecond_touch_to_the_millisecond() -> None:
    """Rounding makes neither gaps nor overlaps."""
    windows = a_bucket(WINDOWS, seen(0.0006, 1.2349), seen(1.2355, 2.0001), seen(3.2356, 1))

    events, tally = read(windows)

    assert [(event.start_ms - NINE, event.end_ms - NINE) for event in events] == [(1, 1236), (1236, 3236), (3236, 4236)]
    assert tally.overlapping == 0


def test_a_single_bucket_is_read_as_well() -> None:
    """Older servers export it without the frame around it."""
    events, _tally = told_by(json.dumps(a_bucket(WINDOWS, seen(0, 60))), "activitywatch")

    assert stretches(events) == [(0, 60, "calc", ACTIVE)]


def test_buckets_of_other_things_are_passed_over_by_name() -> None:
    """Web pages, editors and what else there are watchers for."""
    _events, tally = read(a_bucket(WINDOWS, seen(0, 60)), a_bucket("web.tab.current", {"timestamp": "?"}))

    assert tally.passed_over == ["web.tab.current_pc1 (web.tab.current)"]
    assert tally.unreadable == []


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"timestamp": "2026-03-02T09:00:00"}, "at timestamp"),
        ({"timestamp": "1969-03-02T09:00:00Z"}, "before 1970"),
        ({"duration": "long"}, "expected float, got str at duration"),
        ({"duration": 1e12}, "at duration"),
        ({"data": {"title": "Dear Ms Ilves"}}, "missing required field app at data"),
        ({"data": {"app": "calc", "engineroom_1": {"state": "Dear Ms Ilves", "off_min": 0}}}, "invalid enum value"),
        ({"data": {"app": "calc", "engineroom_1": {"state": "idle", "off_min": 1e4}}}, "off_min"),
    ],
)
def test_an_event_that_makes_no_sense_costs_nothing_but_itself(change: dict[str, object], why: str) -> None:
    """It is counted with its place and the reason, which holds no text out of the file."""
    events, tally = read(a_bucket(WINDOWS, seen(0, 60), seen(60, 60) | change))

    assert len(events) == 1
    (fault,) = tally.unreadable
    assert fault.place == "currentwindow_pc1, event 2"
    assert why in fault.why
    assert "Ilves" not in fault.why


def test_a_long_file_tells_how_far_it_was_read() -> None:
    """Through all buckets that are read, from nothing to all of it."""
    windows = (seen(n, 1) for n in range(3000))
    away = (presence(n, 1) for n in range(1000))
    shares: list[float] = []
    text = an_export(a_bucket(WINDOWS, *windows), a_bucket(PRESENCE, *away))

    read_events(replace(a_file(text), reached=shares.append), "activitywatch", Tally())

    assert [round(share, 2) for share in shares] == [0.25, 0.5, 0.75, 1]


@pytest.mark.parametrize(
    ("half", "whole"),
    [
        ("cut \ud83d", "cut \N{REPLACEMENT CHARACTER}"),
        ("\ude00 cut", "\N{REPLACEMENT CHARACTER} cut"),
        ("\N{GRINNING FACE} \ud83d", "\N{GRINNING FACE} \N{REPLACEMENT CHARACTER}"),
        (r"\ud83d", r"\ud83d"),
    ],
    ids=["first", "second", "beside a whole one", "a path"],
)
def test_half_a_character_does_not_cost_the_whole_file(half: str, whole: str) -> None:
    """Windows cuts long titles without looking; all else is read as it stands there."""
    events, tally = read(a_bucket(WINDOWS, seen(0, 60, title=half), seen(60, 60, title="\ud83d")))

    assert [event.title for event in events] == [whole, "\N{REPLACEMENT CHARACTER}"]
    assert tally.unreadable == []


@pytest.mark.parametrize(
    ("content", "happened"),
    [
        (an_export(a_bucket(WINDOWS, seen(0, 60)))[:-30], "line 1: this is no JSON: Input data was truncated"),
        ('{"buckets": {\n"a": {,}}', "line 2: this is no JSON"),
        ("start,end,app\n", "line 1: this is no JSON"),
        ("", "line 1: this is no JSON"),
        ("[]", "line 1: this is no export of ActivityWatch: expected object, got array"),
        ('{"buckets": []}', "no export of ActivityWatch: expected object, got array at buckets"),
        ("{}", "no bucket of the type currentwindow"),
        (an_export(a_bucket(PRESENCE, presence(0, 60))), "no bucket of the type currentwindow"),
        (an_export(a_bucket(WINDOWS, {"x": 1})), "nothing in it can be read as activitywatch"),
        (b'{\n"buckets": {"\xff": {}}}', "line 2: this is not UTF-8"),
    ],
)
def test_a_file_that_is_no_export_of_windows_is_refused(content: str | bytes, happened: str) -> None:
    """With its name, the place and a way out."""
    with pytest.raises(UserError) as refused:
        told_by(content, "activitywatch", "aw.json")

    assert refused.value.happened.startswith("aw.json")
    assert happened in refused.value.happened
    assert refused.value.remedy
