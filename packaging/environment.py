"""Makes the .venv of the project from the pinned requirements; never installs anything that has no hash."""

import os
import subprocess
import sys
from pathlib import Path

from progress import run

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOCK = ROOT / "requirements" / "dev.txt"


def main() -> int:
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check"]
    itself = ["--quiet", "--no-deps", "--no-build-isolation", "--editable", str(ROOT)]
    pinned = ["--no-deps", "--require-hashes", "--only-binary", ":all:", "--requirement", str(LOCK)]
    try:
        run("Making .venv", [sys.executable, "-m", "venv", *([] if _works() else ["--clear"]), str(VENV)])
        run("Installing the pinned Python packages: 140 MB to download, 470 MB on the disk", [*pip, "install", *pinned])
        run("Installing Engineroom itself", [*pip, "install", *itself], {**os.environ, "PYTHONWARNINGS": "ignore"})
        run("Checking that nothing is missing", [*pip, "check"])
    except subprocess.CalledProcessError:
        print("The .venv is not complete — read the message above, then run this again", file=sys.stderr)
        return 1
    return 0


def _works() -> bool:
    """Whether there is a .venv whose Python starts and is as new as this one."""
    if not PYTHON.exists():
        return False
    version = "import sys; print(*sys.version_info[:2])"
    asked = subprocess.run([PYTHON, "-c", version], capture_output=True, text=True, check=False)
    return asked.stdout.split() == [str(part) for part in sys.version_info[:2]]


if __name__ == "__main__":
    sys.exit(main())
