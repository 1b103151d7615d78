"""Our extension in a live headless GNOME Shell: switched off and on, missing, too old, in both of its forms."""

import json
import os
import select
import signal
from collections.abc import Iterator
from contextlib import closing

import pytest
from jeepney import DBusAddress

from agent.platforms.gnome import GnomeView
from agent.platforms.gnome_installing import extension_files
from agent.platforms.gnome_shell import SHELL, UUID
from agent.platforms.message_bus import MessageBus
from agent.platforms.protocols import DesktopLost
from agent.platforms.wayland import WaylandDesktop
from core.capability import Capability, Sense
from stage.actor_client import ActorClient
from stage.compositor import Compositor
from stage.gnome import GnomeShell
from stage.gnome_hands import GnomeHands
from tests.agent.platforms.contract import FOR_EVER_S
from tests.agent.platforms.test_choose_desktop import choose
from tests.desktop import QT_ON_WAYLAND, await_sight, shows, shows_nothing
from tests.gnome_desktop import bare_gnome, gnome, view

__all__ = ["bare_gnome", "gnome", "view"]
pytestmark = pytest.mark.desktops
FRONT = DBusAddress("/org/engineroom/WindowInFront", SHELL, "org.engineroom.WindowInFront")
STORM = 2000


@pytest.fixture
def native(gnome: GnomeShell) -> Iterator[ActorClient]:
    """A program with Wayland windows."""
    with ActorClient(gnome.environment(**QT_ON_WAYLAND), "stage.qt_actor") as actor:
        yield actor


def window_of(desktop: WaylandDesktop) -> Capability:
    return next(told for told in desktop.capabilities() if told.sense is Sense.WINDOW)


def await_loss(desktop: WaylandDesktop) -> str:
    """The words in which the window is lost, once it is."""
    while True:
        try:
            desktop.look()
        except DesktopLost as lost:
            return str(lost)
        desktop.wait(FOR_EVER_S)


def test_an_extension_that_is_switched_off_is_said_and_found_again(
    gnome: GnomeShell, native: ActorClient, view: WaylandDesktop
) -> None:
    """Each ends a wait: by the person in the program Extensions, and all at once by the Shell after a crash."""
    native.open("a", app="claims", title="Fall 1")
    await_sight(view, shows("claims", "Fall 1"))
    for key, off, on, remedy in (
        ("enabled-extensions", "[]", f"['{UUID}']", "run `engineroom desktop install`"),
        ("disable-user-extensions", "true", "false", "gsettings set org.gnome.shell disable-user-extensions false"),
    ):
        gnome.set(key, off)
        assert "switched off" in await_loss(view)
        assert not window_of(view).works
        assert remedy in window_of(view).remedy

        gnome.set(key, on)
        view.wait(FOR_EVER_S)
        await_sight(view, shows("claims", "Fall 1"))
        assert window_of(view).works


def test_without_the_extension_the_session_is_known_and_the_remedy_named(bare_gnome: GnomeShell) -> None:
    """Idle time is measured all the same; the wait is not kept busy by what cannot be seen."""
    with closing(WaylandDesktop(GnomeView)) as desktop:
        told = {capability.sense: capability for capability in desktop.capabilities()}
        for _ in range(2):
            with pytest.raises(DesktopLost, match="that of Engineroom is not installed"):
                desktop.look()
            desktop.wait(0.1)

        assert desktop.name == "gnome"
        assert (told[Sense.WINDOW].works, told[Sense.IDLE].works) == (False, True)
        assert told[Sense.WINDOW].remedy == "run `engineroom desktop install`, then log out and in"
        assert desktop._view is not None
        assert not desktop._view.changed()


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"version": 0}, "older than this Engineroom"),
        ({"shell-version": ["3.38"]}, "installed for another release of GNOME Shell"),
    ],
    ids=["too old", "another release"],
)
def test_an_extension_that_does_not_fit_is_said(gnome: GnomeShell, change: dict[str, object], why: str) -> None:
    """After an update of Engineroom, or of GNOME; one that fails is said in the words of its error."""
    metadata = gnome.extensions / UUID / "metadata.json"
    metadata.write_text(json.dumps(json.loads(metadata.read_text()) | change), encoding="utf-8")
    gnome.kill()
    gnome.restart()

    with closing(WaylandDesktop(GnomeView)) as desktop:
        assert why in window_of(desktop).how
        assert "engineroom desktop install" in window_of(desktop).remedy
        with pytest.raises(DesktopLost, match=why):
            desktop.look()


def test_an_extension_that_fails_is_said_in_its_own_words(gnome: GnomeShell) -> None:
    """Whoever reports a fault has something to report."""
    (gnome.extensions / UUID / "extension.js").write_text("throw new Error('a bolt is loose');", encoding="utf-8")
    gnome.kill()
    gnome.restart()

    with closing(WaylandDesktop(GnomeView)) as desktop:
        assert window_of(desktop).how == "Engineroom's extension fails in GNOME Shell: a bolt is loose"


def test_windows_of_both_kinds_are_told_apart(gnome: GnomeShell, native: ActorClient, view: WaylandDesktop) -> None:
    """By the Shell's own word, with the process that each belongs to."""
    native.open("a", app="claims", title="Fall 1")
    await_sight(view, shows("claims", "Fall 1"))
    with closing(MessageBus("SESSION")) as line, ActorClient(gnome.environment()) as actor:
        on_wayland = line.ask(FRONT, "Get")
        actor.open("b", app="Mousepad", title="Ärger")
        await_sight(view, shows("mousepad", "Ärger"))

        assert on_wayland == (True, "claims", "Fall 1", native.pid, "wayland")
        assert line.ask(FRONT, "Get") == (True, "Mousepad", "Ärger", actor.pid, "x11")


