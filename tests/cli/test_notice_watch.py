"""While an agent runs, a policy or rules of others that call for another notice end the recording."""

from pathlib import Path

import pytest

from classifiers.in_force import RulesInForce
from classifiers.rule_places import RulePlaces
from cli.desk import Desk
from cli.notice_watch import NoticeWatch
from core.config import load_config
from core.paths import user_paths

POLICY = '[organisation]\nname = "Back Office Ltd"\ndpia = "DPIA-7"\n'
RULE = '[[rule]]\nid = "claims"\ntitle_contains = "Claim"\ncategory = "Work/Claims"\n'


class Watched:
    """A desk under a policy and an organisation's rules that a test changes, and how often recording was ended."""

    def __init__(self, folder: Path) -> None:
        self.policy, self.organisation = folder / "policy.toml", folder / "rules.toml"
        self.policy.write_text(POLICY, encoding="utf-8")
        self.organisation.write_text(RULE, encoding="utf-8")
        paths = user_paths()
        paths.config.mkdir(parents=True)
        places = RulePlaces(personal=paths.rules, last_good=paths.last_good_rules, organisation=self.organisation)
        self.rules = RulesInForce(places)
        self.settings = paths.settings
        self.stops = 0
        self.desk = Desk(paths=paths, config=load_config(paths.settings, self.policy))
        self.start_again()

    def start_again(self) -> None:
        """With the desk that was read before, as an agent does that waited for its turn."""
        self.watch = NoticeWatch(self.desk, self.policy, self.rules, self._stop)

    def look(self) -> tuple[bool, int]:
        self.rules.refresh()
        self.watch.look()
        return self.watch.is_due, self.stops

    def _stop(self) -> None:
        self.stops += 1


@pytest.fixture
def watched(tmp_path: Path) -> Watched:
    return Watched(tmp_path)


def test_what_stays_ends_nothing(watched: Watched) -> None:
    """Nor does a change that the notice says nothing of."""
    assert watched.look() == (False, 0)
    watched.policy.write_text(POLICY + '[recommended]\nlanguage = "de"\n', encoding="utf-8")
    watched.organisation.write_text(RULE.replace("Claim", "Estimate"), encoding="utf-8")

    assert watched.look() == (False, 0)


def test_a_changed_policy_ends_the_recording_once(watched: Watched) -> None:
    """However often it is looked."""
    watched.policy.write_text(POLICY + "[mandatory]\ninput_counts = true\n", encoding="utf-8")

    assert watched.look() == (True, 1)
    assert watched.look() == (True, 1)


def test_a_policy_that_changed_before_the_recording_began_ends_it_too(watched: Watched) -> None:
    """While the agent waited for another session to end, say: what was acknowledged was read before."""
    watched.policy.write_text(POLICY + "[mandatory]\ninput_counts = true\n", encoding="utf-8")
    watched.start_again()

    assert watched.look() == (True, 1)


def test_rules_of_others_that_take_something_out_are_told_of_first(watched: Watched) -> None:
    """They would hold at once otherwise."""
    watched.organisation.write_text(RULE + 'case = "Claim (?P<case>C-\\\\d+)"\n', encoding="utf-8")

    assert watched.look() == (True, 1)


def test_settings_of_ones_own_ask_as_well(watched: Watched) -> None:
    """They hold from the next start on, and the notice with them."""
    watched.settings.write_text("idle_threshold_s = 60\n", encoding="utf-8")

    assert watched.look() == (True, 1)


def test_a_file_that_is_wrong_changes_nothing_until_it_is_right(watched: Watched) -> None:
    """Half-written by an editor, say."""
    watched.policy.write_text("[organisation\n", encoding="utf-8")
    assert watched.look() == (False, 0)
    watched.policy.write_text(POLICY.replace("DPIA-7", "DPIA-8 of March"), encoding="utf-8")

    assert watched.look() == (True, 1)
