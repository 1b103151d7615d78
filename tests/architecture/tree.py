"""The files of the project, as the laws of the architecture look at them; never imports one."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("core", "storage", "classifiers", "reports", "agent", "interchange", "gui", "cli")
NOT_OURS = {".venv", "build", "dist", "__pycache__"}


def python_files() -> Iterator[Path]:
    """Every Python file that somebody maintains, below the root."""
    for path in sorted(ROOT.rglob("*.py")):
        parts = path.relative_to(ROOT).parts
        if not NOT_OURS.intersection(parts) and not any(part.startswith(".") for part in parts):
            yield path


def product_files() -> Iterator[Path]:
    """The files that are installed."""
    return (path for path in python_files() if path.relative_to(ROOT).parts[0] in ROOMS)


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
