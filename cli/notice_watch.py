"""Looks whether the notice that was acknowledged is still the one that holds; never shows it."""

import logging
from collections.abc import Callable
from pathlib import Path

from classifiers.in_force import RulesInForce
from classifiers.redacting import effects_of_others
from cli.desk import Desk
from core.config import load_config
from core.errors import UserError
from core.notice import notice_for

log = logging.getLogger(__name__)


class NoticeWatch:
    """For an agent that runs while policy, settings or rules are changed."""

    def __init__(self, desk: Desk, policy: Path, rules: RulesInForce, stop: Callable[[], None]) -> None:
        """`desk` is the one whose notice was acknowledged; `stop` ends the recording."""
        self._files = (desk.paths.settings, policy)
        self._rules = rules
        self._stop = stop
        self._acknowledged = notice_for(desk.config, effects_of_others(rules.ruleset.rules)).hash
        self._stamp: tuple[object, ...] = ()
        """None of the files yet: they may have changed since `desk` was read, while this agent waited for its turn."""
        self.is_due = False
        """Whether it has to be acknowledged anew."""

    def look(self) -> None:
        """Stop where another notice holds now; files that are wrong change nothing until they are right."""
        stamp = self._stamp_now()
        if stamp == self._stamp or self.is_due:
            return
        self._stamp = stamp
        try:
            config = load_config(*self._files)
        except UserError as fault:
            log.warning("what holds from before goes on holding: %s", fault)
            return
        if notice_for(config, effects_of_others(self._rules.ruleset.rules)).hash != self._acknowledged:
            log.info("another notice holds now: recording ends until it is acknowledged")
            self.is_due = True
            self._stop()

    def _stamp_now(self) -> tuple[object, ...]:
        return (self._rules.ruleset, *map(_stamp, self._files))


def _stamp(file: Path) -> tuple[int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
