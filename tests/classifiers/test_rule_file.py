"""Rule files: what they may say, and what a person reads when they say something else."""

from pathlib import Path

import pytest

from classifiers.loading import load_ruleset
from classifiers.named_sets import NamedSets
from classifiers.rule import Activity, Layer
from classifiers.rule_file import RuleFile, read_rules
from core.category import Category
from core.errors import UserError
from core.toml_file import read_toml

GOOD = """\
# my rules

[[rule]]
id = "supplier-mail"
app = ["thunderbird", "OUTLOOK.EXE"]
title_contains = "Invoice"
category = "Work/Invoices"
comment = "also reminders"

[[rule]]
id = "phone"
title_regex = '^call \\d'
title = ["call 1", "call 2"]
app_contains = "phone"
app_regex = "soft"
title_word = "call"
category = "Work"
"""


def the_fault_of(tmp_path: Path, text: str) -> str:
    file = tmp_path / "rules.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UserError) as caught:
        load_ruleset(file)
    return str(caught.value).replace(str(file), "rules.toml")


def test_a_rule_is_read_with_everything_it_says(tmp_path: Path) -> None:
    """Every condition arrives under its key, in the words of the file."""
    file = tmp_path / "rules.toml"
    file.write_text(GOOD, encoding="utf-8")

    mail, phone = load_ruleset(file).rules[:2]

    assert mail.id == "supplier-mail"
    assert mail.category == Category("Work/Invoices")
    assert Layer.PERSONAL is mail.layer
    assert mail.comment == "also reminders"
    assert [(matcher.key, matcher.written) for matcher in mail.matchers] == [
        ("app", ("thunderbird", "OUTLOOK.EXE")),
        ("title_contains", ("Invoice",)),
    ]
    assert {matcher.key: matcher.written for matcher in phone.matchers} == {
        "app_contains": ("phone",),
        "app_regex": ("soft",),
        "title": ("call 1", "call 2"),
        "title_word": ("call",),
        "title_regex": (r"^call \d",),
    }


@pytest.mark.parametrize(
    ("spoilt", "fault"),
    [
        pytest.param(
            GOOD.replace("title_contains", "title_contain"),
            "rules.toml, line 6, rule[0].title_contain: there is no key 'title_contain', did you mean 'title_contains'?"
            " — use one of app, app_contains, app_regex, case, category, comment, id, idle_over, keep_active, mark,"
            " not, private, redact, state, time, title, title_all, title_contains, title_regex, title_word, weekday",
            id="unknown key",
        ),
        pytest.param(
            GOOD.replace("[[rule]]", "[[rules]]"),
            "rules.toml, line 3, rules: there is no key 'rules', did you mean 'rule'? — use one of activity, apps,"
            " carry_over, rule, words",
            id="unknown table",
        ),
        pytest.param(
            GOOD.replace('"call"', "7"),
            "rules.toml, line 16, rule[1].title_word: expected text or a list, not a whole number — correct the value",
            id="wrong type",
        ),
        pytest.param(
            GOOD.replace('"call 2"', "true"),
            "rules.toml, line 13, rule[1].title[1]: expected text, not true or false — correct the value",
            id="wrong type in a list",
        ),
        pytest.param(
            GOOD.replace('id = "phone"\n', ""),
            "rules.toml, line 10, rule[1]: the key 'id' is missing — add it",
            id="missing id",
        ),
        pytest.param(
            GOOD.replace(r"^call \d", "call ("),
            "rules.toml, line 12, rule[1].title_regex: the pattern 'call (' does not compile: missing ),"
            " unterminated subpattern at position 5 — correct the pattern",
            id="pattern that does not compile",
        ),
        pytest.param(
            GOOD.replace(r"^call \d", "a{99999999999}"),
            "rules.toml, line 12, rule[1].title_regex: the pattern 'a{99999999999}' does not compile: the repetition"
            " number is too large — correct the pattern",
            id="pattern beyond the engine",
        ),
        pytest.param(
            GOOD.replace('"phone"\ntitle_regex', '"supplier-mail"\ntitle_regex'),
            "rules.toml, line 11, rule[1].id: the id 'supplier-mail' is taken by the rule on line 4"
            " — give one of them another id",
            id="id given twice",
        ),
        pytest.param(
            GOOD.replace('"Work"', '"Wrok"'),
            "rules.toml, line 17, rule[1].category: a category begins with Work, Knowledge, Personal, Unclassified,"
            " not 'Wrok', did you mean 'Work'? — write it as Work/Mail or Personal",
            id="unknown kind",
        ),
        pytest.param(
            GOOD.replace('"Work"', '"Idle"'),
            "rules.toml, line 17, rule[1].category: a category begins with Work, Knowledge, Personal, Unclassified,"
            " not 'Idle' — write it as Work/Mail or Personal",
            id="kind that follows from the state",
        ),
        pytest.param(
            '[[rule]]\nid = "all"\ncategory = "Work"\n',
            "rules.toml, line 1, rule[0]: this rule has no condition and would match everything — add one of app,"
            " app_contains, app_regex, title, title_word, title_contains, title_all, title_regex, state, idle_over,"
            " time, weekday",
            id="no condition",
        ),
        pytest.param(
            GOOD.replace('["call 1", "call 2"]', "[]"),
            "rules.toml, line 13, rule[1].title: expected a list of length >= 1 — correct the value",
            id="empty list",
        ),
        pytest.param(
            GOOD.replace('"Invoice"', '""'),
            "rules.toml, line 6, rule[0].title_contains: expected text of length >= 1 — correct the value",
            id="empty word",
        ),
        pytest.param(
            GOOD.replace('"thunderbird"', '"@browser"'),
            "rules.toml, line 5, rule[0].app: there is no set '@browser' under [apps], did you mean 'browsers'?"
            " — use one of @",
            id="unknown group",
        ),
        pytest.param(
            GOOD.replace("category = \"Work/Invoices\"", "category = Work/Invoices"),
            "rules.toml, line 7: Invalid value — correct that line, or move the file away",
            id="not TOML",
        ),
    ],
)  # fmt: skip
def test_a_fault_names_file_line_key_reason_and_the_way_out(tmp_path: Path, spoilt: str, fault: str) -> None:
    """Whoever wrote the file can put it right from the message alone."""
    assert spoilt != GOOD

    assert the_fault_of(tmp_path, spoilt).startswith(fault)


