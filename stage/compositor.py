"""A private headless Wayland compositor for a plain user; never the person's own screen, and never run as root."""

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace

from core.errors import MachineError
from stage.plain_user import as_plain_user, hand_over
from stage.private_bus import start_bus_for_all
from stage.screen import NO_BUS, Screen


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """How one compositor is told what to do; in command and settings, `{ready}` stands for a script to start."""

    name: str
    command: tuple[str, ...]
    settings: str
    """The content of the file `{settings}`."""
    bus: bool = False
    """Whether it needs a session bus, on which nothing else is started."""
    copied: tuple[str, ...] = ()
    """Programs to run from a copy, which has no file capabilities: a container grants none of them."""
    is_killed: bool = False
    """Whether it is not asked to end, because it may wait for seconds in vain for its X server."""


SWAY = Kind(
    name="sway",
    command=("sway", "--config", "{settings}"),
    settings="xwayland enable\noutput HEADLESS-1 resolution 1280x800\nexec {ready}\n",
)
WESTON = Kind(
    name="weston",
    command=("weston", "--backend=headless-backend.so", "--config={settings}"),
    settings="[autolaunch]\npath={ready}\n",
)
_KWIN_OPTIONS = ("--virtual", "--width=1280", "--height=800", "--xwayland", "--no-lockscreen", "--no-global-shortcuts")
KWIN = Kind(
    name="kwin",
    command=("kwin_wayland", *_KWIN_OPTIONS, "{ready}"),
    settings="",
    bus=True,
    copied=("kwin_wayland",),
    is_killed=True,
)
KWIN_BY_WRAPPER = replace(KWIN, command=("kwin_wayland_wrapper", *_KWIN_OPTIONS, "{ready}"), is_killed=False)
"""As a Plasma session starts it: again whenever it crashes."""


class Compositor(Screen):
    """`with Compositor(SWAY) as screen:` gives a running one, ready for windows."""

    def __init__(self, kind: Kind) -> None:
        super().__init__(kind.name, as_user=as_plain_user())  # sway refuses root
        self._kind = kind
        self._bus_address = NO_BUS
        self._named: dict[str, str] = {}

    def _own(self) -> Mapping[str, str]:
        homes = dict.fromkeys(("HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"), str(self._home))
        return {
            **homes,
            "PATH": f"{self._home}:{os.environ['PATH']}",
            "XDG_SESSION_TYPE": "wayland",
            "DBUS_SESSION_BUS_ADDRESS": self._bus_address,
            "WLR_BACKENDS": "headless",
            "WLR_LIBINPUT_NO_DEVICES": "1",
            "WLR_RENDERER": "pixman",
            "KWIN_COMPOSE": "Q",  # drawn by the processor
            "KWIN_WAYLAND_NO_PERMISSION_CHECKS": "1",  # the stage may play a keyboard
            **self._named,
        }

    def _furnish(self) -> None:
        ready = self._home / "ready.sh"
        let_in = "[ -z $DISPLAY ] || xhost +si:localuser:root\n" if os.geteuid() == 0 else ""
        ready.write_text(f"#!/bin/sh\n{let_in}echo $WAYLAND_DISPLAY,$SWAYSOCK,$DISPLAY 1<> {self._home}/said\n")
        ready.chmod(0o755)
        (self._home / "settings").write_text(self._kind.settings.format(ready=ready), encoding="utf-8")
        os.mkfifo(self._home / "said")
        for program in self._kind.copied:
            installed = shutil.which(program)
            if installed is None:
                raise MachineError(f"{program} is not installed", "run `make test-desktops`")
            shutil.copy(installed, self._home)
        hand_over(self._home)
        if self._kind.bus:
            self._bus_address = start_bus_for_all(self._children, os.environ, self._home, as_user=self._as_user)

    def _start(self) -> None:
        self._named = {}
        said = os.open(self._home / "said", os.O_RDWR | os.O_NONBLOCK)  # else it ends with the first who writes
        command = [
            part.format(settings=self._home / "settings", ready=self._home / "ready.sh") for part in self._kind.command
        ]
        try:
            self._server = self.run(*command)
            line = self._children.announced(self._server, said, self.name)
        finally:
            os.close(said)
        names = ("WAYLAND_DISPLAY", "SWAYSOCK", "DISPLAY")
        self._named = {name: value for name, value in zip(names, line.split(","), strict=True) if value}

    def _give_back(self) -> None:
        if self._kind.is_killed and self._server is not None:
            self.kill()
        super()._give_back()
