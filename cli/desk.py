"""What every command needs to know of this desk: folders, settings, rules; composes, and works nothing out."""

import contextlib
import sys
from dataclasses import dataclass

from agent.control import AgentAbsent, Request, Status, ask
from classifiers.judging import RuleJudge
from classifiers.last_good import load_or_last_good
from classifiers.ruleset import Ruleset
from core.config import Config, load_config
from core.paths import Paths, policy_file, user_paths
from reports.service import ReportService, service_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """This person's folders and the settings in force."""

    paths: Paths
    config: Config

    def ruleset(self) -> Ruleset:
        """The rules in force; says so on stderr when the last good ones stand in for broken ones."""
        ruleset, warning = load_or_last_good(self.paths.rules, self.paths.last_good_rules)
        if warning:
            print(warning, file=sys.stderr)
        return ruleset

    def have_saved(self) -> None:
        """Have a running agent write to the record what it knows."""
        with contextlib.suppress(AgentAbsent):
            ask(self.paths.socket, Request("save"), Status)

    def service(self, ruleset: Ruleset) -> ReportService:
        """Answers from the record, to which a running agent has first written what it knows."""
        self.have_saved()
        return service_for(self.paths.record, RuleJudge(ruleset), self.config.settings.idle_threshold_s)


def this_desk() -> Desk:
    """Raises UserError where settings or policy are wrong."""
    paths = user_paths()
    return Desk(paths=paths, config=load_config(paths.settings, policy_file()))
