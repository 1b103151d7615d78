"""The faults to plant are up to date with the tree."""

import pytest

from tests.mutants.catalogue import FAULTS
from tests.mutants.mutant import Mutant
from tests.mutants.planting import ROOT


@pytest.mark.parametrize("mutant", FAULTS, ids=[mutant.fault for mutant in FAULTS])
def test_a_fault_can_be_planted(mutant: Mutant) -> None:
    """Its place stands in its file once, and its test is there."""
    file, _, test = mutant.test.partition("::")

    assert (ROOT / mutant.file).read_text(encoding="utf-8").count(mutant.old) == 1
    assert f"def {test}" in (ROOT / file).read_text(encoding="utf-8")
    assert mutant.new != mutant.old


def test_no_fault_is_listed_twice() -> None:
    """Each has a name of its own."""
    names = [mutant.fault for mutant in FAULTS]

    assert sorted(set(names)) == sorted(names)
