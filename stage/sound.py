"""A private sound server with a microphone and loudspeakers that are none; never the person's own sound."""

import os
import select
import subprocess
from collections.abc import Callable
from typing import Literal

from core.clock import steady_s
from core.errors import MachineError
from stage.children import Children
from stage.private_bus import start_session_bus
from stage.standing import Standing

READY_WITHIN_S = 20.0
SoundServer = Literal["pulseaudio", "pipewire"]
_PIPEWIRE_SOCKET = "pipewire-0"
MICROPHONE, LOUDSPEAKERS = "microphone", "loudspeakers"
_PULSEAUDIO = ("pulseaudio", "--daemonize=no", "-n", "--exit-idle-time=-1", "--use-pid-file=no", "--disable-shm=yes")
_PULSEAUDIO_MODULES = (f"module-null-sink sink_name={LOUDSPEAKERS}", f"module-null-source source_name={MICROPHONE}")
_PIPEWIRE_MODULES = (
    ("module-null-sink", f"sink_name={LOUDSPEAKERS}"),
    ("module-null-sink", "media.class=Audio/Source/Virtual", f"sink_name={MICROPHONE}", "channel_map=mono"),
)


class Sound(Standing):
    """Entered as a context, it gives a running sound server; `kill` and `restart` play a crash of it."""

    def __init__(self, kind: SoundServer = "pulseaudio") -> None:
        super().__init__()
        self.kind = kind
        self._children = Children()
        self._servers: list[subprocess.Popen[bytes]] = []
        self._bus_address = ""

    @property
    def address(self) -> str:
        """What PULSE_SERVER says of it."""
        return f"unix:{self._home}/pulse/native"

    def environment(self) -> dict[str, str]:
        """What a program needs in its environment to be heard here and nowhere else."""
        own = {
            "XDG_RUNTIME_DIR": str(self._home),
            "XDG_CONFIG_HOME": str(self._home / "config"),
            "XDG_STATE_HOME": str(self._home / "state"),
            "HOME": str(self._home),
            "PULSE_SERVER": self.address,
            "DBUS_SYSTEM_BUS_ADDRESS": "disabled:",
            "DBUS_SESSION_BUS_ADDRESS": self._bus_address or "disabled:",
        }
        return {name: value for name, value in os.environ.items() if name != "DISPLAY"} | own

    def record(self, program: str, *, source: str = MICROPHONE, name: str = "Recorder") -> subprocess.Popen[bytes]:
        """Have a program of this name take sound from `source` until `hush`."""
        properties = (f"application.process.binary={program}", f"application.name={name}")
        command = ("parec", "--raw", f"--device={source}", *(f"--property={each}" for each in properties))
        return self._children.start(command, self.environment())

    def hush(self, recorder: subprocess.Popen[bytes]) -> None:
        """End a program that `record` started."""
        self._children.end(recorder)

    def recorders(self) -> int:
        """How many programs take sound from anywhere, by the server's own account."""
        return len((self._said("list", "short", "source-outputs") or "").splitlines())

    def kill(self) -> None:
        """End the server, and with it every recording."""
        while self._servers:
            server = self._servers.pop()
            server.kill()
            self._children.end(server)
        (self._home / _PIPEWIRE_SOCKET).unlink(missing_ok=True)  # what it leaves looks like a server that answers

    def restart(self) -> None:
        """Start it again at the same address; after `kill`."""
        if self.kind == "pulseaudio":
            modules = (f"module-native-protocol-unix socket={self._home}/pulse/native", *_PULSEAUDIO_MODULES)
            self._serve(*_PULSEAUDIO, *(f"--load={module}" for module in modules))
            self._await(self._has_sources)
            return
        for program in ("pipewire", "wireplumber", "pipewire-pulse"):
            self._serve(program)
            if program == "pipewire":
                self._await((self._home / _PIPEWIRE_SOCKET).exists)
        self._await(lambda: self._said("info") is not None)
        for module in _PIPEWIRE_MODULES:
            self._said("load-module", *module)
        self._await(self._has_sources)

    def _serve(self, *command: str) -> None:
        environment = {name: value for name, value in self.environment().items() if name != "PULSE_SERVER"}
        self._servers.append(self._children.start(command, environment))

    def _has_sources(self) -> bool:
        listed = (self._said("list", "short", "sources") or "").split()
        return MICROPHONE in listed and f"{LOUDSPEAKERS}.monitor" in listed

    def _said(self, *words: str) -> str | None:
        """What pactl says; None where it reaches no server."""
        command = ("pactl", *words)
        done = subprocess.run(
            command, env=self.environment(), capture_output=True, text=True, timeout=READY_WITHIN_S, check=False
        )
        return done.stdout if done.returncode == 0 else None

    def _await(self, ready: Callable[[], bool]) -> None:
        until = steady_s() + READY_WITHIN_S
        while not ready():
            if steady_s() > until or any(server.poll() is not None for server in self._servers):
                raise MachineError(f"{self.kind} did not start: {self._children.last_words()}", "run it by hand")
            select.select([], [], [], 0.05)

    def _begin(self) -> None:
        (self._home / "pulse").mkdir(mode=0o700)
        if self.kind == "pipewire":
            self._bus_address = start_session_bus(self._children, os.environ)
        self.restart()

    def _give_back(self) -> None:
        self._children.close()
