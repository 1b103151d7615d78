"""What commands and windows share to let other rules hold, and to take it back."""

from pathlib import Path

import msgspec
import pytest

from agent.control import Request
from agent.rule_changing import ChangedMeanwhile, RuleChanging
from agent.server import ControlServer
from core.errors import MachineError, UserError
from core.paths import Paths, paths_below
from tests.classifiers.rule_files import rule_text
from tests.gui.days import a_status

OLD = rule_text({"id": "mail", "app": "outlook", "category": "Work/Mail"})
NEW = rule_text({"id": "mail", "app": "outlook", "category": "Personal"})
NEWEST = rule_text({"id": "mail", "app": "outlook", "category": "Knowledge"})


@pytest.fixture
def paths(home: Path) -> Paths:
    return paths_below(home)


def earlier(paths: Paths) -> list[str]:
    """What held until some moment, the earliest first."""
    return [file.read_text() for file in sorted(paths.earlier_rules.glob("*.toml"))]


def test_rules_hold_from_now_on(paths: Paths) -> None:
    """What held before is kept for what was recorded before; nobody is told where no agent runs."""
    changing = RuleChanging(paths=paths)
    changing.put_in_force(OLD, for_history=True)
    made = changing.put_in_force(NEW, for_history=False)

    assert paths.rules.read_text() == NEW
    assert earlier(paths) == [OLD]
    assert (made.agent_follows, made.trouble) == (False, None)


def test_rules_hold_for_all_that_is_recorded(paths: Paths) -> None:
    """No earlier rules have a say any more, until that is taken back."""
    changing = RuleChanging(paths=paths)
    changing.put_in_force(OLD, for_history=True)
    changing.put_in_force(NEW, for_history=False)
    made = changing.put_in_force(NEWEST, for_history=True)
    without = earlier(paths)
    changing.take_back(made)

    assert without == []
    assert (paths.rules.read_text(), earlier(paths)) == (NEW, [OLD])


@pytest.mark.parametrize("given", [NEW, NEW.replace("\n", "\r\n")])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_the_file_keeps_its_line_ends(paths: Paths, line_end: str, given: str) -> None:
    """Whoever writes it; and undone, it is what it was byte by byte."""
    old = OLD.replace("\n", line_end).encode() + b"# no line end"
    paths.rules.parent.mkdir(parents=True, exist_ok=True)
    paths.rules.write_bytes(old)
    changing = RuleChanging(paths=paths)
    made = changing.put_in_force(given, for_history=True)
    assert paths.rules.read_bytes() == NEW.replace("\n", line_end).encode()
    changing.take_back(made)

    assert paths.rules.read_bytes() == old


def test_a_first_file_has_the_line_ends_that_it_is_given(paths: Paths) -> None:
    """There is none whose they could be."""
    RuleChanging(paths=paths).put_in_force(NEW.replace("\n", "\r\n"), for_history=True)

    assert paths.rules.read_bytes() == NEW.replace("\n", "\r\n").encode()


def test_the_first_rules_are_taken_back(paths: Paths) -> None:
    """There was no file before, and is none again."""
    changing = RuleChanging(paths=paths)
    made = changing.put_in_force(NEW, for_history=False)
    changing.take_back(made)

    assert not paths.rules.exists()
    assert earlier(paths) == []


def test_wrong_rules_change_nothing(paths: Paths) -> None:
    """The first fault says file, line and key."""
    changing = RuleChanging(paths=paths)
    changing.put_in_force(OLD, for_history=True)

    for wrong in (NEW.replace("Personal", "Persnal"), NEW.replace('"outlook"', ""), NEW.replace("app", "aqq")):
        with pytest.raises(UserError, match=r"rules\.toml, line"):
            changing.put_in_force(wrong, for_history=True)
    with pytest.raises(UserError, match="can run away"):
        changing.put_in_force(NEW.replace('app = "outlook"', "title_regex = '(a+)+$'"), for_history=True)
    assert paths.rules.read_text() == OLD


def test_what_somebody_else_wrote_meanwhile_stays(paths: Paths) -> None:
    """Neither an edit nor an undo overwrites it."""
    changing = RuleChanging(paths=paths)
    made = changing.put_in_force(OLD, for_history=True, instead_of="")
    paths.rules.write_text(f"# by hand\n{OLD}")

    with pytest.raises(ChangedMeanwhile, match="changed by something else"):
        changing.put_in_force(NEW, for_history=True, instead_of=OLD)
    with pytest.raises(ChangedMeanwhile):
        changing.take_back(made)
    assert paths.rules.read_text() == f"# by hand\n{OLD}"


def test_line_ends_and_marks_of_other_systems_are_no_change(paths: Paths) -> None:
    """A file of Windows reads the same."""
    paths.rules.parent.mkdir(parents=True)
    paths.rules.write_bytes(b"\xef\xbb\xbf" + OLD.replace("\n", "\r\n").encode())
    RuleChanging(paths=paths).put_in_force(NEW, for_history=True, instead_of=OLD)

    assert paths.rules.read_bytes() == NEW.replace("\n", "\r\n").encode()


def test_a_running_agent_is_told(paths: Paths) -> None:
    """Each time, when the rules stand in their place; one that refuses is told of, and the rules hold."""
    seen: list[tuple[str, str | None]] = []

    def answer(request: Request) -> msgspec.Struct:
        seen.append((request.do, paths.rules.read_text() if paths.rules.exists() else None))
        if len(seen) > 2:
            raise MachineError("the disk is full", "make room")
        return a_status()

    server = ControlServer(paths.socket, answer)
    try:
        changing = RuleChanging(paths=paths)
        made = changing.put_in_force(NEW, for_history=True)
        changing.take_back(made)
        troubled = changing.put_in_force(NEWEST, for_history=True)
    finally:
        server.close()

    assert seen == [("follow", NEW), ("follow", None), ("follow", NEWEST)]
    assert made.agent_follows
    assert "the disk is full" in str(troubled.trouble)
    assert paths.rules.read_text() == NEWEST
