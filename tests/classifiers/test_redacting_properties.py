"""What holds for any title and any rules that take something out of it."""

from hypothesis import example, given
from hypothesis import strategies as st

from classifiers.judging import RuleJudge
from classifiers.redacting import RuleRedactor
from core.case_token import is_case_token, written_alike
from core.privacy import TitleLevel
from core.redactor import Kept
from tests.classifiers.redactors import BANKING, CASES, CLIENTS, KEY, a_redactor, kept, written_rules

WORDS = (
    "Müller", "C-4711", "c 4711", "47", "‹client›", "‹case›", "‹", "›", "Payroll", "(public)", "a@b.de", "/home/x",
    "123456", "x", " ", "-",
)  # fmt: skip
TITLES = st.lists(st.sampled_from(WORDS), max_size=6).map("".join)
MATCHERS = ('app = "calc"', 'title_contains = "x"', 'title_regex = "^‹"', 'not = { title_word = "case" }')
PATTERNS = ("\\d+", "\\w+", "Müller", "C-\\S+", "^.", ".$", "‹\\w", "[^ ]+ ", "(?<=x).+", "x|‹x", "(?<=›).")
IDENTIFYING = ("C-(?P<case>\\d+)", "(?P<case>\\d+)", "(?P<case>\\w+)", "‹(?P<case>.+)", "(?P<case>.)")
EFFECTS = (
    "private = true",
    *(f"redact = '{pattern}'\nmark = '{mark}'" for pattern in PATTERNS for mark in "xc"),
    *(f"case = '{pattern}'" for pattern in IDENTIFYING),
)
RULES = st.lists(st.tuples(st.sampled_from(MATCHERS), st.sampled_from(EFFECTS)), max_size=4).map(
    lambda rules: "".join(
        f"[[rule]]\nid = 'r{number}'\n{matcher}\n{effect}\n" for number, (matcher, effect) in enumerate(rules)
    )
)


@given(RULES, TITLES, st.sampled_from(TitleLevel))
@example(CASES + CLIENTS + BANKING, "Claim C-4711 Payroll (public)", TitleLevel.FULL)
def test_what_is_left_is_left_again(rules: str, title: str, level: TitleLevel) -> None:
    """Whatever the rules: a stored context comes through unchanged, and holds no case."""
    redactor = a_redactor(rules, level)
    left = kept(redactor, "calc", title)

    if not left.private:
        assert kept(redactor, left.context.app, left.context.title) == Kept(left.context)


@given(TITLES, st.text("0123456789", min_size=3, max_size=8), TITLES, st.sampled_from(("{}", "{:>12}", "x{}x")))
def test_no_identifier_is_left_in_any_writing(before: str, identifier: str, after: str, written: str) -> None:
    """Around it may stand whatever; a title that mentions the case often loses all of them."""
    rules = "[[rule]]\nid = 'x'\napp = 'calc'\ncase = 'case (?P<case>\\d+)'"
    spaced = written.format("-".join(identifier))
    left = kept(a_redactor(rules), "calc", f"{before}|case {identifier}|{spaced}|{after}")

    assert left.case is not None
    assert is_case_token(left.case)
    assert identifier not in written_alike(left.context.title.replace("‹case›", "|").split("|", 1)[1])
    assert identifier not in left.context.title


@given(RULES, TITLES)
def test_replay_equals_life(rules: str, title: str) -> None:
    """Rules that judge see the stored title only, so what was judged as it happened is judged so ever after."""
    ruleset = written_rules(rules + CATEGORIES)
    redactor = RuleRedactor(ruleset.rules, TitleLevel.FULL, KEY)
    live = kept(redactor, "calc", title)
    again = kept(redactor, live.context.app, live.context.title)

    assert live.private or RuleJudge(ruleset).default(live.context) == RuleJudge(ruleset).default(again.context)


CATEGORIES = """
[[rule]]
id = "claims"
title_regex = 'C-\\d+'
category = "Work/Claims"
[[rule]]
id = "cases"
title_contains = "‹case›"
category = "Work/Cases"
"""
