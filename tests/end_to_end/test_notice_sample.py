"""The notice's example from this very computer: real windows, masked as they would be stored, and nothing kept."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from core.example import Example, Told
from core.paths import paths_below
from stage.actor_client import ActorClient
from stage.at_work import PROJECT, AgentAtWork
from stage.xserver import XServer

WITHIN_S = 30


@pytest.fixture
def sampling(work: AgentAtWork) -> Iterator["subprocess.Popen[bytes]"]:
    """The command, whose stdin is ours to close."""
    work.set('titles = "redacted"\n')
    process = subprocess.Popen(
        [sys.executable, "-m", "cli.main", "notice", "sample", "--json"],
        cwd=PROJECT,
        env=work.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    yield process
    process.kill()
    process.communicate()


def until_shown(process: "subprocess.Popen[bytes]", app: str) -> Example:
    """The first example with this program in front."""
    assert process.stdout is not None
    told: list[Told] = []
    for line in process.stdout:
        told.append(msgspec.json.decode(line, type=Told))
        if isinstance(told[-1], Example) and told[-1].app == app:
            return told[-1]
    raise AssertionError(f"the command ended after {told}")


def test_windows_are_shown_as_they_would_be_stored_and_nothing_is(
    sampling: "subprocess.Popen[bytes]", screen: XServer, home: Path
) -> None:
    """A number in a title is masked; when the reader goes, the command ends, and left no record and no key behind."""
    with ActorClient(screen.environment()) as actor:
        actor.open("one", app="Ledger", title="Suspense account 4711 0815")
        actor.activate("one")
        example = until_shown(sampling, "ledger")
        _out, _err = sampling.communicate(timeout=WITHIN_S)

    assert example.title == "Suspense account ‹number›"
    assert sampling.returncode == 0
    paths = paths_below(home)
    assert not paths.record.exists()
    assert not paths.data.exists() or list(paths.data.iterdir()) == []


def test_without_a_desktop_it_says_so(home: Path) -> None:
    """And ends, instead of showing nothing for ever."""
    nowhere = AgentAtWork({"PATH": "/usr/bin:/bin"}, home)
    done = nowhere.command("notice", "sample")

    assert done.returncode == 1
    assert "There is no display at all" in done.stderr
