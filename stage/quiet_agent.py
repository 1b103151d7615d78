"""Stands in for the agent of a generated desk: answers from its record, and neither records nor changes anything."""

from dataclasses import dataclass
from typing import TypeVar

import msgspec

from agent.control import AgentAbsent, Request, Sensed, Status
from core.clock import now_ms
from core.config import load_config
from core.paths import Paths
from gui.access.open_record import opened_record

SHOWS = ("Ledger", "Postings – March")
Shape = TypeVar("Shape")


class NoAgent:
    """Nobody answers, as before the notice was acknowledged."""

    def __call__(self, request: Request, answer: type[Shape]) -> Shape:  # noqa: ARG002 - whatever is asked
        raise AgentAbsent


@dataclass(frozen=True, slots=True)
class QuietAgent:
    """Records, if one believes it."""

    paths: Paths

    def __call__(self, request: Request, answer: type[Shape]) -> Shape:
        said = self._today() if request.do == "today" else _status()
        return msgspec.convert(msgspec.to_builtins(said), answer)

    def _today(self) -> object:
        config = load_config(self.paths.settings, self.paths.config / "policy.toml")
        with opened_record(self.paths, config) as (service, _rules):
            return service.today(service.today_is(now_ms()), now_ms())


def _status() -> Status:
    return Status(
        pid=1,
        version="",
        session="generated",
        backend="generated",
        mode="recording",
        state="active",
        app=SHOWS[0],
        title=SHOWS[1],
        last_sample_ms=now_ms(),
        mode_until_ms=None,
        ruleset="",
        warnings=[],
        losses=[],
        senses=[Sensed("active window", works=True, how="generated", remedy="")],
        pause_choices=["15m", "1h", "tomorrow"],
        private_allowed=True,
    )
