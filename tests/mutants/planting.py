"""Plants one fault after the other in a copy of the tree and runs the test that must notice; never touches the tree."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.mutants.mutant import Mutant

ROOT = Path(__file__).parents[2]
NOT_COPIED = shutil.ignore_patterns(".*", "build", "dist", "*.egg-info", "__pycache__")
LONGEST_RUN_S = 120
TESTS_FAILED = 1
"""What pytest returns then; it returns other numbers where it could not run them."""


class Outcome(StrEnum):
    """What became of a fault."""

    FOUND = "found"
    SURVIVED = "SURVIVED"
    UNRUNNABLE = "COULD NOT RUN"
    STALE = "NOT IN THE FILE"


@contextmanager
def copy_of_the_tree() -> Iterator[Path]:
    with TemporaryDirectory(prefix="mutants-") as folder:
        tree = Path(folder) / "tree"
        shutil.copytree(ROOT, tree, ignore=NOT_COPIED)
        yield tree


def run_tests(tree: Path, tests: Iterable[str], longest_s: float | None = None) -> subprocess.CompletedProcess[str]:
    """Run `tests` in `tree`, where nothing is cached from before a fault was planted."""
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-p", "no:randomly", *tests],
        cwd=tree,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(tree)},
        capture_output=True,
        text=True,
        check=False,
        timeout=longest_s,
    )


def plant(tree: Path, mutant: Mutant) -> Outcome:
    """Plant the fault, see what its test says, and take it out again."""
    file = tree / mutant.file
    text = file.read_text(encoding="utf-8")
    if text.count(mutant.old) != 1:
        return Outcome.STALE
    file.write_text(text.replace(mutant.old, mutant.new), encoding="utf-8")
    try:
        returned = run_tests(tree, [mutant.test], LONGEST_RUN_S).returncode
    except subprocess.TimeoutExpired:
        return Outcome.FOUND
    finally:
        file.write_text(text, encoding="utf-8")
    return {0: Outcome.SURVIVED, TESTS_FAILED: Outcome.FOUND}.get(returned, Outcome.UNRUNNABLE)
