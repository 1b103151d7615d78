"""Opens the record to answer a question, and closes it again; never answers one itself."""

import contextlib
import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING

from agent.control import Request, Status, ask
from core.config import Config
from core.errors import EngineroomError
from core.paths import Paths

if TYPE_CHECKING:
    from classifiers.in_force import RulesInForce
    from classifiers.rule_places import RulePlaces
    from reports.service import ReportService


@functools.lru_cache(maxsize=1)
def _rules_at(places: "RulePlaces") -> "RulesInForce":
    """Kept from one question to the next: to read them takes as long as to read a day."""
    from classifiers.in_force import RulesInForce  # half of what the windows hold is brought by these

    return RulesInForce(places)


@contextlib.contextmanager
def opened_record(paths: Paths, config: Config) -> "Iterator[tuple[ReportService, RulesInForce]]":
    """Answers from the record, to which a running agent has first written what it knows."""
    from classifiers.rule_places import RulePlaces
    from reports.service import service_for

    with contextlib.suppress(EngineroomError):
        ask(paths.socket, Request("save"), Status)
    rules = _rules_at(RulePlaces.of(paths))
    rules.refresh()
    service = service_for(paths.record, rules, config.settings.idle_threshold_s)
    try:
        yield service, rules
    finally:
        service.engine.dispose()
