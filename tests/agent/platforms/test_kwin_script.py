"""Our script for KWin in an engine like KWin's, with the names of KWin 5 and of KWin 6, which we have no copy of."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtQml import QJSEngine

from agent.platforms import kwin_script

NAMES = {
    5: {"front": "activeClient", "activated": "clientActivated", "added": "clientAdded", "all": "clientList"},
    6: {"front": "activeWindow", "activated": "windowActivated", "added": "windowAdded", "all": "windowList"},
}
WORLD = """
var told = [];
function callDBus(...words) { told.push(words); }
function signal() {
    const listeners = [];
    return { connect: each => listeners.push(each), emit: (...values) => listeners.forEach(each => each(...values)) };
}
function windowOf(caption, resourceClass, internalId) {
    return { caption, resourceClass, internalId, pid: 42, captionChanged: signal(),
        windowClassChanged: signal() };
}
var claims = windowOf("Fall 1", "claims", "{1}");
var workspace = { FRONT: claims, ALL: () => [claims], ACTIVATED: signal(), ADDED: signal() };
function activate(window) { workspace.FRONT = window; workspace.ACTIVATED.emit(window); }
function retitle(window, caption) { window.caption = caption; window.captionChanged.emit(); }
"""


@dataclass(frozen=True, slots=True)
class World:
    """A KWin that a test plays."""

    application: QCoreApplication
    """Must live as long as the engine."""
    engine: QJSEngine

    def do(self, statement: str) -> str:
        """What it gives, as text."""
        done: Any = self.engine.evaluate(statement)
        assert not done.isError(), done.toString()
        return str(done.toString())

    def told(self) -> list[str | None]:
        """The titles that were told since the last time; None for nothing in front."""
        calls = json.loads(self.do("JSON.stringify(told.splice(0))"))
        assert all(call[:4] == ["@LISTENER@", "@PATH@", "@INTERFACE@", "Shown"] for call in calls)
        fronts = [json.loads(call[4]) for call in calls]
        assert all(front is None or front["pid"] == 42 for front in fronts)
        return [front and front["title"] for front in fronts]


@pytest.fixture(params=NAMES, ids=["kwin5", "kwin6"])
def world(request: pytest.FixtureRequest) -> World:
    names = NAMES[request.param]
    played = WORLD
    for word, name in names.items():
        played = played.replace(word.upper(), name)
    world = World(QCoreApplication.instance() or QCoreApplication([]), QJSEngine())
    world.do(played)
    world.do(Path(kwin_script.__file__).with_suffix(".js").read_text(encoding="ascii"))
    return world


def test_what_is_in_front_is_told_at_the_start(world: World) -> None:
    """Nobody has to change anything first."""
    assert world.told() == ["Fall 1"]


def test_every_change_in_front_is_told_and_no_other(world: World) -> None:
    """Windows that were there, windows that came later, and none at all."""
    world.told()
    world.do("var mail = windowOf('Inbox', 'mail', '{2}'); workspace.windowAdded?.emit(mail)")
    world.do("workspace.clientAdded?.emit(mail)")
    assert world.told() == []
    world.do("activate(mail); retitle(mail, 'Outbox'); retitle(claims, 'Fall 2')")
    assert world.told() == ["Inbox", "Outbox"]
    world.do("activate(claims); retitle(claims, 'Fall 3'); activate(null); retitle(claims, 'Fall 4')")
    assert world.told() == ["Fall 2", "Fall 3", None]


def test_a_window_is_known_by_its_id(world: World) -> None:
    """KWin may show one window as two objects."""
    world.told()
    world.do("activate(Object.assign({}, claims))")
    world.do("retitle(claims, 'Fall 2')")

    assert world.told() == ["Fall 1", "Fall 1"]
