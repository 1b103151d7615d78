"""One fault to plant: where, what, and the test that must notice; never plants it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """A change of one place in one file that breaks what the project promises."""

    fault: str
    """What goes wrong, in a few words."""
    file: str
    old: str
    """Stands in `file` exactly once."""
    new: str
    test: str
    """The pytest node, file or test, that must fail."""
