"""Every window in words that need more room, with the texts that are cut; never shown to anybody.

`python -m tests.gui.wordy_windows FOLDER WORDS [light|dark]` takes pictures and names what is cut; WORDS is a language,
or `longer` for English whose words are 40 % longer.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from unittest import mock

from PySide6.QtCore import QLocale
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from gui.speaking import TRANSLATED, speak
from gui.theme import Scheme
from stage import pictures
from tests.gui.room import Lengthening, cut_in

LONGER = "longer"
AT_HOME = "ENGINEROOM_WORDY_HOME"
"""Set for the process that draws, which needs the surroundings of the generated month."""


def cut_words(folder: Path, words: str, scheme: Scheme = "light") -> str:
    """One line for each text that is cut in a window; `folder` gets a picture of each."""
    with tempfile.TemporaryDirectory(prefix="engineroom-wordy-") as home:
        pictures._furnish(Path(home))
        surroundings = pictures._surroundings(Path(home), 100) | {AT_HOME: home}
        drawn = subprocess.run(
            [sys.executable, "-m", "tests.gui.wordy_windows", str(folder), words, scheme],
            env=surroundings, stdout=subprocess.PIPE, text=True, check=True,
        )  # fmt: skip
    return drawn.stdout


class _Everything:
    """Whatever is asked for is in it: in other languages the documentation has some windows only."""

    def __contains__(self, _name: object) -> bool:
        return True


def _draw(home: Path, folder: Path, words: str, scheme: Scheme) -> None:
    """As for the documentation, but for the words."""
    spoken = words if words in TRANSLATED else "en"

    def speak_so(application: QApplication, language: str, customs: QLocale) -> None:
        speak(application, language, customs)
        if words == LONGER:
            application.installTranslator(Lengthening(application))

    def keep(picture: QPixmap, path: Path) -> None:
        picture.save(str(path))
        for window in filter(lambda window: window.isVisible(), QApplication.topLevelWidgets()):
            for cut in cut_in(window):
                print(f"{path.stem}: {cut}")

    with (
        mock.patch.object(pictures, "speak", speak_so),
        mock.patch.object(pictures, "save", keep),
        mock.patch.object(pictures, "IN_GERMAN_AND_LARGE", _Everything()),
    ):
        pictures._shoot(folder, home, scheme, spoken, 100)


if __name__ == "__main__":
    into, said, *rest = sys.argv[1:]
    Path(into).mkdir(parents=True, exist_ok=True)
    look: Scheme = "dark" if rest == ["dark"] else "light"
    if AT_HOME in os.environ:
        _draw(Path(os.environ[AT_HOME]), Path(into).resolve(), said, look)
    else:
        print(cut_words(Path(into), said, look), end="")
