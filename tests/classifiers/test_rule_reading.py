"""One rule of a file: every key of the language, every way to get it wrong, and all faults at once."""

from pathlib import Path

import pytest

from classifiers.lengths import length_ms
from classifiers.matcher import Not
from classifiers.named_sets import NamedSets
from classifiers.rule import Layer
from classifiers.rule_file import RuleFile, read_rules
from core.toml_file import TomlFile, read_toml

EVERYTHING = r"""
[apps]
office = ["EXCEL.EXE", "microsoft excel", "localc"]
[words]
insurers = ["Sunny Insurance", "Moon"]

[[rule]]
id = "claims"
app = ["@office", "libre*"]
title_all = ["claim", "@insurers"]
title_word = "@insurers"
title_contains = ["@", "@ work", "@insurers"]
state = ["active", "idle"]
idle_over = "5m"
time = ["08:00-12:00", "22:00-06:00"]
weekday = "Mon-Fri"
not = { title_contains = ["Draft", "@insurers"], app = "calc", weekday = ["Sat", "Sun"], idle_over = "20m" }
category = "Work/Claims"
keep_active = "10m"

[[rule]]
id = "bank"
app = "bank"
private = true
redact = ['Mr \w+', 'Mrs \w+']
mark = "client"
case = 'Claim (?P<case>C-\d+)'

[[rule]]
id = "names"
app = "mail"
redact = 'Dear \w+'
"""


def read(tmp_path: Path, text: str) -> RuleFile:
    path = tmp_path / "rules.toml"
    path.write_text(text, encoding="utf-8")
    file: TomlFile = read_toml(path)
    return read_rules(file, Layer.PERSONAL, NamedSets())


def faults(tmp_path: Path, text: str) -> list[str]:
    return [str(fault).replace(f"{tmp_path}/", "") for fault in read(tmp_path, text).faults]


def a_rule(**keys: str) -> str:
    given = {"id": '"r"', "app": '"calc"', "category": '"Work"'} | keys
    return "[[rule]]\n" + "\n".join(f"{key} = {value}" for key, value in given.items() if value) + "\n"


def test_every_key_of_the_language_is_read(tmp_path: Path) -> None:
    """Sets are put in where they are named; a lone sign is a text like any other."""
    file = read(tmp_path, EVERYTHING)

    assert file.faults == ()
    claims = file.rules[0]
    insurers = ("Sunny Insurance", "Moon")
    assert [(matcher.key, matcher.written) for matcher in claims.matchers] == [
        ("app", ("EXCEL.EXE", "microsoft excel", "localc", "libre*")),
        ("title_word", insurers),
        ("title_contains", ("@", "@ work", *insurers)),
        ("title_all", ("claim", *insurers)),
        ("not.app", ("calc",)),
        ("not.title_contains", ("Draft", *insurers)),
    ]
    assert [(moment.key, moment.written) for moment in claims.moments] == [
        ("state", ("active", "idle")),
        ("idle_over", ("5 min",)),
        ("time", ("08:00-12:00", "22:00-06:00")),
        ("weekday", ("Mon-Fri",)),
        ("not.idle_over", ("20 min",)),
        ("not.weekday", ("Sat", "Sun")),
    ]
    assert isinstance(claims.matchers[-1], Not)
    assert claims.category is not None
    assert (claims.category.path, claims.keep_active_ms) == ("Work/Claims", length_ms("10m"))
    assert not claims.effects


def test_write_time_effects_are_read(tmp_path: Path) -> None:
    """Marks stand in their brackets; a rule needs no category."""
    _claims, bank, names = read(tmp_path, EVERYTHING).rules

    assert bank.category is None
    assert bank.effects.private
    assert [(redaction.pattern.pattern, redaction.mark) for redaction in bank.effects.redactions] == [
        (r"Mr \w+", "‹client›"),
        (r"Mrs \w+", "‹client›"),
    ]
    assert bank.effects.case is not None
    assert bank.effects.case.pattern == r"Claim (?P<case>C-\d+)"
    assert [redaction.mark for redaction in names.effects.redactions] == ["‹redacted›"]
    assert not names.effects.private


