"""`python -m tests.mutants [WORD]`: plants every fault, or those that WORD occurs in; exits 1 where one is missed."""

import sys

from tests.mutants.catalogue import FAULTS
from tests.mutants.planting import Outcome, copy_of_the_tree, plant, run_tests


def main(word: str = "") -> int:
    chosen = [mutant for mutant in FAULTS if word in f"{mutant.fault} {mutant.file} {mutant.test}"]
    if not chosen:
        print(f"No fault has {word!r} in its name, file or test")
        return 1
    width = max(len(mutant.fault) for mutant in chosen)
    with copy_of_the_tree() as tree:
        print(f"{len(chosen)} faults; first the tests without them …", flush=True)
        untouched = run_tests(tree, sorted({mutant.test for mutant in chosen}))
        if untouched.returncode:
            print(untouched.stdout, "These tests fail already — mend them first", sep="\n")
            return 1
        outcomes = []
        for mutant in chosen:
            outcomes.append(plant(tree, mutant))
            print(f"{mutant.fault:{width}}  {outcomes[-1]:15}  {mutant.test}", flush=True)
    missed = sum(outcome is not Outcome.FOUND for outcome in outcomes)
    print(f"{len(outcomes) - missed} of {len(outcomes)} faults were found")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
