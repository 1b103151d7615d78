"""What every way to start at login offers; never implements any of it."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class AtLogin:
    """What happens at login, in words."""

    works: bool
    how: str
    remedy: str = ""


class Autostart(Protocol):
    """Entries that the system reads when this person logs in."""

    def found(self) -> AtLogin:
        """What stands there now; whatever switched it off is told, and left alone."""
        ...

    def switch_on(self, command: list[str]) -> None:
        """Have `command` started at login; raises MachineError where the system refuses."""
        ...

    def switch_off(self) -> None:
        """Have nothing started at login, also where the whole machine has it; raises MachineError likewise."""
        ...
