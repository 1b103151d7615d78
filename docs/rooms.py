"""Writes the table of rooms in docs/architecture.md out of the first sentences of the files; never invents one."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "architecture.md"
ROOMS = (
    ("1 core", ("core",)),
    ("2 storage, classifiers", ("storage", "classifiers")),
    ("3 agent, reports, interchange", ("agent", "reports", "interchange")),
    ("4 cli, gui", ("cli", "gui")),
    ("beside the house", ("stage", "benchmarks", "packaging", "docs", "build_installer.py")),
)
BEGIN, END = "<!-- rooms -->\n", "<!-- end of rooms -->"


def with_table(page: str) -> str:
    """`page` with the table as it should be."""
    before, rest = page.split(BEGIN)
    after = rest.split(END)[1]
    return "".join([before, BEGIN, *_lines(), END, after])


def _lines() -> Iterator[str]:
    yield "| storey | room | responsibility |\n|---|---|---|\n"
    for storey, places in ROOMS:
        for place in places:
            for path in _files(ROOT / place):
                name = path.relative_to(ROOT).as_posix().removesuffix("__init__.py")
                yield f"| {storey} | `{name}` | {_first_sentence(path)} |\n"


def _files(place: Path) -> list[Path]:
    """A folder's own sentence first, then its files."""
    return [place] if place.is_file() else sorted(place.rglob("*.py"), key=lambda path: path.as_posix().lower())


def _first_sentence(path: Path) -> str:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return docstring.partition("\n")[0].replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
