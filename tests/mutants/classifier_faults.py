"""Faults of rules and verdicts; never planted in the tree itself."""

from tests.mutants.mutant import Mutant

JUDGING = "tests/classifiers/test_judging.py"

FAULTS = (
    Mutant(
        fault="the last rule that matches decides",
        file="classifiers/judging.py",
        old="for rule in self._ruleset.rules)",
        new="for rule in reversed(self._ruleset.rules))",
        test="tests/classifiers/test_judging_properties.py::test_the_judge_agrees_with_a_slow_second_opinion",
    ),
    Mutant(
        fault="a rule added at the end changes earlier verdicts",
        file="classifiers/judging.py",
        old="for rule in self._ruleset.rules)",
        new="for rule in reversed(self._ruleset.rules))",
        test="tests/classifiers/test_judging_properties.py::test_a_rule_added_at_the_end_changes_no_earlier_verdict",
    ),
    Mutant(
        fault="rules decide over idle and private time",
        file="classifiers/judging.py",
        old="return _BY_STATE.get(span.state) or self.default(span.context)",
        new="return self.default(span.context)",
        test=f"{JUDGING}::test_state_decides_before_any_rule",
    ),
    Mutant(
        fault="a correction lays open private time",
        file="classifiers/judging.py",
        old="if span.state is State.PRIVATE:",
        new="if span.state is None:",
        test=f"{JUDGING}::test_a_correction_explains_idle_time_but_never_private_time",
    ),
    Mutant(
        fault="the first correction holds for ever",
        file="classifiers/correcting.py",
        old="heappush(held, (-said.at_ms, -number, said))",
        new="heappush(held, (said.at_ms, number, said))",
        test="tests/classifiers/test_correcting.py::test_each_millisecond_is_under_the_correction_said_last",
    ),
    Mutant(
        fault="one condition of a rule is enough",
        file="classifiers/rule.py",
        old="        if why is None:\n            return None\n",
        new="        if why is None:\n            continue\n",
        test="tests/classifiers/test_rule.py::test_all_conditions_must_be_met",
    ),
    Mutant(
        fault="a word is found within a word",
        file="classifiers/rule.py",
        old=r'rf"(?<!\w)(?:{either})(?!\w)"',
        new='rf"(?:{either})"',
        test="tests/classifiers/test_judging_properties.py::test_the_judge_agrees_with_a_slow_second_opinion",
    ),
    Mutant(
        fault="shipped rules are asked before a person's",
        file="classifiers/rule.py",
        old='    PERSONAL = "personal"\n    SHIPPED = "shipped"\n',
        new='    SHIPPED = "shipped"\n    PERSONAL = "personal"\n',
        test="tests/classifiers/test_loading.py::test_personal_rules_are_asked_before_shipped_ones",
    ),
    Mutant(
        fault="a person's own names leave the desk",
        file="classifiers/ruleset.py",
        old="if rule.layer is not Layer.PERSONAL",
        new="if rule.layer",
        test="tests/classifiers/test_ruleset.py::test_names_that_only_a_person_coined_do_not_leave_the_desk",
    ),
    Mutant(
        fault="a broken rule file takes the last good rules with it",
        file="classifiers/last_good.py",
        old="ruleset, which = load_ruleset(copy),",
        new="ruleset, which = load_ruleset(),",
        test="tests/classifiers/test_last_good.py::test_a_broken_file_leaves_the_last_good_rules_in_force",
    ),
    Mutant(
        fault="a browser is work whatever it shows",
        file="classifiers/data/30-web-work.toml",
        old='title_word = ["Google Drive",',
        new='title_contains = ["", "Google Drive",'.replace('""', '" "'),
        test="tests/classifiers/test_shipped_rules.py",
    ),
)
