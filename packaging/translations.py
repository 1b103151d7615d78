"""Finds what the windows say, for Qt Linguist, and compiles what was translated; never translates a word itself."""

import json
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from pathlib import Path

from sentences import sentences_in

ROOT = Path(__file__).resolve().parent.parent
FOLDER = Path("gui") / "translations"
LANGUAGES = ("de",)
SAID = "Said"
"""The context of sentences that other processes say."""
ROOMS = ("agent", "classifiers", "cli", "core", "gui", "interchange", "reports", "storage")
"""Qt asks for nothing that is not marked, so that every room may be looked through."""
PLACES_AND_PAST = ("-locations", "none", "-no-obsolete")
"""Line numbers would change the file with every edit, and what nobody says any more is no work for a translator."""


def main() -> int:
    """`--compile` leaves the translators' files as they are."""
    try:
        if sys.argv[1:] != ["--compile"]:
            for language in LANGUAGES:
                extract(ROOT / source_of(language), language)
                _say_what_waits(language)
        compile_all()
    except subprocess.CalledProcessError as error:
        print(f"{Path(error.cmd[0]).name} failed: {error.stderr or error.stdout}", file=sys.stderr)
        return 1
    return 0


def compile_all() -> None:
    """Each language, to where the program looks for it."""
    for language in LANGUAGES:
        compile_into(ROOT / FOLDER, language)


def source_of(language: str) -> Path:
    """The file that translators write in, below the root."""
    return FOLDER / f"engineroom_{language}.ts"


def extract(into: Path, language: str) -> None:
    """Bring `into` up to what the source says now; what was translated there stays."""
    paths = sorted(path.relative_to(ROOT).as_posix() for room in ROOMS for path in (ROOT / room).rglob("*.py"))
    with tempfile.TemporaryDirectory() as folder:
        said, listed = Path(folder) / "said.py", Path(folder) / "files.lst"
        said.write_text(_as_marks(sentences()), encoding="utf-8")
        listed.write_text("\n".join([*paths, str(said)]), encoding="utf-8")
        languages = ["-source-language", "en", "-target-language", language]
        _qt_tool("lupdate", *PLACES_AND_PAST, *languages, f"@{listed}", "-ts", str(into))


def sentences() -> tuple[str, ...]:
    """What windows are told in English by other processes and tell again, each form once."""
    paths = (path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py")))
    return tuple(dict.fromkeys(form for path in paths for form in sentences_in(path)))


def compile_into(folder: Path, language: str) -> None:
    """The compiled translation as the program loads it, and the sentences that it tells again."""
    source = ROOT / source_of(language)
    _qt_tool("lrelease", "-silent", str(source), "-qm", str(folder / source.with_suffix(".qm").name))
    forms = [
        (message.findtext("source"), message.findtext("translation"))
        for context in ET.parse(source).getroot().iter("context")  # noqa: S314 - our own file
        if context.findtext("name") == SAID
        for message in context.iter("message")
        if message.findtext("translation")
    ]
    (folder / source.with_suffix(".json").name).write_text(json.dumps(forms), encoding="utf-8")


def unfinished(source: Path) -> list[tuple[str, str]]:
    """(context, English) of everything in a translator's file that still waits for words."""
    return [
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in ET.parse(source).getroot().iter("context")  # noqa: S314 - our own file
        for message in context.iter("message")
        if (words := message.find("translation")) is None or words.get("type") or not "".join(words.itertext()).strip()
    ]


def _say_what_waits(language: str) -> None:
    waiting = unfinished(ROOT / source_of(language))
    print(f"{source_of(language)}: {len(waiting)} texts wait for a translation")
    for context, text in waiting:
        print(f"  {context}: {text}")


def _as_marks(forms: Sequence[str]) -> str:
    """As Qt's tool reads them."""
    return "".join(f"translate({json.dumps(SAID)}, {json.dumps(form, ensure_ascii=False)})\n" for form in forms)


def _qt_tool(name: str, *words: str) -> None:
    tool = Path(sys.executable).parent / f"pyside6-{name}"
    subprocess.run([str(tool), *words], cwd=ROOT, check=True, capture_output=True, text=True)


if __name__ == "__main__":
    sys.exit(main())
