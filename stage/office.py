"""A short office session on a screen of its own, recorded by the real agent; never touches the person's record.

`python -m stage.office [--into FOLDER]` opens and switches real programs for about a minute, then prints the day's
report and the paths of the screenshots.
"""

import argparse
import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from agent.control import AgentAbsent, Request, Status, ask
from core.clock import steady_s
from core.errors import EngineroomError, MachineError
from core.paths import user_paths
from stage.hands import Hands
from stage.papers import lay_out
from stage.xserver import ScreenSize, XServer

SETTINGS = """idle_threshold_s = 10
person = "A. Brandt"
"""
SESSION_S = 62
AGENT_WITHIN_S = 30.0
DILLO_DAEMON = "/usr/libexec/dillo/dpid"
"""Started here, because one that dillo starts outlives it."""
SCREEN = ScreenSize(width=1440, height=900)


@dataclass(frozen=True, slots=True)
class Step:
    """What the person does, and for how many seconds."""

    says: str
    seconds: float
    act: Callable[[], None]


class Office:
    """One person, one screen, one agent."""

    def __init__(self, screen: XServer, folder: Path) -> None:
        self._screen = screen
        self._papers = folder / "papers"
        self._share = folder / "shared"
        self._home = folder / "home"
        self._pictures = folder / "screenshots"
        for each in (self._papers, self._share, self._home / "config", self._pictures, folder / ".dillo"):
            each.mkdir(parents=True)
        (self._home / "config" / "settings.toml").write_text(SETTINGS, encoding="utf-8")
        lay_out(self._papers)
        own = {f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in ("CONFIG", "CACHE", "DATA", "STATE")}
        self._environment = screen.environment(
            ENGINEROOM_HOME=str(self._home), HOME=str(folder), NO_AT_BRIDGE="1", QT_QPA_PLATFORM="xcb", **own
        )
        self._hands = Hands(self._environment)
        self._programs: list[subprocess.Popen[bytes]] = []

    def play(self) -> None:
        """Acknowledge the notice, work for a minute, share the totals, print and picture what was recorded."""
        self._start(DILLO_DAEMON)
        self._start(sys.executable, "-m", "gui.app")
        self._acknowledge()
        began = steady_s()
        for step in self._steps():
            print(f"[{steady_s() - began:4.0f} s of {SESSION_S} s] {step.says}", flush=True)
            step.act()
            self._hands.stay(step.seconds)
        print("\nThe day as the agent recorded it:\n", flush=True)
        self._engineroom("report", "today")
        print(flush=True)
        self._engineroom("report", "today", "--by", "app")
        print("\nWhat may leave this computer, shared:\n", flush=True)
        self._engineroom("share", "--to", str(self._share), "--yes")
        self._picture()

    def close(self) -> None:
        """End every program that was started, the agent in order."""
        with contextlib.suppress(EngineroomError):
            os.kill(self._status().pid, signal.SIGTERM)
        for program in reversed(self._programs):
            self._screen.end(program)

    def _acknowledge(self) -> None:
        print("The notice comes first: reading it page by page, then acknowledging it.", flush=True)
        window = "Before anything is recorded"
        self._hands.front(window)
        self.grab("notice")
        for _page in range(4):
            self._hands.stay(0.7)
            self._hands.press("Return")
        self._until_recording()

    def _until_recording(self) -> None:
        until = steady_s() + AGENT_WITHIN_S
        while steady_s() < until:
            with contextlib.suppress(AgentAbsent):
                print(f"Recording with the back-end {self._status().backend}.", flush=True)
                return
            self._hands.leave(0.3)
        raise MachineError("The agent did not begin to record", f"look into the logs below {self._home}")

    def _status(self) -> Status:
        return ask(user_paths().socket, Request("status"), Status)

    def _steps(self) -> list[Step]:
        hands, sheet, letter = self._hands, "Recon_March", "Claim letter"
        return [
            Step("gnumeric: opening the reconciliation sheet", 3, self._opens("gnumeric", f"{sheet}.csv", sheet)),
            Step("gnumeric: typing amounts", 5, lambda: hands.type("1210.75\n44.10\n980\n")),
            Step("dillo: looking up water exclusions", 6, self._opens("dillo", "wiki.html", "Policy wiki")),
            Step("mousepad: writing to Ms Ilves", 2, self._opens("mousepad", f"{letter} Ilves.txt", letter)),
            Step("mousepad: typing", 4, lambda: hands.type("We will send an expert on Thursday morning. ")),
            Step("gnumeric: back to the sheet", 4, lambda: hands.front(sheet)),
            Step("dillo: how did the match end?", 4, self._opens("dillo", "news.html", "Football")),
            Step("mousepad: finishing the letter", 3, lambda: hands.front(letter)),
            Step("mousepad: typing", 2, lambda: hands.type("Kind regards ")),
            Step("nobody is at the desk: idle after ten seconds", 0, lambda: hands.leave(16)),
            Step("mousepad: somebody is back", 3, lambda: hands.type("A. Brandt")),
            Step("gnumeric: closing the month", 3, lambda: hands.front(sheet)),
        ]

    def _opens(self, program: str, paper: str, title: str) -> Callable[[], None]:
        """An act: open a paper in a program, and bring its window to the front."""

        def act() -> None:
            self._start(program, str(self._papers / paper))
            self._hands.front(title)

        return act

    def _start(self, *command: str) -> subprocess.Popen[bytes]:
        program = self._screen.run(*command, **self._environment)
        self._programs.append(program)
        return program

    def _engineroom(self, *words: str) -> None:
        subprocess.run([sys.executable, "-m", "cli.main", *words], env=self._environment, check=True)

    def grab(self, name: str) -> Path:
        """A picture of the whole screen."""
        path = self._pictures / f"{name}.png"
        subprocess.run(["import", "-window", "root", str(path)], env=self._environment, check=True)
        return path

    def _picture(self) -> None:
        print("\nTaking the pictures.", flush=True)
        subprocess.run(
            [sys.executable, "-m", "gui.pictures.screenshots", str(self._pictures), "--shared", str(self._share)],
            env=self._environment, check=True,
        )  # fmt: skip
        print("\nScreenshots of what the agent recorded in this run:")
        for path in sorted(self._pictures.glob("*.png")):
            print(f"  {path}")


def main() -> int:
    """Play the session; exit code 1 with one line where it cannot be played."""
    parser = argparse.ArgumentParser(description="Play a short office session on a virtual screen and show the report.")
    parser.add_argument("--into", type=Path, help="an empty folder for the record and the screenshots")
    parsed = parser.parse_args()
    folder = parsed.into or Path(tempfile.mkdtemp(prefix="engineroom-office-"))
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["ENGINEROOM_HOME"] = str(folder / "home")
    print(f"No screen here: bringing a virtual one of {SCREEN.width} x {SCREEN.height}, {SESSION_S} s of office work.")
    try:
        with XServer(window_manager="openbox", tray=True, size=SCREEN) as screen:
            office = Office(screen, folder)
            try:
                office.play()
            except MachineError:
                print(f"What was on the screen: {office.grab('failure')}", file=sys.stderr)
                raise
            finally:
                office.close()
    except EngineroomError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
