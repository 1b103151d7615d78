"""Lets other rules of a person hold, and has a running agent follow; never decides what stands in them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from agent.control import AgentAbsent, Request, Status, ask
from classifiers.checking import check_file
from classifiers.rule import Layer
from classifiers.rule_places import Held, RulePlaces
from classifiers.runaway import Proofs
from core.clock import now_ms
from core.errors import EngineroomError, MachineError, UserError
from core.paths import Paths
from core.toml_file import toml_of


class ChangedMeanwhile(UserError):
    """The rules are others than those that somebody began to edit."""

    def __init__(self, file: Path) -> None:
        super().__init__(f"{file} was changed by something else meanwhile", "look at what stands there now first")


@dataclass(frozen=True, slots=True)
class PutInForce:
    """Rules that hold since they were asked to."""

    text: str
    before: Held
    """What takes it back."""
    agent_follows: bool
    """Whether an agent runs, which was told; without one reports take longer until it does."""
    trouble: UserError | None = None
    """Why an agent that runs could not be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleChanging:
    """For commands and windows alike; rules that are wrong are refused, and what held goes on holding."""

    paths: Paths

    def put_in_force(self, text: str, *, for_history: bool, instead_of: str | None = None) -> PutInForce:
        """Let `text` be the person's rules from now on, or for all that is recorded.

        `instead_of` is what it was made from: raises ChangedMeanwhile where that is not what stands there. Raises
        UserError for the first fault of `text`.
        """
        places = RulePlaces.of(self.paths)
        file = toml_of(places.personal, text)
        proofs = Proofs(places.last_good.with_name("proven-patterns.json"))
        for fault in check_file(file, Layer.PERSONAL, places.organisation, proofs).faults:
            raise fault
        with self._writing():
            before = places.held()
            if instead_of is not None and instead_of != personal_text(before):
                raise ChangedMeanwhile(places.personal)
            places.put_in_force(text, None if for_history else now_ms())
        follows, trouble = self._tell_agent()
        return PutInForce(_plain(text), before, follows, trouble)

    def take_back(self, made: PutInForce) -> UserError | None:
        """Let hold what held before; raises ChangedMeanwhile where the rules are others again by now.

        Why an agent that runs could not be told of it.
        """
        places = RulePlaces.of(self.paths)
        with self._writing():
            if made.text != personal_text(places.held()):
                raise ChangedMeanwhile(places.personal)
            places.put_back(made.before)
        return self._tell_agent()[1]

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise MachineError(
                f"The rules cannot be written: {error.strerror}", f"make {self.paths.rules.parent} yours"
            ) from error

    def _tell_agent(self) -> tuple[bool, UserError | None]:
        """Have a running agent follow at once; whether one does, or why it does not."""
        try:
            ask(self.paths.socket, Request("follow"), Status)
        except AgentAbsent:
            return False, None
        except EngineroomError as error:
            return False, UserError(f"The rules hold, but the agent does not answer: {error}", "start it again")
        return True, None


def personal_text(held: Held) -> str:
    """What a person reads in the file; nothing where there is none."""
    return _plain((held.personal or b"").decode("utf-8", errors="replace").removeprefix("\ufeff"))


def _plain(text: str) -> str:
    """However its lines end in the file."""
    return text.replace("\r\n", "\n")
