"""Pictures of every window for the documentation, from a generated month and labelled so; never of anybody's record.

`python -m stage.pictures FOLDER` writes each window in light and in dark, and three of them in German and at 200 %.
"""

import argparse
import contextlib
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from datetime import time as time_of_day
from pathlib import Path
from unittest import mock

from PySide6.QtCore import QLocale, QRect, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from core.clock import MS_PER_MIN, now_ms, offset_min
from core.example import Example
from core.notice import Notice
from core.paths import Paths, paths_below
from core.span import State
from gui.access.record_access import RecordAccess
from gui.notice.desktop_showing import DesktopShowing
from gui.pictures import shots
from gui.pictures.photographer import Shot
from gui.pictures.screenshots import save
from gui.pictures.studio import Studio
from gui.speaking import speak
from gui.theme import Appearance, Scheme
from stage.office_month import FIRST_DAY, NOW, ZONE, office_month, write_month
from stage.office_team import share_month, share_team
from stage.quiet_agent import NoAgent, QuietAgent
from storage.engine import open_for_writing, transaction
from storage.receipts import note_accepted, note_shown

LABEL = "Generated data: no person, no real work"
PERSON, TEAM = "A. Brandt", "Claims North"
EXAMPLES = (("Claims desk", "Claim 44359 – Haas"), ("firefox", "Storm deductibles – Policy wiki"))
EARLY = time_of_day(7, 40)
SCREEN = '{"screens": [{"name": "wide", "x": 0, "y": 0, "width": 4000, "height": 3000, "dpr": 1}]}'
COLOURS = 256
LABEL_HEIGHT = 22
CUSTOMS = {"en": "en_GB", "de": "de_DE"}
IN_GERMAN_AND_LARGE = ("popover", "day", "week")
RUNS: tuple[tuple[Scheme, str, int], ...] = (
    ("light", "en", 100),
    ("dark", "en", 100),
    ("light", "de", 100),
    ("light", "en", 200),
)
UNKNOWN_APP = "planner"
SELECTED_MINUTES = (45, 97)
"""Of the last day's third hour."""


def main() -> int:
    parsed = _parse()
    if parsed.home is not None:
        _shoot(parsed.folder.resolve(), parsed.home, parsed.scheme, parsed.language, parsed.percent)
        return 0
    parsed.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="engineroom-pictures-") as home:
        _furnish(Path(home))
        for number, (scheme, language, percent) in enumerate(RUNS, start=1):
            print(f"[{number} of {len(RUNS)}] {scheme}, {language}, {percent} %", flush=True)
            subprocess.run(
                [sys.executable, "-m", "stage.pictures", str(parsed.folder), "--home", home, "--scheme", scheme,
                 "--language", language, "--percent", str(percent)],
                env=_surroundings(Path(home), percent), check=True,
            )  # fmt: skip
    for picture in sorted(parsed.folder.glob("*.png")):
        print(picture)
    return 0


def _furnish(home: Path) -> None:
    """Two desks: one with a month behind it, and one on its first day."""
    month = paths_below(home / "month")
    team = Path(TEAM)
    with _made_up(), contextlib.chdir(home):  # so that the folder of the team has a name without this machine in it
        team.mkdir()
        write_month(month, list(office_month()))
        share_month(month, PERSON, team)
        share_team(team, home / "others")
        _read_notice(month)
    (home / "screen.json").write_text(SCREEN, encoding="utf-8")
    (home / "empty" / "config").mkdir(parents=True)


def _surroundings(home: Path, percent: int) -> dict[str, str]:
    return {
        **os.environ,
        "ENGINEROOM_HOME": str(home / "month"),
        "QT_QPA_PLATFORM": f"offscreen:configfile={home / 'screen.json'}",
        "QT_SCALE_FACTOR": f"{percent / 100:g}",
        "TZ": str(ZONE),
    }


def _shoot(folder: Path, home: Path, scheme: Scheme, language: str, percent: int) -> None:
    """Every window in one scheme, language and size."""
    application = QApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    application.setFont(QFont("Inter", 10))
    appearance = Appearance(application)
    appearance.wear(scheme)
    speak(application, language, QLocale(CUSTOMS[language]))
    after = "".join(f"-{part}" for part in (scheme, language, f"{percent}") if part not in {"en", "100"})
    chosen = None if (language, percent) == ("en", 100) else IN_GERMAN_AND_LARGE

    def keep(name: str, picture: QPixmap) -> None:
        save(_labelled(picture, appearance), folder / f"{name}{after}.png")

    with _made_up(), contextlib.chdir(home):
        for studio, wanted in _sessions(appearance, home):
            studio.photograph([shot for shot in wanted if chosen is None or shot.name in chosen], keep)
            studio.close()


