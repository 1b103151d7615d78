"""Every shipped rule with windows that it must decide and some that it must leave alone, and what holds for all."""

import re
import tomllib

import pytest

from classifiers.judging import RuleJudge
from classifiers.lengths import in_words, length_ms
from classifiers.loading import load_ruleset, read_layers, shipped_files
from classifiers.rule_file import RuleFile
from classifiers.runaway import runaways
from classifiers.shadowing import shadows
from core.category import Kind
from core.clock import MS_PER_MIN
from core.span import Context, State
from tests.classifiers.shipped_examples import all_examples, examples_of
from tests.factories import a_span

SHIPPED = load_ruleset()
JUDGE = RuleJudge(SHIPPED)
FILES = read_layers([])
TRADES = [file for file in FILES if "13" <= file.path.name < "19"]
EXAMPLES = all_examples()
NAMING = [rule for rule, example in EXAMPLES.items() if example.category is not None]
KEEPING = [rule for rule, example in EXAMPLES.items() if example.keep_active is not None]
LONGEST_KEPT_MS = 15 * MS_PER_MIN
HOUR_S = 3600


def _by_name(file: RuleFile) -> str:
    return file.path.name


@pytest.mark.parametrize("file", [file for file in FILES if file.rules], ids=_by_name)
def test_every_rule_has_a_row_and_every_row_a_rule(file: RuleFile) -> None:
    """A rule without examples, or an example without its rule, does not pass."""
    assert [rule.id for rule in file.rules] == list(examples_of(file.path.name))


def test_every_rule_is_swept() -> None:
    """The tables hold the whole ruleset, and each row is about the one effect that its rule has."""
    assert [rule.id for rule in SHIPPED.rules] == list(EXAMPLES)
    assert sorted([*NAMING, *KEEPING]) == sorted(EXAMPLES)


@pytest.mark.parametrize("rule_id", NAMING)
def test_the_rule_decides_its_windows_and_leaves_the_others_alone(rule_id: str) -> None:
    """Each rule wins its own windows among all shipped rules and does not take the near misses."""
    example = EXAMPLES[rule_id]
    decided = {window: JUDGE.default(Context(*window)) for window in example.decides}
    left = {window: JUDGE.default(Context(*window)).rule_id for window in example.leaves}

    assert dict.fromkeys(example.decides, rule_id) == {w: verdict.rule_id for w, verdict in decided.items()}
    assert {example.category} == {verdict.category.path for verdict in decided.values()}
    assert rule_id not in left.values(), left


@pytest.mark.parametrize("rule_id", KEEPING)
def test_the_rule_keeps_idle_time_active_in_its_windows_only(rule_id: str) -> None:
    """So much of an hour without input as its row says, and by this rule."""
    example = EXAMPLES[rule_id]
    assert example.keep_active is not None
    limit_ms = length_ms(example.keep_active)
    assert limit_ms <= LONGEST_KEPT_MS

    for app, title in example.decides:
        first, rest = JUDGE([a_span(app=app, title=title, seconds=HOUR_S, state=State.IDLE)], ())
        assert (first.span.state, first.span.observed_ms) == (State.ACTIVE, limit_ms)
        assert first.verdict.why.endswith(f"kept active up to {in_words(limit_ms)} by rule {rule_id}")
        assert rest.verdict.category.kind is Kind.IDLE
    for app, title in example.leaves:
        pieces = JUDGE([a_span(app=app, title=title, seconds=HOUR_S, state=State.IDLE)], ())
        assert not any(piece.verdict.why.endswith(f"by rule {rule_id}") for piece in pieces)


@pytest.mark.parametrize("app", ["firefox", "chrome.exe", "Google Chrome", "msedge", "dillo", "Safari"])
@pytest.mark.parametrize("title", ["", "New Tab", "Inbox", "Mozilla Firefox", "Personal - Microsoft Edge"])
def test_a_browser_whose_title_says_nothing_stays_unclassified(app: str, title: str) -> None:
    """Better unclassified than wrong."""
    assert JUDGE.default(Context(app, title)).category.kind == Kind.UNCLASSIFIED


@pytest.mark.parametrize("app", ["bestand.exe", "chrome.exe"])
@pytest.mark.parametrize(
    "title",
    [
        "Case", "Decision", "Application", "Order", "Reminder", "Request", "Policy", "Claim", "Payment", "Account",
        "Fall", "Akte", "Vorgang", "Auftrag", "Konto", "Vertrag", "Bescheid", "Antrag", "Kündigung", "Leistung",
    ],
)  # fmt: skip
def test_a_word_of_every_trade_decides_nothing_alone(app: str, title: str) -> None:
    """The same word is another activity in the office next door."""
    assert JUDGE.default(Context(app, title)).category.kind == Kind.UNCLASSIFIED