def test_a_group_of_ones_own_goes_before_a_shipped_one(tmp_path: Path) -> None:
    """A person's `[apps]` holds for their rules, and the shipped groups can be used beside it."""
    file = tmp_path / "rules.toml"
    file.write_text(
        '[apps]\nbrowsers = ["lynx"]\n'
        '[[rule]]\nid = "mine"\napp = ["@browsers", "mutt"]\ncategory = "Work"\n'
        '[[rule]]\nid = "viewers"\napp = "@pdf-viewers"\ncategory = "Work"\n',
        encoding="utf-8",
    )

    ruleset = load_ruleset(file)

    mine, viewers = ruleset.rules[:2]
    assert mine.matchers[0].written == ("lynx", "mutt")
    assert "evince" in viewers.matchers[0].written
    shipped_wiki = next(rule for rule in ruleset.rules if rule.id == "wikis")
    assert "firefox" in shipped_wiki.matchers[0].written


def read(tmp_path: Path, text: str) -> RuleFile:
    path = tmp_path / "rules.toml"
    path.write_text(text, encoding="utf-8")
    return read_rules(read_toml(path), Layer.PERSONAL, NamedSets())


def test_activities_and_the_limit_are_read(tmp_path: Path) -> None:
    """What is not said of an activity has its default; a file that says nothing of the limit leaves it to others."""
    file = read(
        tmp_path,
        '[carry_over]\nlimit = "2m"\n[[activity]]\ncategory = "Work/Claims"\nstandard_time = "12m"\n'
        'customer_facing = true\ncomment = "by phone"\n[[activity]]\ncategory = "Work/Mail"\n',
    )

    assert file.faults == ()
    assert file.carry_over_ms == 120_000
    assert file.activities == (
        Activity(category=Category("Work/Claims"), standard_time_ms=720_000, customer_facing=True, comment="by phone"),
        Activity(category=Category("Work/Mail")),
    )
    assert read(tmp_path, "").carry_over_ms is None
    assert read(tmp_path, '[carry_over]\nlimit = "0s"\n').carry_over_ms == 0


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('[carry_over]\nlimit = "31m"', "line 2, carry_over.limit: 31m is longer than 30 minutes"),
        ("[carry_over]", "line 1, carry_over: the key 'limit' is missing"),
        ('[carry_over]\nlimt = "1m"', "carry_over.limt: there is no key 'limt', did you mean 'limit'?"),
        ("[[activity]]\n", "line 1, activity[0]: the key 'category' is missing"),
        ('[[activity]]\ncategory = "Work"', "activity[0].category: 'Work' names no activity"),
        ('[[activity]]\ncategory = "Wrok/A"', "activity[0].category: a category begins with Work, Knowledge"),
        ('[[activity]]\ncategory = "Work/A"\nstandard_time = 12', "activity[0].standard_time: expected text"),
        (
            '[[activity]]\ncategory = "Work/A"\n[[activity]]\ncategory = "Work/A"',
            "line 4, activity[1].category: the category 'Work/A' is taken by the activity on line 2",
        ),
        ('[words]\nbanks = "x"', "words.banks: expected a list, not text"),
    ],
)
def test_a_fault_outside_the_rules_is_named_too(tmp_path: Path, text: str, fault: str) -> None:
    """With line and key."""
    assert fault in str(read(tmp_path, text).faults[0])
