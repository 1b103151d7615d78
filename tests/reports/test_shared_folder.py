"""Files of totals in a folder that others write to."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from core.errors import MachineError, UserError
from reports.shared_folder import LARGEST_FILE, expected_people, read_totals, write_totals
from reports.sharing import SharedDay, SharedTotals
from tests.factories import NINE
from tests.plain_user import as_plain_user

DAY = SharedDay(day="2026-03-02", recorded_s=90, not_recorded_s=10, seconds={"Idle": 30, "Work/Claims": 60})


def _totals(person: str = "Anna", device: str = "desk-1", *days: SharedDay) -> SharedTotals:
    return SharedTotals(
        person=person,
        device=device,
        written_ms=NINE,
        timezone="Europe/Berlin",
        idle_threshold_s=300,
        ruleset="1",
        days=list(days or (DAY,)),
    )


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """Two people, one of them with two desks."""
    shared = [_totals(), _totals("Anna", "desk-2"), _totals("Jürgen Groß", "desk-3")]
    for totals in shared:
        write_totals(tmp_path, totals)
    assert read_totals(tmp_path) == (shared, [])


def test_file_can_be_read_by_others_and_replaces_the_one_before(tmp_path: Path) -> None:
    """In one step: a reader never finds half a file, and no draft stays behind."""
    os.umask(0o077)
    first = write_totals(tmp_path, _totals())
    with first.open(encoding="utf-8") as being_read:
        assert (
            write_totals(tmp_path, _totals("Anna", "desk-1", DAY, msgspec.structs.replace(DAY, day="2026-03-03")))
            == first
        )
        assert len(json.load(being_read)["days"]) == 1
    assert len(json.loads(first.read_text())["days"]) == 2
    assert first.stat().st_mode & 0o777 == 0o644
    assert list(tmp_path.iterdir()) == [first]


@pytest.mark.parametrize("person", ["../../etc/passwd", "a/b", ".", "..", "con\nfig", "", "Zoë ☃"])
def test_no_name_leads_out_of_the_folder(tmp_path: Path, person: str) -> None:
    folder = tmp_path / "team" / "shared"
    folder.mkdir(parents=True)
    written = write_totals(folder, _totals(person))
    assert written.resolve().parent == folder
    assert [found.person for found in read_totals(folder)[0]] == [person]


def test_link_in_the_folder_is_replaced_and_not_followed(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("keep me")
    folder = tmp_path / "shared"
    folder.mkdir()
    target = write_totals(folder, _totals())
    target.unlink()
    target.symlink_to(precious)
    write_totals(folder, _totals())
    assert precious.read_text() == "keep me"
    assert not target.is_symlink()


def test_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(MachineError) as refused:
        write_totals(tmp_path / "nowhere", _totals())
    assert str(tmp_path / "nowhere") in refused.value.happened

    def check() -> None:
        tmp_path.joinpath("closed").mkdir(mode=0o555)
        with pytest.raises(MachineError, match="Permission denied"):
            write_totals(tmp_path / "closed", _totals())

    as_plain_user(check, tmp_path)


def test_failed_write_leaves_no_draft(tmp_path: Path) -> None:
    """Something stands where the file should go."""
    target = write_totals(tmp_path, _totals())
    target.unlink()
    target.mkdir()
    with pytest.raises(MachineError):
        write_totals(tmp_path, _totals())
    assert list(tmp_path.iterdir()) == [target]


def test_folder_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    for wrong in (tmp_path / "nowhere", write_totals(tmp_path, _totals())):
        with pytest.raises(UserError) as refused:
            read_totals(wrong)
        assert str(wrong) in refused.value.happened


def _with(**changes: Any) -> bytes:
    return json.dumps(msgspec.to_builtins(_totals()) | changes).encode()


def _with_day(**changes: Any) -> bytes:
    return _with(days=[msgspec.to_builtins(DAY) | changes])


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "truncated"),
        (_with()[:-20], "truncated"),
        (b"\xff\xfe not text", "malformed"),
        (b"[]", "object"),
        (b"[" * 5000, ""),
        (_with(format="engineroom-totals-9"), "format"),
        (_with(salary=5), "salary"),
        (_with_day(day="yesterday"), "isoformat"),
        (_with_day(seconds={"Secret/Plans": 90}), "Secret/Plans"),
        (_with_day(seconds={"Work": -90}, recorded_s=-90), ">= 0"),
        (_with_day(seconds={"Work": 10**30}, recorded_s=10**30), "<= 200000"),
        (_with_day(seconds={"Work": 91}), "do not add up"),
        (_with_day(titles=["Budget 2026"]), "titles"),
        (_with(days=[msgspec.to_builtins(DAY)] * 2), "twice"),
        (b" " * LARGEST_FILE + _with(), "too large"),
    ],
)
def test_file_that_is_wrong_is_listed_and_the_others_are_read(tmp_path: Path, content: bytes, why: str) -> None:
    """Whatever somebody puts there, the page shows the rest and says whose file cannot be read, and why."""
    write_totals(tmp_path, _totals())
    (tmp_path / "Ben-desk-2.totals.json").write_bytes(content)
    found, unreadable = read_totals(tmp_path)
    assert found == [_totals()]
    [stale] = unreadable
    assert (stale.person, stale.last_day) == ("Ben-desk-2", None)
    assert stale.why.startswith("its file cannot be read")
    assert why in stale.why


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _dangling(path: Path) -> None:
    path.symlink_to("nowhere")


@pytest.mark.parametrize("make", [_pipe, _endless, _dangling, Path.mkdir])
def test_what_is_no_plain_file_is_not_opened(tmp_path: Path, make: Callable[[Path], None]) -> None:
    """A pipe nobody writes to, or a file without an end, would keep the supervisor waiting for ever."""
    make(tmp_path / "Ben-desk-2.totals.json")
    found, [stale] = read_totals(tmp_path)
    assert found == []
    assert "no plain file" in stale.why


def test_other_files_are_none_of_our_business(tmp_path: Path) -> None:
    (tmp_path / "holiday.jpg").write_bytes(b"\xff\xd8")
    (tmp_path / ".Anna-desk-1-x8k2").write_text("a draft")
    assert read_totals(tmp_path) == ([], [])


def test_expected_people_stand_in_the_team_file(tmp_path: Path) -> None:
    assert expected_people(tmp_path) == ()
    (tmp_path / "team.toml").write_text('people = ["Anna", "Ben"]\n')
    assert expected_people(tmp_path) == ("Anna", "Ben")


def test_wrong_team_file_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "team.toml").write_text('# the team\npeolpe = ["Anna"]\n')
    with pytest.raises(UserError, match=r"team\.toml, line 2, peolpe.*did you mean 'people'"):
        expected_people(tmp_path)
