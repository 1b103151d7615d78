"""What every Wayland back-end keeps while nobody may look: no title, neither of before nor of meanwhile."""

import gc
from collections.abc import Iterator
from types import FunctionType, ModuleType

import pytest

from agent.platforms.wayland import WaylandDesktop
from tests.agent.platforms.wayland_cast import WaylandCast
from tests.desktop import await_sight, open_files, shows, shows_nothing

pytestmark = pytest.mark.desktops


def texts_in(thing: object) -> Iterator[str]:
    """Every text that can be reached from there, and every buffer as if it were one."""
    seen, waiting = {id(thing)}, [thing]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            yield each
        elif isinstance(each, bytes | bytearray):
            yield each.decode("utf-8", "replace")
        elif not isinstance(each, type | ModuleType | FunctionType):
            found = [inner for inner in gc.get_referents(each) if id(inner) not in seen]
            seen |= set(map(id, found))
            waiting += found


def knows(native: WaylandDesktop, word: str) -> bool:
    return any(word in text for text in texts_in(native))


def test_no_title_is_kept_or_told_during_a_rest(cast: WaylandCast, native: WaylandDesktop) -> None:
    """What was in front is forgotten, and what comes in front, or is renamed, never arrives; the next look sees it."""
    cast.open("claims", "Unheard before")
    await_sight(native, shows("claims", "Unheard before"))
    known = knows(native, "Unheard")
    native.rest()
    forgotten = not knows(native, "Unheard")
    cast.retitle("claims", "Unheard during")
    cast.open("mail", "Unheard behind")
    cast.retitle("mail", "Unheard in front")
    for _ in range(3):
        native.wait(0.2)
        native.rest()

    assert (known, forgotten) == (True, True)
    assert not knows(native, "Unheard")
    assert not knows(native, "mail")
    await_sight(native, shows("mail", "Unheard in front"))
    cast.hands.activate("claims")
    await_sight(native, shows("claims", "Unheard during"))


def test_rest_follows_rest_and_leaves_nothing_behind(cast: WaylandCast, native: WaylandDesktop) -> None:
    """Whatever opens and closes in between."""
    cast.open("claims", "Fall 0")
    await_sight(native, shows("claims", "Fall 0"))
    files = open_files()
    for number in range(1, 4):
        native.rest()
        assert next(told.works for told in native.capabilities())
        cast.open("mail", "Inbox")
        cast.close("mail")
        cast.retitle("claims", f"Fall {number}")
        await_sight(native, shows("claims", f"Fall {number}"))
        cast.retitle("claims", f"Fall {number}, next")
        await_sight(native, shows("claims", f"Fall {number}, next"))
    native.rest()
    cast.close("claims")
    await_sight(native, shows_nothing)

    assert open_files() == files