@pytest.mark.parametrize(
    "title",
    [
        "Krankmeldung", "AU-Bescheinigung", "Schwangerschaft", "Mutterschutz", "Schwerbehinderung", "Elternzeit",
        "Betriebsrat", "Beschwerde an den Personalrat", "Gewerkschaft", "works council", "Complaint to the trade union",
        "Bewerbung", "Zwischenzeugnis", "Aufhebungsvertrag", "Kündigung", "Job offer", "Kirche",
    ],
)  # fmt: skip
def test_what_is_told_of_a_person_gets_no_category_of_its_own(title: str) -> None:
    """Categories reach supervisors by name: health, faith, union and leaving must not be read from them."""
    assert JUDGE.default(Context("outlook.exe", f"{title} - Message (HTML)")).category.path == "Work/Mail"
    assert JUDGE.default(Context("winword.exe", f"{title}.docx - Word")).category.path == "Work/Documents"
    assert JUDGE.default(Context("chrome.exe", title)).category.kind == Kind.UNCLASSIFIED


def test_the_set_yields_work_knowledge_and_personal() -> None:
    """No shipped rule gives Unclassified, which is what remains when none matches."""
    given = {rule.category.kind for rule in SHIPPED.rules if rule.category}
    assert {Kind.WORK, Kind.KNOWLEDGE, Kind.PERSONAL} == given


def test_the_shipped_files_have_no_fault() -> None:
    """They are read as any other file is."""
    assert [fault for file in FILES for fault in file.faults] == []


def test_no_rule_stands_in_the_shadow_of_another() -> None:
    """Each can have each of its effects."""
    assert [(shadow.rule.id, shadow.effect) for shadow in shadows(SHIPPED.rules)] == []


def test_no_pattern_can_run_away() -> None:
    """Whatever the title."""
    patterns = [placed.pattern.pattern for file in FILES for placed in file.patterns]
    assert patterns
    assert not runaways(patterns)


def test_every_activity_of_a_trade_is_described_and_given() -> None:
    """A standard time for a category that no rule gives would never be used."""
    given = {rule.category.path for file in TRADES for rule in file.rules if rule.category}
    described = {activity.category.path for file in FILES for activity in file.activities}

    assert given == described
    assert sum(len(file.activities) for file in FILES) == len(described)


def test_standard_times_are_minutes_not_days() -> None:
    """A place to start from for one piece of work at a desk."""
    times = [activity.standard_time_ms for activity in SHIPPED.activities.values()]
    assert all(time is None or MS_PER_MIN <= time <= 60 * MS_PER_MIN for time in times)


def test_no_word_stands_twice_in_one_condition() -> None:
    """A list with a doubled word was put together carelessly."""
    for rule in SHIPPED.rules:
        for matcher in rule.matchers:
            folded = [word.casefold() for word in matcher.written]
            assert sorted(set(folded)) == sorted(folded), rule.id


def test_no_text_stands_beside_a_shorter_one_that_finds_the_same() -> None:
    """Of two texts to look for anywhere, one in the other, the longer is of no use."""
    for rule in SHIPPED.rules:
        for matcher in rule.matchers:
            if matcher.key.endswith("title_contains"):
                folded = [word.casefold() for word in matcher.written]
                assert [(a, b) for a in folded for b in folded if a != b and a in b] == [], rule.id


def test_no_program_belongs_to_two_rules_that_look_at_nothing_else() -> None:
    """The second of two such rules could never decide it."""
    owners: dict[str, str] = {}
    for rule in SHIPPED.rules:
        if rule.category and [matcher.key for matcher in rule.matchers] == ["app"]:
            for app in rule.matchers[0].written:
                assert owners.setdefault(app.casefold(), rule.id) == rule.id, app


def test_the_example_in_the_header_is_a_rule() -> None:
    """What the comment at the top of the first file shows can be copied."""
    text = next(shipped_files()).text
    example = re.search(r"^#   \[\[rule\]\]\n(?:#   .*\n)+", text, re.MULTILINE)
    assert example is not None

    rule = tomllib.loads(re.sub(r"^#   ", "", example[0], flags=re.MULTILINE))["rule"][0]

    assert {"id", "app", "title_contains", "category", "comment"} == set(rule)
