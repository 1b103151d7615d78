"""Builds the installer for this system into dist/: dispatches, and never builds anything itself.

The rooms are in packaging/, which has no `__init__.py`: with one it would hide the library of that name.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from core.version import VERSION

ROOT = Path(__file__).resolve().parent


def main() -> int:
    if not shutil.which("dpkg-deb"):
        print("An installer can only be built on Debian so far — run this there", file=sys.stderr)
        return 1
    sys.path.insert(0, str(ROOT / "packaging"))
    from debian import build_deb
    from freeze import freeze

    work = ROOT / "build" / "installer"
    try:
        package = build_deb(freeze(work), VERSION, work, ROOT / "dist")
    except subprocess.CalledProcessError as error:
        print(f"{error.cmd[0]} failed — the reason stands in what it printed above", file=sys.stderr)
        return 1
    print(f"Built {package.relative_to(ROOT)}, {package.stat().st_size / 1e6:.0f} MB.")
    print(f"Install it with: sudo apt-get install ./{package.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