def test_the_extension_stays_while_the_screen_is_locked(
    gnome: GnomeShell, native: ActorClient, view: WaylandDesktop
) -> None:
    """Else the desktop would be lost a moment before it is known to be locked, and once more when it is open again."""
    native.open("a", app="claims", title="Fall 1")
    await_sight(view, shows("claims", "Fall 1"))
    with closing(MessageBus("SESSION")) as line:
        line.watch(sender=SHELL, interface="org.gnome.Shell.Extensions", member="ExtensionStateChanged")
        line.heard()
        for change in ("pushMode", "popMode"):
            gnome.evaluate(f"Main.sessionMode.{change}('unlock-dialog')")
            assert window_of(view).works
            view.look()

        assert not line.heard()
    await_sight(view, shows("claims", "Fall 1"))


def test_titles_that_nobody_asks_for_are_not_told(gnome: GnomeShell, native: ActorClient, view: WaylandDesktop) -> None:
    """One signal without content for any number of changes, until somebody asks; the last of them is not missed."""
    native.open("a", app="claims", title="Fall")
    await_sight(view, shows("claims", "Fall"))
    with closing(MessageBus("SESSION")) as line:
        line.watch(sender=SHELL, path=FRONT.object_path)
        line.heard()
        gnome.evaluate(
            f"for (let n = 0; n < {STORM}; n++) global.display.focus_window.notify('title');"
            "global.engineroom_storm = true"
        )
        connection = line._connection
        told = [connection.receive(timeout=30).body]
        assert line.has(SHELL)
        assert line.heard() is False

    assert told == [()]
    native.retitle("a", "Fall 2")
    await_sight(view, shows("claims", "Fall 2"))


def test_a_shell_that_answers_again_after_it_hung_is_news(gnome: GnomeShell) -> None:
    """It owes no signal for that: its late answers are one."""
    with closing(GnomeView()) as view:
        while view.changed():
            view.look()
        os.kill(gnome.pid, signal.SIGSTOP)
        try:
            with pytest.raises(DesktopLost, match="GNOME Shell does not answer"):
                view.look()
            hung = view.changed()
        finally:
            os.kill(gnome.pid, signal.SIGCONT)
        select.select(view.filenos(), [], [], FOR_EVER_S)

        assert (hung, view.changed()) == (False, True)
        assert view.look().idle_ms is not None


def test_it_is_chosen_where_gnome_draws_the_screen(gnome: GnomeShell) -> None:
    """Although XWayland offers a DISPLAY, and whatever the session calls itself."""
    environment = gnome.environment()
    assert environment["DISPLAY"]

    assert choose(environment)[:2] == ("gnome", True)
    assert choose({**environment, "XDG_CURRENT_DESKTOP": "ubuntu:GNOME", "XDG_SESSION_TYPE": "tty"})[0] == "gnome"


def test_it_is_chosen_without_its_extension_too(bare_gnome: GnomeShell) -> None:
    """The remedy is one command, and not another desktop."""
    name, works, _how, remedy = choose(bare_gnome.environment())

    assert (name, works) == ("gnome", False)
    assert "engineroom desktop install" in remedy


def test_another_compositor_on_the_same_bus_is_not_taken_for_it(
    gnome: GnomeShell, weston: Compositor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A nested one has windows of its own."""
    for name in ("XDG_RUNTIME_DIR", "WAYLAND_DISPLAY"):
        monkeypatch.setenv(name, weston.environment()[name])

    with pytest.raises(DesktopLost, match="GNOME Shell does not draw this screen"):
        GnomeView()


def test_the_form_for_45_loads_and_answers_too(gnome: GnomeShell, native: ActorClient, view: WaylandDesktop) -> None:
    """In the engine of this Shell, which knows modules, with a stand-in for what only a Shell from 45 on has."""
    native.open("a", app="claims", title="Fall 1")
    await_sight(view, shows("claims", "Fall 1"))
    stand_in, module = gnome.folder / "stand_in.js", gnome.folder / "module.js"
    stand_in.write_text("export class Extension {}\n", encoding="utf-8")
    module.write_text(
        extension_files(45)["extension.js"]
        .replace("resource:///org/gnome/shell/extensions/extension.js", stand_in.as_uri())
        .replace(FRONT.object_path, "/org/engineroom/Module"),
        encoding="utf-8",
    )
    gnome.evaluate(f"import('{module.as_uri()}').then(m => {{ global.module = new m.default(); }}); null")
    while gnome.evaluate("!global.module"):
        view.wait(0.02)
    with closing(MessageBus("SESSION")) as line:
        place = DBusAddress("/org/engineroom/Module", SHELL, FRONT.interface)
        before = line.ask(place, "Get")
        gnome.evaluate("global.module.enable(); null")
        answer = line.ask(place, "Get")
        line.watch(sender=SHELL, path=place.object_path)
        line.heard()
        native.retitle("a", "Fall 2")
        heard = line._connection.receive(timeout=30)
        gnome.evaluate("global.module.disable(); null")

        assert before is None
        assert answer == (True, "claims", "Fall 1", native.pid, "wayland")
        assert heard.body == ()
        assert line.ask(place, "Get") is None


def test_the_desktop_behind_all_windows_is_no_window(
    gnome: GnomeShell, native: ActorClient, view: WaylandDesktop
) -> None:
    """Nothing is in front when all is put away, and the window is back when it is."""
    hands = GnomeHands(gnome)
    native.open("a", app="claims", title="Fall 1")
    await_sight(view, shows("claims", "Fall 1"))
    hands.clear()
    await_sight(view, shows_nothing)
    hands.uncover()
    await_sight(view, shows("claims", "Fall 1"))
