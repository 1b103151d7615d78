"""Lines to servers on this computer, with the other end played here."""

import socket
from pathlib import Path

import pytest

from agent.platforms.local_line import AT_ONCE, open_line, reason, take_arrived


def test_what_arrived_is_taken_and_nothing_is_waited_for() -> None:
    """All of it, however much, behind what was there before."""
    here, there = socket.socketpair()
    unread = bytearray(b"a")
    with here, there:
        take_arrived(here, unread)
        assert unread == b"a"

        there.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4 * AT_ONCE)
        there.sendall(b"b" * (AT_ONCE + 1))
        take_arrived(here, unread)
        assert unread == b"a" + b"b" * (AT_ONCE + 1)


def test_an_end_that_went_away_is_told_behind_what_it_said() -> None:
    """Its last words are kept."""
    here, there = socket.socketpair()
    unread = bytearray()
    with here:
        with there:
            there.sendall(b"last words")
        with pytest.raises(OSError, match="closed the connection") as gone:
            take_arrived(here, unread)

    assert unread == b"last words"
    assert reason(gone.value) == "it closed the connection"


def test_where_nobody_listens_no_line_is_opened(tmp_path: Path) -> None:
    """Said in the words of the system."""
    with pytest.raises(OSError, match="No such file") as refusal:
        open_line(tmp_path / "nobody")

    assert reason(refusal.value) == "No such file or directory"
