"""Lays out the pinned macOS libraries in build/macos, for a test to read what they offer; never runs any of it."""

import os
import re
import subprocess
import sys
from pathlib import Path

from progress import run

ROOT = Path(__file__).resolve().parent.parent
PINS = ROOT / "requirements" / "run.txt"
HERE = ROOT / "build" / "macos"
READY = HERE / "ready"
WANTED = "pyobjc-"
FOR_THE_TEST = (
    "pyobjc-framework-coreaudio==12.2.2 "
    "--hash=sha256:2217911fb21cd6d8002d0895f6353a15fd6ce2c4e191b3f4cb6e16ad7a428591\n"
)
"""The numbers of CoreAudio's header, which the agent itself asks without a library."""


def main() -> int:
    HERE.mkdir(parents=True, exist_ok=True)
    READY.unlink(missing_ok=True)
    pins = HERE / "pins.txt"
    pins.write_text(_wanted(PINS.read_text(encoding="utf-8")) + FOR_THE_TEST, encoding="utf-8")
    unpack = [sys.executable, "-m", "pip", "install", "--quiet", "--upgrade", "--target", str(HERE / "libraries")]
    mac = ["--platform", "macosx_13_0_arm64", "--python-version", "3.11", "--only-binary", ":all:", "--no-deps"]
    try:
        run("Unpacking the pinned macOS libraries", [*unpack, *mac, "--require-hashes", "-r", str(pins)], os.environ)
    except (OSError, subprocess.CalledProcessError) as error:
        print(
            f"The macOS libraries are not complete: {error} — check the network, then run this again", file=sys.stderr
        )
        return 1
    READY.touch()
    return 0


def _wanted(pins: str) -> str:
    """Those of macOS, without the condition that would leave them out on this system."""
    found = (pin for pin in re.split(r"\n(?=\w)", pins) if pin.startswith(WANTED))
    return "".join(re.sub(r" ; [^\\\n]*", " ", pin) + "\n" for pin in found)


if __name__ == "__main__":
    sys.exit(main())
