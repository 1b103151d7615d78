"""Which of logind's sessions is the one of this process, on a real D-Bus with a service that plays logind."""

import pytest

from agent.platforms.session_lock import SessionLock
from tests.agent.platforms.buses import LOGIN, SESSION, USER, Logind, await_locked

NEXT_SESSION = "/org/freedesktop/login1/session/_38"


def test_the_session_is_found_by_its_name_and_by_the_persons_display(bus: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An agent that systemd starts belongs to no session."""
    service = Logind(bus)
    manager = "/org/freedesktop/login1", f"{LOGIN}.Manager"
    del service.answers[*manager, "GetSessionByPID"]
    service.answers[*manager, "GetUser"] = "o", (USER,)
    service.properties[USER, f"{LOGIN}.User", "Display"] = "(so)", ("7", SESSION)
    by_display = SessionLock()
    assert by_display.capability().works
    service.answers[*manager, "GetSession"] = "o", (SESSION,)
    del service.answers[*manager, "GetUser"]
    monkeypatch.setenv("XDG_SESSION_ID", "7")
    by_name = SessionLock()
    assert by_name.capability().works
    by_display.close()
    by_name.close()
    service.go()


@pytest.mark.parametrize("survives", [True, False], ids=["closing", "gone"])
def test_after_a_new_login_the_new_session_counts(bus: str, monkeypatch: pytest.MonkeyPatch, *, survives: bool) -> None:
    """The agent outlived its session, whose name its environment still has; what that one says is over."""
    monkeypatch.setenv("XDG_SESSION_ID", "7")
    logind = Logind(bus)
    manager = "/org/freedesktop/login1", f"{LOGIN}.Manager"
    logind.answers[*manager, "GetSession"] = "o", (SESSION,)
    lock = SessionLock()
    assert lock.locked() is False
    logind.change("Active", value=False)
    await_locked(lock, expected=True)

    if survives:
        logind.properties[SESSION, f"{LOGIN}.Session", "State"] = "s", "closing"
    else:
        logind.properties.clear()
        logind.answers.clear()
        logind.tell(*manager, "SessionRemoved", "so", "7", SESSION)
    logind.log_in("8", NEXT_SESSION)
    await_locked(lock, expected=False)
    assert lock.capability().works
    logind.change("LockedHint", value=True, session=NEXT_SESSION)
    await_locked(lock, expected=True)
    logind.change("LockedHint", value=False, session=NEXT_SESSION)
    await_locked(lock, expected=False)
    lock.close()
    logind.go()


@pytest.mark.parametrize(
    ("ours", "theirs", "is_taken"),
    [
        ({"XDG_SEAT": "seat1"}, {"Seat": ("(so)", ("seat0", "/"))}, False),
        ({"XDG_SEAT": "seat1"}, {"Seat": ("(so)", ("seat1", "/"))}, True),
        ({"DISPLAY": ":10"}, {"Display": ("s", ":0")}, False),
        ({"DISPLAY": ":0.0"}, {"Display": ("s", ":0")}, True),
        ({}, {"Seat": ("(so)", ("seat0", "/")), "Display": ("s", ":0")}, True),
        ({}, {"State": ("s", "closing")}, False),
    ],
    ids=["another seat", "this seat", "another screen", "this screen", "who knows", "over"],
)
def test_the_lock_of_another_desk_is_not_this_ones(
    ours: dict[str, str],
    theirs: dict[str, tuple[str, object]],
    bus: str,
    monkeypatch: pytest.MonkeyPatch,
    *,
    is_taken: bool,
) -> None:
    """One person may have two: their main session is that of this process only where nothing speaks against it."""
    for name in ("XDG_SEAT", "DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in ours.items():
        monkeypatch.setenv(name, value)
    logind = Logind(bus)
    logind.answers.clear()
    logind.log_in("8", NEXT_SESSION, LockedHint=("b", True), **theirs)
    lock = SessionLock()

    assert (lock.locked(), lock.capability().works) == (is_taken, is_taken)
    lock.close()
    logind.go()