@pytest.mark.parametrize(
    ("spoilt", "fault"),
    [
        (a_rule(category=""), "line 1, rule[0]: this rule has no effect — add one of category, keep_active, private"),
        (a_rule(category="", private="false"), "line 1, rule[0]: this rule has no effect"),
        (a_rule(app="", **{"not": "{}"}), "line 1, rule[0]: this rule has no condition and would match everything"),
        (a_rule(state='"away"'), "line 5, rule[0].state: 'away' is not a value for this key — use one of active, call"),
        (a_rule(state='"activ"'), "rule[0].state: 'activ' is not a value for this key, did you mean 'active'?"),
        (a_rule(idle_over='"1h"'), "line 5, rule[0].idle_over: 1h is longer than 30 minutes — choose a shorter time"),
        (a_rule(idle_over='"5"'), "rule[0].idle_over: '5' is not a length of time such as 90s, 10m or 1h30m"),
        (a_rule(keep_active='"31m"'), "rule[0].keep_active: 31m is longer than 30 minutes"),
        (a_rule(keep_active='"0s"'), "rule[0].keep_active: it keeps nothing active — write up to 30m"),
        (a_rule(keep_active='"5m"', state='"call"'), "rule[0].state: keep_active is about idle time, which this state"),
        (a_rule(time='"8-12"'), "rule[0].time: '8-12' is not of the form '08:00-12:00' — write it as '08:00-12:00'"),
        (a_rule(weekday='"Mo"'), "rule[0].weekday: 'Mo' is not a day: they are Mon, Tue, Wed, Thu, Fri, Sat, Sun"),
        (a_rule(title_word='"@banks"'), "rule[0].title_word: there is no set '@banks' under [words] — name it"),
        (a_rule(private="true", weekday='"Sat"'), "rule[0].weekday: private, redact and case hold before anything is"),
        (a_rule(case="'C-1'"), "rule[0].case: the pattern 'C-1' has no group named 'case' — put (?P<case>…) around"),
        (a_rule(case="'(?P<case>'"), "rule[0].case: the pattern '(?P<case>' does not compile"),
        (a_rule(mark='"x"'), "rule[0].mark: there is nothing to put a mark for — add redact, or take it away"),
        (a_rule(redact="'x*'"), "rule[0].redact: the pattern 'x*' finds something in nothing — let it find"),
        (a_rule(redact="'x'", mark='"‹x›"'), "rule[0].mark: "),
        (a_rule(**{"not": '{ titel = "x" }'}), "rule[0].not.titel: there is no key 'titel', did you mean 'title'?"),
        (a_rule(**{"not": "{ title_regex = '(' }"}), "rule[0].not.title_regex: the pattern '(' does not compile"),
        (a_rule(**{"not": '{ category = "Work" }'}), "rule[0].not.category: there is no key 'category'"),
        (a_rule(id=""), "line 1, rule[0]: the key 'id' is missing — add it"),
    ],
)  # fmt: skip
def test_a_fault_names_line_key_reason_and_the_way_out(tmp_path: Path, spoilt: str, fault: str) -> None:
    """Whoever wrote the rule can put it right from the message alone, and there is no second message about it."""
    [found] = faults(tmp_path, spoilt)

    assert fault in found


def test_all_faults_are_found_at_once(tmp_path: Path) -> None:
    """One look at the list is enough to mend the file; a rule with a fault does not hold, the others would."""
    text = (
        a_rule(titel='"x"', category='"Wrok"', keep_active="7") + a_rule(id='"good"') + a_rule(app='"@x"', time='"8"')
    )

    assert [fault.split(": ")[0] for fault in faults(tmp_path, text)] == [
        "rules.toml, line 5, rule[0].titel",
        "rules.toml, line 6, rule[0].keep_active",
        "rules.toml, line 4, rule[0].category",
        "rules.toml, line 13, rule[2].app",
        "rules.toml, line 15, rule[2].time",
        "rules.toml, line 12, rule[2].id",
    ]
    assert [rule.id for rule in read(tmp_path, text).rules] == ["good"]
