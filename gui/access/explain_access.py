"""What the windows write about time in which nobody was seen, off the UI thread; never reads the record."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core.config import load_config
from core.explanation import Word
from core.judge import Correction
from core.paths import Paths
from gui.access.correcting import Deed
from gui.presenters.explaining import explained_as, forgotten
from gui.presenters.picking import Between

if TYPE_CHECKING:
    from agent.explaining import Explaining


@dataclass(frozen=True, slots=True)
class Numbered:
    """One correction, by its number."""

    id: int


@dataclass(frozen=True, slots=True)
class SaidAgain:
    """The corrections that an explanation is made of after it was said again."""

    made: tuple[Numbered, ...]
    about_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainAccess:
    """Each call opens what it needs and closes it again, and may take a while."""

    paths: Paths
    policy: Path

    def explain(self, stretches: Sequence[Between], word: Word) -> Deed:
        """Let `word` hold in these stretches; raises UserError where it cannot be said."""
        done = self._explaining().explain(stretches, word)
        text = explained_as(word, done.about_ms, done.left_out_ms)
        if word.counts_as is not None:
            return Deed(text=text, corrections=done.corrections)
        made = [(one.said.start_ms, one.said.end_ms) for one in done.made]
        return Deed(text=text, undo=lambda: self._forget(made))

    def forget(self, stretch: Between, word: Word) -> Deed:
        """Let `word`, which changed nothing, hold no more."""
        return Deed(text=self._forget([stretch]), undo=lambda: self.explain([stretch], word).text)

    def say_again(self, said: Correction) -> SaidAgain:
        """An explanation, by one of its corrections, that was taken back."""
        assert said.answer is not None, "others are said again as corrections"
        word = Word(answer=said.answer, category=said.category, note=said.why)
        done = self._explaining().explain([(said.start_ms, said.end_ms)], word)
        return SaidAgain(tuple(map(Numbered, done.corrections)), done.about_ms)

    def _forget(self, stretches: Sequence[Between]) -> str:
        explaining = self._explaining()
        for start_ms, end_ms in stretches:
            explaining.forget(start_ms, end_ms)
        return forgotten()

    def _explaining(self) -> "Explaining":
        from agent.explaining import Explaining  # late, as in `open_record`
        from classifiers.in_force import RulesInForce
        from classifiers.rule_places import RulePlaces

        config = load_config(self.paths.settings, self.policy)
        return Explaining(paths=self.paths, config=config, judge=RulesInForce(RulePlaces.of(self.paths)))
