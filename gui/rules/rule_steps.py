"""What was done to the rules in the editor, so that it can be undone step by step; never undoes it itself."""

from dataclasses import dataclass

from agent.rule_changing import PutInForce
from classifiers.rule_writing import RuleText


@dataclass(frozen=True, slots=True)
class Edited:
    """The rules, and which one was looked at, before an edit."""

    rules: RuleText
    number: int


@dataclass(frozen=True, slots=True)
class Saved:
    """The rules were put in force."""

    made: PutInForce


class Steps:
    """The latest is the first to be undone; typing on in one field is one step."""

    def __init__(self) -> None:
        self._steps: list[Edited | Saved] = []
        self._typing: object = None

    def __bool__(self) -> bool:
        return bool(self._steps)

    def note(self, step: Edited | Saved, typing: object = None) -> None:
        """`typing` is where something is typed, so that what is typed on there is no step of its own."""
        if typing is None or typing != self._typing:
            self._steps.append(step)
        self._typing = typing

    @property
    def latest(self) -> Edited | Saved | None:
        return self._steps[-1] if self._steps else None

    def drop(self, step: Edited | Saved) -> None:
        """It is undone, or never can be."""
        self._typing = None
        self._steps = [other for other in self._steps if other is not step]
