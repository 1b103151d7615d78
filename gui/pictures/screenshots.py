"""Pictures of the windows as they are, with whatever the record holds; never shows anything made up."""

import argparse
import functools
import sys
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QApplication

from agent.control import ask
from core.paths import policy_file, user_paths
from gui.access.record_access import RecordAccess
from gui.pictures import shots
from gui.pictures.studio import Studio
from gui.speaking import SOURCE, TRANSLATED, language_wanted, speak
from gui.theme import Appearance

OF_TIME = 2
"""Day and week: a minute of work has no month."""
SMALLEST_FILE = 0
"""Of Qt's qualities of a PNG, for which it packs the longest."""


def save(picture: QPixmap | QImage, path: Path) -> None:
    picture.save(str(path), None, SMALLEST_FILE)


def main() -> int:
    parsed = _parse()
    application = QApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    appearance, paths = Appearance(application), user_paths()
    if parsed.scheme:
        appearance.wear(parsed.scheme)
    speak(
        application,
        parsed.language or language_wanted(paths, QLocale.system().uiLanguages()),
        QLocale(parsed.language or QLocale.system()),
    )
    access = RecordAccess(paths=paths, policy=policy_file())
    studio = Studio(appearance, access, functools.partial(ask, paths.socket), parsed.folder)
    wanted = [shots.popover(studio.windows), *[*shots.of_time(studio.windows)][:OF_TIME]]
    if parsed.shared:
        wanted.append(shots.supervisor(studio.windows, str(parsed.shared)))
    studio.photograph(wanted, lambda name, picture: save(picture, parsed.folder / f"{name}.png"))
    studio.close()
    return 0


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Write pictures of the popover, the day, the week and the supervisor's page."
    )
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("--shared", type=Path, help="a folder with shared totals, for the supervisor's page")
    parser.add_argument("--language", choices=(SOURCE, *TRANSLATED), help="that of the system if not given")
    parser.add_argument("--scheme", choices=("light", "dark"), help="that of the system if not given")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
