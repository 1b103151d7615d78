"""A person's word on what stretches were, written beside whoever records; never judges a span and never changes one."""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agent.control import AgentAbsent, Request, Status, ask
from agent.turns import beside_an_agent
from core.category import Category
from core.clock import now_ms, offset_min
from core.config import Config
from core.errors import UserError
from core.judge import Correction, Judge
from core.paths import Paths
from core.privacy import TitleLevel, redact
from storage.corrections import RecordedCorrection, add_correction
from storage.engine import open_for_writing
from storage.explanations import take_back
from storage.record import Record


@dataclass(frozen=True, slots=True)
class Corrected:
    """What was said in one go, and how much of the record it is about."""

    made: tuple[RecordedCorrection, ...]
    about_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Correcting:
    """For commands and windows alike; what is said in one go is written as a whole or not at all."""

    paths: Paths
    config: Config
    judge: Judge

    def correct(self, stretches: Sequence[tuple[int, int]], category: Category, why: str = "") -> Corrected:
        """Let each [start, end) have been `category` from now on; raises UserError where that cannot be said."""
        have_saved(self.paths)
        at_ms = now_ms()
        said = [
            Correction(
                start_ms=start_ms,
                end_ms=end_ms,
                category=category,
                who=self.config.person,
                at_ms=at_ms,
                why=as_kept(why, self.config),
            )
            for start_ms, end_ms in stretches
        ]
        with own_record(self.paths, self.judge, "correct") as record:
            added = record.revise(lambda connection: [add_correction(connection, one, offset_min) for one in said])
        return Corrected(
            made=tuple(
                RecordedCorrection(id=number, said=one, undone_at_ms=None)
                for (number, _about_ms), one in zip(added, said, strict=True)
            ),
            about_ms=sum(about_ms for _number, about_ms in added),
        )

    def take_back(self, numbers: Sequence[int]) -> tuple[RecordedCorrection, ...]:
        """Let these corrections hold no more, nor the explanations that they are part of.

        Raises UserError where one does not hold.
        """
        at_ms = now_ms()
        with own_record(self.paths, self.judge, "correct") as record:
            return record.revise(lambda connection: tuple(take_back(connection, number, at_ms) for number in numbers))


def have_saved(paths: Paths) -> None:
    """Have a running agent write to the record what it knows."""
    with contextlib.suppress(AgentAbsent):
        ask(paths.socket, Request("save"), Status)


def as_kept(text: str, config: Config) -> str:
    """A person's own words, masked where titles are."""
    return text if config.settings.titles is TitleLevel.FULL else redact(text)


@contextlib.contextmanager
def own_record(paths: Paths, judge: Judge, command: str) -> Iterator[Record]:
    """The record, to be changed by one command at a time; raises UserError where there is none yet."""
    if not paths.record.exists():
        raise UserError(f"There is no record at {paths.record}", "record for a while first")
    with beside_an_agent(paths.lease, command):
        engine = open_for_writing(paths.record)
        try:
            yield Record(engine, judge)
        finally:
            engine.dispose()
