"""Whether anybody can see a Windows session, out of what Windows says of it."""

import struct

import pytest

from agent.platforms.windows_session import (
    CONSOLE_CONNECT,
    CONSOLE_DISCONNECT,
    LOCK,
    LOGOFF,
    REMOTE_CONNECT,
    REMOTE_DISCONNECT,
    UNLOCK,
    SessionState,
    session_state,
)

LOGON, REMOTE_CONTROL = 5, 9


@pytest.mark.parametrize(
    ("reasons", "hidden"),
    [
        ([], False),
        ([LOCK], True),
        ([LOCK, UNLOCK], False),
        ([CONSOLE_DISCONNECT], True),
        ([LOCK, CONSOLE_DISCONNECT, CONSOLE_CONNECT], True),
        ([LOCK, CONSOLE_DISCONNECT, CONSOLE_CONNECT, UNLOCK], False),
        ([LOCK, REMOTE_DISCONNECT, UNLOCK, REMOTE_CONNECT], False),
        ([CONSOLE_DISCONNECT, REMOTE_CONNECT], False),
        ([LOGOFF], True),
        ([LOCK, LOGON, REMOTE_CONTROL], True),
    ],
)
def test_a_session_is_hidden_while_locked_or_away(reasons: list[int], hidden: bool) -> None:
    """Locks and switches come in any order; what says nothing of either changes nothing."""
    session = SessionState(locked=False, away=False)
    for reason in reasons:
        session.changed(reason)

    assert hidden == session.hidden


def info(level: int, connection: int, flags: int) -> bytes:
    """`WTSINFOEXW` as Windows lays it out on 64 bits: the union behind the level begins at 8."""
    return struct.pack("<LxxxxLll", level, 3, connection, flags) + bytes(200)


@pytest.mark.parametrize(
    ("told", "hidden"),
    [
        (info(1, 0, 1), False),
        (info(1, 0, 0), True),
        (info(1, 4, 1), True),
        (info(1, 0, -1), False),
        (info(0, 4, 0), None),
        (b"", None),
    ],
    ids=["active", "locked", "disconnected", "not known", "another level", "nothing"],
)
def test_the_state_at_the_start_is_what_windows_tells(told: bytes, hidden: bool | None) -> None:
    """It may tell of the connection alone, or of nothing."""
    state = session_state(told)

    assert hidden == (None if state is None else state.hidden)


def test_a_session_that_nobody_tells_of_is_in_front() -> None:
    """Of its person, until Windows says otherwise."""
    assert not SessionState().hidden
