"""A person's word on time in which nobody was seen, written beside whoever records; never judges a span."""

from collections.abc import Sequence
from dataclasses import dataclass

from agent.correcting import as_kept, have_saved, own_record
from core.clock import MS_PER_MIN, now_ms, offset_min
from core.config import Config
from core.errors import UserError
from core.explanation import Explanation, Word
from core.judge import Judge
from core.paths import Paths
from storage.explanations import RecordedExplanation, add_explanation, forget_explanations, undo_explanation

LIVE_MS = MS_PER_MIN
"""What is younger may belong to a span that an agent has not finished."""


@dataclass(frozen=True, slots=True)
class Explained:
    """What was said in one go, and of how much time."""

    made: tuple[RecordedExplanation, ...]
    about_ms: int
    left_out_ms: int
    """What of the stretches had been recorded and stays as it was."""

    @property
    def corrections(self) -> tuple[int, ...]:
        """The numbers of those that let the time count."""
        return tuple(one.correction_id for one in self.made if one.correction_id is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Explaining:
    """For commands and windows alike; what is said in one go is written as a whole or not at all."""

    paths: Paths
    config: Config
    judge: Judge

    def explain(self, stretches: Sequence[tuple[int, int]], word: Word) -> Explained:
        """Let `word` hold wherever nobody was seen in each [start, end); raises UserError where it cannot be said."""
        have_saved(self.paths)
        at_ms = now_ms()
        said = [self._said(start_ms, end_ms, word, at_ms) for start_ms, end_ms in stretches]
        with own_record(self.paths, self.judge, "explain") as record:
            made = record.revise(
                lambda connection: tuple(
                    added for one in said for added in add_explanation(record, connection, one, offset_min)
                )
            )
        about_ms = sum(one.said.end_ms - one.said.start_ms for one in made)
        return Explained(made, about_ms, sum(one.end_ms - one.start_ms for one in said) - about_ms)

    def take_back(self, numbers: Sequence[int]) -> tuple[RecordedExplanation, ...]:
        """Let these explanations hold no more; raises UserError where one does not hold."""
        at_ms = now_ms()
        with own_record(self.paths, self.judge, "explain") as record:
            return record.revise(
                lambda connection: tuple(undo_explanation(connection, number, at_ms) for number in numbers)
            )

    def forget(self, start_ms: int, end_ms: int) -> int:
        """Let what was said inside [start, end) and changed nothing hold no more; how much that was."""
        at_ms = now_ms()
        with own_record(self.paths, self.judge, "explain") as record:
            return record.revise(lambda connection: forget_explanations(connection, start_ms, end_ms, at_ms))

    def _said(self, start_ms: int, end_ms: int, word: Word, at_ms: int) -> Explanation:
        """Without the minute that is being recorded still."""
        until_ms = min(end_ms, at_ms - LIVE_MS) if end_ms <= at_ms else end_ms
        if until_ms <= start_ms < end_ms:
            raise UserError("That is being recorded still", "say it in a minute")
        if word.counts_as is not None:
            self._demand_allowed(start_ms, until_ms)
        return Explanation(
            start_ms=start_ms,
            end_ms=until_ms,
            answer=word.answer,
            category=word.counts_as,
            who=self.config.person,
            at_ms=at_ms,
            note=as_kept(word.note, self.config),
        )

    def _demand_allowed(self, start_ms: int, end_ms: int) -> None:
        hours, off_min = self.config.working_hours, offset_min(start_ms)
        change_ms = hours.next_change_ms(start_ms, off_min) or end_ms
        if not hours.include(start_ms, off_min) or change_ms < end_ms:
            raise UserError(
                "Part of it lies outside the hours in which anything may be recorded here",
                "enter what lies inside them; policy or settings say which they are",
            )
