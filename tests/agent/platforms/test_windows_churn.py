"""Windows that come, go and change by the thousand, on live Wine."""

import threading

import pytest

from core.clock import steady_s
from tests.agent.platforms.windows_cast import HostedDesktop, WindowsCast
from tests.desktop import await_sight, shows, shows_nothing

pytestmark = pytest.mark.desktops
CHURN_S = 20.0
AT_ONCE = 4
CHANGES = 10_000
MIB = 1 << 20


@pytest.fixture
def native(windows_cast: WindowsCast) -> HostedDesktop:
    return windows_cast.host()


def test_windows_that_come_and_go_never_raise_and_never_outlive_themselves(
    windows_cast: WindowsCast, native: HostedDesktop
) -> None:
    """Twenty seconds of opening and closing, as fast as they can, while looking flat out."""
    claims = windows_cast.program("claims")
    over = threading.Event()
    seen: list[tuple[float, str]] = []
    ended_s: dict[str, float] = {}

    def churn() -> None:
        until = steady_s() + CHURN_S
        number = 0
        while steady_s() < until:
            claims.open(str(number), str(number))
            number += 1
            if number > AT_ONCE:
                close(number - AT_ONCE - 1)
        for left in range(max(0, number - AT_ONCE), number):
            close(left)
        over.set()

    def close(number: int) -> None:
        claims.close(str(number))
        ended_s[str(number)] = steady_s()

    churning = threading.Thread(target=churn)
    churning.start()
    while not over.is_set():
        began_s = steady_s()
        window = native.look().window
        if window is not None:
            seen.append((began_s, window.title))
    churning.join()

    assert len(ended_s) > 100
    assert len({title for _at, title in seen}) > 50
    assert [(at - ended_s[title], title) for at, title in seen if at > ended_s.get(title, at)] == []
    await_sight(native, shows_nothing)


def test_ten_thousand_changes_leave_nothing_behind(windows_cast: WindowsCast, native: HostedDesktop) -> None:
    """Each is seen, and they take no memory."""
    claims = windows_cast.program("claims")
    claims.do("tell")
    claims.open("a", "start")
    await_sight(native, shows("claims", "start"))

    def change(number: int) -> None:
        claims.retitle("a", f"title {number}")
        await_sight(native, shows("claims", f"title {number}"))

    for number in range(CHANGES // 10):
        change(number)
    before = native.resident_bytes()
    for number in range(CHANGES):
        change(number)

    assert native.resident_bytes() - before < MIB