def _sessions(appearance: Appearance, home: Path) -> Iterator[tuple[Studio, list[Shot]]]:
    paths = paths_below(home / "month")
    studio = Studio(appearance, _access(paths), QuietAgent(paths), _empty_folder(home))
    windows = studio.windows
    other_pages = [key for key in windows.window().keys if key not in {"day", "rules", "notice", "supervisor"}]
    yield (
        studio,
        [
            shots.popover(windows),
            *shots.of_time(windows),
            shots.selection(windows, _selected()),
            shots.rule(windows, _unknown()),
            *(shots.page(windows, key) for key in other_pages),
            shots.keys(windows),
            shots.supervisor(windows, TEAM),
            shots.share(windows),
            shots.entry(windows),
            *shots.notice(windows),
        ],
    )
    first_day = paths_below(home / "empty")
    studio = Studio(appearance, _access(first_day), NoAgent(), _empty_folder(home))
    yield studio, [shots.renamed("empty", shots.page(studio.windows, "day"))]


def _empty_folder(home: Path) -> Path:
    """So that no window remembers where it stood on another picture."""
    return Path(tempfile.mkdtemp(dir=home))


class QuietAccess(RecordAccess):
    """Notes nowhere that a notice was photographed."""

    def note_notice_shown(self, notice: Notice) -> None:
        pass


def _access(paths: Paths) -> RecordAccess:
    return QuietAccess(paths=paths, policy=paths.config / "policy.toml")


def _read_notice(paths: Paths) -> None:
    """On the first day, before anything was recorded."""
    notice, first_ms = _access(paths).notice(), round(datetime.combine(FIRST_DAY, EARLY, ZONE).timestamp() * 1000)
    engine = open_for_writing(paths.record)
    with transaction(engine) as connection:
        note_shown(connection, notice.hash, PERSON, first_ms)
        note_accepted(connection, notice.hash, PERSON, first_ms + MS_PER_MIN)
    engine.dispose()


def _show_examples(showing: DesktopShowing) -> None:
    """In place of the desktop that the pictures are taken on, which shows no window."""
    now = now_ms()
    for minutes, (app, title) in zip((3, 1), EXAMPLES, strict=True):
        at_ms = now - minutes * MS_PER_MIN
        told = Example(at_ms=at_ms, off_min=offset_min(at_ms), app=app, title=title, state=State.ACTIVE, since_ms=at_ms)
        showing.told.emit(told)


def _unknown() -> tuple[int, int]:
    """[start, end) of the latest stretch that no rule knows, UTC epoch ms."""
    latest = list(office_month())[-1]
    found = [span for span in latest.spans if span.context.app == UNKNOWN_APP]
    return found[-1].start_ms, found[-1].end_ms


def _selected() -> tuple[int, int]:
    third_hour = NOW.replace(hour=10, minute=0)
    start, end = (third_hour + timedelta(minutes=minutes) for minutes in SELECTED_MINUTES)
    return round(start.timestamp() * 1000), round(end.timestamp() * 1000)


@contextlib.contextmanager
def _made_up() -> Iterator[None]:
    """The same moment, computer and desktop on every picture, whenever and wherever it is taken."""
    os.environ["TZ"] = str(ZONE)
    time.tzset()
    with (
        mock.patch("time.time_ns", return_value=round(NOW.timestamp() * 1e9)),
        mock.patch("platform.node", return_value=PERSON),
        mock.patch.object(DesktopShowing, "start", _show_examples),
    ):
        yield


def _labelled(picture: QPixmap, appearance: Appearance) -> QImage:
    """The picture above a line that says where its figures come from."""
    ratio = picture.devicePixelRatio()
    size = picture.deviceIndependentSize().toSize()
    labelled = QPixmap(picture.width(), picture.height() + round(LABEL_HEIGHT * ratio))
    labelled.setDevicePixelRatio(ratio)
    colours = appearance.theme.colours
    labelled.fill(colours.surface.attention)
    with QPainter(labelled) as painter:
        painter.drawPixmap(0, 0, picture)
        painter.setFont(appearance.theme.font("small"))
        painter.setPen(colours.text.primary)
        below = QRect(12, size.height(), size.width() - 24, LABEL_HEIGHT)
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, LABEL)
    return _packed(labelled.toImage())


def _packed(picture: QImage) -> QImage:
    """With its commonest colours only: a third of the bytes, and no difference that one could see."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    commonest = Counter(memoryview(plain.constBits()).cast("I")).most_common(COLOURS)
    packed = plain.convertToFormat(
        QImage.Format.Format_Indexed8, [colour for colour, _often in commonest], Qt.ImageConversionFlag.AvoidDither
    )
    packed.setDevicePixelRatio(picture.devicePixelRatio())
    return packed


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Photograph every window with a generated month behind it.")
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("--home", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--scheme", choices=("light", "dark", "contrast"), default="light", help=argparse.SUPPRESS)
    parser.add_argument("--language", choices=tuple(CUSTOMS), default="en", help=argparse.SUPPRESS)
    parser.add_argument("--percent", type=int, default=100, help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
