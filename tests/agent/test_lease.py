"""One recorder for one record."""

import json
import subprocess
import sys
from pathlib import Path

from agent.lease import Lease

HOLD = """
import sys, pathlib
from agent.lease import Lease
lease = Lease(pathlib.Path(sys.argv[1]), "display :42")
print(lease.take(), flush=True)
sys.stdin.readline()
"""


def holder(file: Path) -> "subprocess.Popen[str]":
    """Another process that holds the lease, or tried to."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "True\n"
    return process


def end(process: "subprocess.Popen[str]") -> None:
    process.kill()
    process.communicate()


def test_a_lease_is_held_by_one_process_only(tmp_path: Path) -> None:
    """The second asks in vain, and can say whom it waits for."""
    file = tmp_path / "recording.lock"
    other = holder(file)
    lease = Lease(file, "display :1")
    try:
        assert not lease.take()
        assert lease.holder_session() == "display :42"
    finally:
        end(other)


def test_a_killed_holder_leaves_the_lease_to_the_next(tmp_path: Path) -> None:
    """No stale lock is left by kill -9."""
    file = tmp_path / "recording.lock"
    end(holder(file))
    lease = Lease(file, "display :1")

    assert lease.take()
    assert json.loads(file.read_text())["session"] == "display :1"
    lease.give_back()


def test_a_lease_given_back_can_be_taken_again(tmp_path: Path) -> None:
    """An orderly stop leaves nothing behind."""
    first, second = Lease(tmp_path / "l", "a"), Lease(tmp_path / "l", "b")

    assert first.take()
    first.give_back()
    assert second.take()
    second.give_back()


def test_the_lease_file_is_the_users_alone(tmp_path: Path) -> None:
    """Nobody else can read who records, or hold the lease."""
    Lease(tmp_path / "l", "a")

    assert (tmp_path / "l").stat().st_mode & 0o777 == 0o600
