"""Collects the licence texts of everything that is frozen along; never judges them."""

import re
import shutil
import sysconfig
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements" / "run.txt"
LICENCE_FILE = re.compile(r"(licen[cs]e|copying|authors|notice)[^/]*$", re.IGNORECASE)
TEXTS_IN_DEBIAN = ("pyside6-essentials", "shiboken6")
"""Come without a licence file: the LGPL stands in /usr/share/common-licenses."""


def collect_licences(target: Path) -> None:
    """Copy each text below `target`; raises LookupError for a library that comes without one."""
    for name in [*re.findall(r"^([a-z0-9-]+)==", LOCK.read_text(encoding="utf-8"), re.MULTILINE), "pyinstaller"]:
        try:
            files = distribution(name).files or []
        except PackageNotFoundError:
            continue  # a library of another system
        texts = [file for file in files if ".dist-info" in file.parts[0] and LICENCE_FILE.match(file.name)]
        if not texts and name not in TEXTS_IN_DEBIAN:
            raise LookupError(f"{name} comes without its licence — look for the text and pack it")
        for text in texts:
            _copy(Path(str(text.locate())), target / name)
    _copy(Path(sysconfig.get_path("stdlib")) / "LICENSE.txt", target / "python")


def _copy(text: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(text, folder / text.name)
