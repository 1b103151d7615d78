from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest

from core.category import Category, Kind
from core.clock import MS_PER_HOUR, now_ms, offset_min
from core.errors import MachineError, UserError
from core.period import DayStarts
from gui.access.record_access import RecordAccess
from storage.engine import open_for_writing
from storage.record import Batch, Record
from tests.factories import a_span
from tests.storage.records import OFFICE, rules


def a_record(access: RecordAccess) -> date:
    """One hour of work and half an hour unclassified on the day before today; that day."""
    now = now_ms()
    today = DayStarts().day_of(now, offset_min(now))
    yesterday = today - timedelta(days=1)
    start_ms, _end_ms = DayStarts().bounds(yesterday, offset_min)
    off_min = offset_min(start_ms)
    engine = open_for_writing(access.paths.record)
    record = Record(engine, rules(OFFICE))
    work = a_span(start_ms + 9 * MS_PER_HOUR, seconds=3600, app="libreoffice-calc", title="Budget", off_min=off_min)
    odd = a_span(start_ms + 10 * MS_PER_HOUR, seconds=1800, app="something", title="Else", off_min=off_min)
    record.write(Batch(new=(work, odd)))
    engine.dispose()
    return yesterday


def test_without_a_record_every_day_is_empty(access: RecordAccess) -> None:
    """Not an error: recording has not begun."""
    today = access.day(None)
    earlier = access.day(date(2026, 3, 29))

    assert today.now_ms is not None
    assert today.day.timeline.pieces == ()
    assert earlier.now_ms is None
    assert (earlier.day.end_ms - earlier.day.start_ms) / MS_PER_HOUR == 23


def test_a_day_is_read_and_judged_by_the_rules_in_force(access: RecordAccess) -> None:
    """The rules that are shipped call a spreadsheet work."""
    yesterday = a_record(access)
    read = access.day(yesterday)

    assert read.now_ms is None
    assert {total.key: total.observed_ms for total in read.day.by_kind} == {
        "Work": 3_600_000,
        "Unclassified": 1_800_000,
    }


def test_what_would_be_shared_is_what_is_written(access: RecordAccess, tmp_path: Path) -> None:
    """Word for word, and the supervisor's page finds it."""
    a_record(access)
    folder = tmp_path / "shared"
    folder.mkdir()
    proposal = access.totals_to_share()
    path = access.share(str(folder), proposal.totals)

    assert msgspec.json.decode(path.read_bytes(), type=type(proposal.totals)) == proposal.totals
    page = access.team(str(folder))
    assert [(row.person, row.recorded_ms) for row in page.rows] == [(proposal.totals.person, 5_400_000)]


def test_the_settings_propose_a_folder(access: RecordAccess) -> None:
    """Where there is one."""
    access.paths.config.mkdir(parents=True)
    access.paths.settings.write_text('share_folder = "/srv/team"\n', encoding="utf-8")
    a_record(access)

    assert access.totals_to_share().folder == "/srv/team"


def test_nothing_recorded_is_nothing_to_share(access: RecordAccess) -> None:
    """With or without a record."""
    with pytest.raises(UserError):
        access.totals_to_share()
    open_for_writing(access.paths.record).dispose()
    with pytest.raises(UserError, match="nothing to share"):
        access.totals_to_share()


def test_a_folder_that_is_not_there_is_an_error_to_act_on(access: RecordAccess, tmp_path: Path) -> None:
    """For the one who shares and for the one who reads."""
    a_record(access)
    with pytest.raises(MachineError):
        access.share(str(tmp_path / "missing"), access.totals_to_share().totals)
    with pytest.raises(UserError, match="missing"):
        access.team(str(tmp_path / "missing"))


def test_broken_settings_are_told_with_their_line(access: RecordAccess) -> None:
    """File, line and key."""
    access.paths.config.mkdir(parents=True)
    access.paths.settings.write_text("idle_treshold_s = 60\n", encoding="utf-8")

    with pytest.raises(UserError, match="line 1"):
        access.notice()


def test_what_was_corrected_counts_until_it_is_taken_back(access: RecordAccess) -> None:
    """Ten minutes of the spreadsheet: read again, the day has them, with the number to take them back by."""
    yesterday = a_record(access)
    start_ms = access.day(yesterday).day.timeline.pieces[0].span.start_ms
    corrected = access.correct([(start_ms, start_ms + 600_000)], Category("Personal"))
    after = access.day(yesterday).day

    assert corrected.about_ms == 600_000
    assert {total.key: total.observed_ms for total in after.by_kind}["Personal"] == 600_000
    assert [one.number for one in after.corrections] == [corrected.made[0].id]
    access.take_back([corrected.made[0].id])
    assert access.day(yesterday).day.corrections == ()
    assert {total.key for total in access.day(yesterday).day.by_kind} == {"Work", "Unclassified"}


def test_categories_are_those_in_use_and_those_of_the_rules(access: RecordAccess) -> None:
    """What took longest comes first; without a record there are none."""
    assert access.categories() == ()
    a_record(access)
    first, second, *others = access.categories()

    assert (first.kind, second) == (Kind.WORK, Category("Unclassified"))
    assert others == sorted(set(others) - {first, second})
    assert any(one.kind is Kind.KNOWLEDGE for one in others)
