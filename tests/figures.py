"""Figures of proofs that take long, noted as they are measured; never measures anything itself.

`python -m tests.figures` puts them into docs/durability.md.
"""

import json
import os
import platform
import sqlite3
from pathlib import Path

from core.clock import local_time, now_ms

ROOT = Path(__file__).parents[1]
NOTED = ROOT / "build" / "durability.json"
PAGE = ROOT / "docs" / "durability.md"
BEGIN, END = "<!-- figures -->\n", "<!-- end of figures -->"
Figures = dict[str, int | float | str]


def note(proof: str, figures: Figures) -> None:
    """Keep the figures of one proof, with where and when they were measured, and print them."""
    noted = _noted()
    noted[proof] = {**figures, "date": str(local_time(now_ms()).date()), "machine": _machine()}
    NOTED.parent.mkdir(exist_ok=True)
    NOTED.write_text(json.dumps(noted, indent=1), encoding="utf-8")
    print(proof, noted[proof])


def percentile(measured: list[float], per_cent: int) -> float:
    """The least figure that so many per cent of all do not exceed."""
    return sorted(measured)[max(0, -(-len(measured) * per_cent // 100) - 1)]


def with_figures(page: str) -> str:
    """`page` with what was noted last."""
    before, rest = page.split(BEGIN)
    after = rest.split(END)[1]
    lines = [_line(proof, figures) for proof, figures in sorted(_noted().items())]
    return "".join([before, BEGIN, "| proof | figures | date | machine |\n|---|---|---|---|\n", *lines, END, after])


def _line(proof: str, figures: Figures) -> str:
    told = ", ".join(f"{name} {value}" for name, value in figures.items() if name not in {"date", "machine"})
    return f"| {proof} | {told} | {figures['date']} | {figures['machine']} |\n"


def _noted() -> dict[str, Figures]:
    return dict(json.loads(NOTED.read_text(encoding="utf-8"))) if NOTED.exists() else {}


def _machine() -> str:
    system = platform.freedesktop_os_release()["PRETTY_NAME"] if platform.system() == "Linux" else platform.platform()
    cores = os.cpu_count()
    return f"{cores} cores, {system}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"


if __name__ == "__main__":
    PAGE.write_text(with_figures(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
