"""What every command needs to know of this desk: folders, settings, rules; composes, and works nothing out."""

import contextlib
import sys
from dataclasses import dataclass

from agent.control import AgentAbsent, Request, Status, ask
from classifiers.in_force import RulesInForce
from classifiers.programs import programs_named
from classifiers.redacting import RuleRedactor, effects_of_others
from classifiers.rule_places import RulePlaces
from classifiers.ruleset import Ruleset
from core.case_key import own_case_key
from core.config import Config, load_config
from core.notice import Notice, notice_for
from core.paths import Paths, policy_file, user_paths
from reports.service import ReportService, service_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """This person's folders and the settings in force."""

    paths: Paths
    config: Config

    @property
    def rule_places(self) -> RulePlaces:
        return RulePlaces.of(self.paths)

    def rules(self) -> RulesInForce:
        """The rules in force; says so on stderr when the last good ones stand in for broken ones."""
        rules = RulesInForce(self.rule_places)
        if rules.warning:
            print(rules.warning, file=sys.stderr)
        return rules

    def notice(self) -> Notice:
        """What this person must have acknowledged."""
        return notice_for(self.config, effects_of_others(self.rules().ruleset.rules))

    def call_apps(self) -> frozenset[str]:
        """The programs whose hold on a microphone is a call; raises UserError where the settings are wrong."""
        return programs_named("call_apps", self.config.settings.call_apps)

    def case_key(self) -> bytes:
        """The key of the policy, or this person's own one, which is made where there is none."""
        return self.config.case_key or own_case_key(self.paths.case_key)

    def redactor(self, ruleset: Ruleset) -> RuleRedactor:
        """What these rules leave of a window on this desk."""
        return RuleRedactor(ruleset.rules, self.config.settings.titles, self.case_key())

    def have_saved(self) -> None:
        """Have a running agent write to the record what it knows."""
        with contextlib.suppress(AgentAbsent):
            ask(self.paths.socket, Request("save"), Status)

    def service(self, rules: RulesInForce) -> ReportService:
        """Answers from the record, to which a running agent has first written what it knows."""
        self.have_saved()
        return service_for(self.paths.record, rules, self.config.settings.idle_threshold_s)


def this_desk() -> Desk:
    """Raises UserError where settings or policy are wrong."""
    paths = user_paths()
    return Desk(paths=paths, config=load_config(paths.settings, policy_file()))
