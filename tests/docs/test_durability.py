"""The page on durability names tests and faults that exist, and has the figures where they belong."""

import re

from tests.figures import BEGIN, END, PAGE, ROOT
from tests.mutants.catalogue import FAULTS


def test_every_test_that_is_named_exists() -> None:
    """Whoever renames a test renames it there."""
    named = re.findall(r"`([\w/]+\.py)::(\w+)`", PAGE.read_text(encoding="utf-8"))
    missing = [
        f"{file}::{test}"
        for file, test in named
        if f"def {test}(" not in (ROOT / "tests" / file).read_text(encoding="utf-8")
    ]

    assert len(named) > 40
    assert missing == []


def test_every_fault_that_is_named_can_be_planted() -> None:
    """One at least for each of the ten invariants."""
    named = set(re.findall("“([^”]+)”", PAGE.read_text(encoding="utf-8")))

    assert len(named) >= 10
    assert named - {mutant.fault for mutant in FAULTS} == set()


def test_the_last_figures_stand_on_the_page() -> None:
    """Of the thousand kills and the power cuts: nothing was lost, nothing broken."""
    figures = PAGE.read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0]

    assert re.search(r"\| 1000 kills \|.* spans lost 0, violations 0,", figures)
    assert re.search(r"\| power cuts \| points 300,.* broken or violated 0, lost something acknowledged 0 \|", figures)
