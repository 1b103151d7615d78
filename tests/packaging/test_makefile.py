import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
INNER = {"lint", "types"}
"""Parts of `check`, which nobody needs to know by name."""


def test_help_names_every_target() -> None:
    """`make` alone says what there is to do, one line each."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    assert targets

    said = subprocess.run(
        ["make", "--no-print-directory", "help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout

    assert {line.split()[0] for line in said.splitlines()} == set(targets[1].split()) - INNER
