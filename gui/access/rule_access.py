"""Reads, previews and changes a person's own rules, off the UI thread; never decides what they should say."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from agent.rule_changing import PutInForce, RuleChanging, personal_text
from classifiers.activitywatch_categories import take_over
from classifiers.in_force import RulesInForce
from classifiers.loading import shipped_sets
from classifiers.private_file import write_private
from classifiers.programs import showing_anything
from classifiers.rule_places import RulePlaces
from classifiers.rule_writing import RuleText
from classifiers.runaway import Proofs
from core.category import Category
from core.clock import now_ms
from core.config import load_config
from core.errors import EngineroomError, MachineError, UserError
from core.paths import Paths
from core.period import Period, last_weeks
from core.reaching import Reached, unheard
from core.toml_file import read_toml_if_there, toml_of
from gui.access.open_record import opened_record
from gui.presenters.rule_drafts import free_name
from gui.presenters.rule_looking import Looked, Question, RulesRead, look
from reports.rule_preview import RulePreview
from reports.suggesting import Lost

WEEKS = 4
DAYS_OF_ALL = 3653
"""Ten years."""
MOST_APPS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleAccess:
    """Each call opens what it needs and closes it again, and may take a while."""

    paths: Paths
    policy: Path

    def read_rules(self) -> RulesRead:
        """The rules alone, at once; raises UserError where the organisation's are wrong."""
        return self._read(self.text(), RulesInForce(RulePlaces.of(self.paths)), has_time=False)

    def read(self) -> RulesRead:
        """The rules, and what they decided in the last weeks; raises as `read_rules` does."""
        text = self.text()
        if not self.paths.record.exists():
            return self._read(text, RulesInForce(RulePlaces.of(self.paths)))
        with opened_record(self.paths, load_config(self.paths.settings, self.policy)) as (service, rules):
            period = last_weeks(service.today_is(now_ms()), WEEKS)
            recent = service.preview(period)
            words = service.suggestions(period, showing_anything()).words
        return self._read(text, rules, recent, words)

    def everything(self, reached: Reached = unheard) -> RulePreview:
        """All that is recorded, to preview changed rules over."""
        with opened_record(self.paths, load_config(self.paths.settings, self.policy)) as (service, _rules):
            today = service.today_is(now_ms())
            return service.preview(Period(today - timedelta(days=DAYS_OF_ALL), today), reached)

    def look(
        self, read: RulesRead, known: RulePreview | None, question: Question, reached: Reached = unheard
    ) -> Looked:
        """What edited rules would do to the time that is `known`."""
        proofs = Proofs(self.paths.last_good_rules.with_name("proven-patterns.json"))
        return look(read, known, question, proofs, reached)

    def text(self) -> str:
        """What stands in the person's own rule file now; nothing where there is none."""
        try:
            return personal_text(RulePlaces.of(self.paths).held())
        except OSError as error:
            raise MachineError(
                f"{self.paths.rules} cannot be read: {error.strerror}", "check its permissions"
            ) from error

    def save(self, text: str, *, for_history: bool, instead_of: str | None) -> PutInForce:
        """Let `text` hold; raises ChangedMeanwhile where the file says something else than `instead_of` by now."""
        return RuleChanging(paths=self.paths).put_in_force(text, for_history=for_history, instead_of=instead_of)

    def take_back(self, made: PutInForce) -> UserError | None:
        """Let hold what held before it was saved; raises ChangedMeanwhile as `save` does."""
        return RuleChanging(paths=self.paths).take_back(made)

    def put_first(self, rule: dict[str, Any], *, for_history: bool) -> PutInForce:
        """Let `rule` be asked before all other rules of this person; raises UserError where it or their file is wrong.

        What says the same already gives way to it; another rule of its name keeps that.
        """
        held = self.text()
        text, fault = _read_rules(held, self.paths.rules)
        if fault is not None:
            raise fault
        for at, other in reversed(list(enumerate(text.rules))):
            text = text.removed(at) if other == rule else text
        named = {**rule, "id": free_name(text, str(rule["id"]))}
        return self.save(text.added(named, 0).text, for_history=for_history, instead_of=held)

    @staticmethod
    def rules_of(file: Path) -> str:
        """The text of another rule file, or rules made of the categories of ActivityWatch."""
        try:
            text = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise UserError(f"{file} cannot be read: {error}", "choose another file") from error
        return take_over(text).text if file.suffix == ".json" else toml_of(file, text).text

    @staticmethod
    def export(file: Path, text: str) -> None:
        try:
            write_private(file, text.encode())
        except OSError as error:
            raise MachineError(f"{file} cannot be written: {error.strerror}", "choose another folder") from error

    def _read(
        self,
        text: str,
        rules: RulesInForce,
        recent: RulePreview | None = None,
        words: Sequence[Lost] = (),
        *,
        has_time: bool = True,
    ) -> RulesRead:
        own, fault = _read_rules(text, self.paths.rules)
        organisation = RulePlaces.of(self.paths).organisation
        above = read_toml_if_there(organisation) if organisation else None
        used: Counter[Category] = Counter()
        apps: Counter[str] = Counter()
        for context, verdict, observed_ms in recent.contexts if recent else ():
            used[verdict.category] += observed_ms
            apps[context.app] += observed_ms
        named = sorted({rule.category for rule in rules.ruleset.rules if rule.category})
        return RulesRead(
            path=self.paths.rules,
            organisation=organisation,
            text=text,
            rules=own,
            fault=fault,
            above=above.data.get("rule", ()) if above else (),
            in_force=rules.ruleset,
            had_others=rules.had_others,
            has_time=has_time,
            recent=recent,
            categories=tuple(dict.fromkeys([*(one for one, _ms in used.most_common()), *named])),
            apps=(*(app for app, _ms in apps.most_common(MOST_APPS) if app), *(f"@{name}" for name in _sets())),
            words=words,
        )


def _sets() -> list[str]:
    return sorted(shipped_sets().apps)


def _read_rules(text: str, path: Path) -> tuple[RuleText, EngineroomError | None]:
    """Rule by rule, or why that is impossible."""
    try:
        read_toml_if_there(path)  # what is not UTF-8 would not come back as it was
        return RuleText.of(text, path), None
    except EngineroomError as fault:
        return RuleText(()), fault
