"""What holds for all rules and titles: agreement with a slow second opinion, and the weight of order."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from classifiers.judging import RuleJudge
from classifiers.loading import ruleset_of
from classifiers.named_sets import NamedSets
from classifiers.rule import Layer, Rule
from classifiers.rule_file import read_rules
from classifiers.ruleset import Ruleset
from core.judge import Judge
from core.toml_file import read_toml
from tests.classifiers.rule_files import RuleTable, second_opinion, write_rules
from tests.factories import a_context

LETTERS = "aAbä _."
WORDS = st.text(LETTERS, min_size=1, max_size=2)
PLAIN = st.text("abäA", min_size=1, max_size=2)
PATTERNS = st.one_of(
    st.tuples(PLAIN, PLAIN).map(lambda words: f"({words[0]}|{words[1]})+"),
    PLAIN.map(lambda word: f"^{word}"),
    PLAIN.map(lambda word: f"{word}$"),
    st.tuples(PLAIN, PLAIN).map(".*".join),
)
SHAPES = st.text("ab*?", min_size=1, max_size=3)
PARTS = st.text("abA", min_size=3, max_size=4)
APPS = st.one_of(WORDS, WORDS.map(lambda word: f"{word}.EXE"))
TITLES = st.text(LETTERS, max_size=9)


def one_or_several(values: st.SearchStrategy[str]) -> st.SearchStrategy[str | list[str]]:
    return st.one_of(values, st.lists(values, min_size=1, max_size=3))


CONDITIONS = {
    "app": one_or_several(st.one_of(APPS, SHAPES)),
    "app_contains": one_or_several(APPS),
    "app_regex": one_or_several(PATTERNS),
    "title": one_or_several(WORDS),
    "title_word": one_or_several(WORDS),
    "title_contains": one_or_several(st.one_of(WORDS, PARTS)),
    "title_all": one_or_several(WORDS),
    "title_regex": one_or_several(PATTERNS),
}


@st.composite
def rule_tables(draw: st.DrawFn) -> list[RuleTable]:
    tables: list[RuleTable] = []
    for number in range(draw(st.integers(0, 6))):
        keys = draw(st.lists(st.sampled_from(sorted(CONDITIONS)), min_size=1, max_size=3, unique=True))
        category = draw(st.sampled_from(["Work", "Work/Claims", "Knowledge/Wiki", "Personal", "Unclassified"]))
        excluding = draw(st.lists(st.sampled_from(sorted(CONDITIONS)), max_size=2, unique=True))
        table = {"id": f"rule-{number}", "category": category, **{key: draw(CONDITIONS[key]) for key in keys}}
        tables.append({**table, "not": {key: draw(CONDITIONS[key]) for key in excluding}} if excluding else table)
    return tables


CONTEXTS = st.lists(st.tuples(APPS, TITLES), min_size=1, max_size=5)


def rules_of(tables: list[RuleTable]) -> tuple[Rule, ...]:
    with tempfile.TemporaryDirectory() as folder:
        file = read_toml(write_rules(Path(folder) / "rules.toml", *tables))
        return read_rules(file, Layer.PERSONAL, NamedSets()).rules


def verdict(judge: Judge, app: str, title: str) -> tuple[str | None, str]:
    found = judge.default(a_context(app, title))
    return found.rule_id, found.category.path


@settings(max_examples=settings().max_examples * 4)
@given(rule_tables(), CONTEXTS)
def test_the_judge_agrees_with_a_slow_second_opinion(tables: list[RuleTable], contexts: list[tuple[str, str]]) -> None:
    """Any rule file gives each window the verdict that reading it letter by letter gives."""
    judge = RuleJudge(Ruleset(rules_of(tables)))

    for app, title in contexts:
        assert verdict(judge, app, title) == second_opinion(tables, app, title)


@given(rule_tables(), CONTEXTS)
def test_a_rule_added_at_the_end_changes_no_earlier_verdict(
    tables: list[RuleTable], contexts: list[tuple[str, str]]
) -> None:
    """Only what was unclassified can become something else."""
    all_rules = rules_of(tables)
    before, after = RuleJudge(Ruleset(all_rules[:-1])), RuleJudge(Ruleset(all_rules))

    for app, title in contexts:
        if before.default(a_context(app, title)).rule_id is not None:
            assert before.default(a_context(app, title)) == after.default(a_context(app, title))


@given(rule_tables(), CONTEXTS)
def test_asking_twice_or_in_another_order_gives_the_same_verdict(
    tables: list[RuleTable], contexts: list[tuple[str, str]]
) -> None:
    """What was remembered is what would be worked out."""
    rules = Ruleset(rules_of(tables))
    judge = RuleJudge(rules)
    first = [judge.default(a_context(*context)) for context in contexts]

    assert [judge.default(a_context(*context)) for context in reversed(contexts)] == first[::-1]
    assert [RuleJudge(rules).default(a_context(*context)) for context in contexts] == first


@given(rule_tables())
def test_a_persons_rules_are_asked_in_their_order_and_first(tables: list[RuleTable]) -> None:
    """The layers never reorder what a person wrote."""
    with tempfile.TemporaryDirectory() as folder:
        file = read_toml(write_rules(Path(folder) / "rules.toml", *tables))
        rules = ruleset_of([(Layer.PERSONAL, file)]).rules

    assert [rule.id for rule in rules[: len(tables)]] == [table["id"] for table in tables]
