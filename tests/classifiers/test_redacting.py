"""What rules take out of a title before it is stored, by example and for any title and rules."""

import re
from pathlib import Path

import pytest

from classifiers.effect import Redaction, WriteEffects
from classifiers.in_force import RulesInForce
from classifiers.redacting import RedactorInForce, RuleRedactor, effects_of_others
from classifiers.rule import Layer, Rule
from classifiers.rule_places import RulePlaces
from core.case_token import case_token
from core.privacy import TitleLevel
from core.redactor import Effect, Kept
from core.span import NOTHING_SHOWN, Context
from tests.classifiers.redactors import BANKING, CASES, CLIENTS, KEY, a_redactor, kept, written_rules
from tests.factories import a_window

PRIVATE = Kept(private=True)
EVERYTHING = CASES + CLIENTS + BANKING


def stored(redactor: RuleRedactor, app: str, title: str) -> str:
    """The title that is left of a window that is not private."""
    left = kept(redactor, app, title)
    assert not left.private
    assert left.context.app == app
    return left.context.title


def test_without_rules_the_level_decides() -> None:
    """As `core.privacy` masks it; no window is nothing shown."""
    assert stored(a_redactor(), "calc", "Case 4711082") == "Case 4711082"
    assert stored(a_redactor(level=TitleLevel.REDACTED), "calc", "Case 4711082") == "Case ‹number›"
    assert stored(a_redactor(level=TitleLevel.APP_ONLY), "calc", "Case 4711082") == ""
    assert a_redactor()(None) == Kept(NOTHING_SHOWN)
    assert kept(a_redactor(), "keepassxc", "Budget") == PRIVATE


@pytest.mark.parametrize(
    ("app", "title", "is_private"),
    [
        ("bank", "Accounts", True),
        ("Bank.EXE", "Accounts", True),
        ("ledger-2", "", True),
        ("calc", "Payroll of March", True),
        ("calc", "Payroll of March (public)", False),
        ("calc", "Budget", False),
    ],
)
def test_a_private_window_keeps_nothing_but_its_time(app: str, title: str, is_private: bool) -> None:
    """Neither program nor title, whatever other rules say of it."""
    assert kept(a_redactor(EVERYTHING), app, title) == (PRIVATE if is_private else Kept(Context(app, title)))


@pytest.mark.parametrize(
    ("title", "left"),
    [
        ("Dear Anna - offer", "‹client› - offer"),
        ("Herr Müller, MÜLLER", "Herr ‹client›, ‹client›"),
        ("Dear Müller", "‹client›"),
        ("MüllerMüller", "‹client›"),
        ("Offer", "Offer"),
    ],
)
def test_what_a_rule_names_becomes_its_mark(title: str, left: str) -> None:
    """In the programs that it is about; stretches that overlap or touch are one."""
    assert stored(a_redactor(CLIENTS), "letters", title) == left
    assert stored(a_redactor(CLIENTS), "calc", title) == title


def test_every_rule_that_matches_masks() -> None:
    """Not only the first; each sees the raw title, whatever the others take out of it."""
    rules = """
    [[rule]]
    id = "numbers"
    app = "calc"
    redact = '\\d+'
    mark = "digits"
    [[rule]]
    id = "names"
    app = "calc"
    redact = '\\d+ Müller'
    [[rule]]
    id = "others"
    app = "calc"
    redact = 'Berg'
    """
    assert stored(a_redactor(rules), "calc", "12 Müller, 34 Berg") == "‹digits›, ‹digits› ‹redacted›"


@pytest.mark.parametrize(
    ("title", "left"),
    [
        ("Claim C-4711 - Claims", "Claim C-‹case› - Claims"),
        ("Claim C-4711 - 47-11.pdf", "Claim C-‹case› - ‹case›.pdf"),
        ("Claim C-4711, c-4712", "Claim C-‹case›, c-‹case›"),
        ("Claim C-", "Claim C-"),
        ("Invoice C-4711", "Invoice C-4711"),
    ],
)
def test_an_identifier_leaves_every_place_of_the_title(title: str, left: str) -> None:
    """Also where it is written otherwise, and so does a second one."""
    assert stored(a_redactor(CASES), "calc", title) == left


def test_the_case_is_the_token_of_the_first_identifier() -> None:
    """The same for every title of one case, also where the level keeps no title at all."""
    token = case_token(KEY, "4711")
    for title in ("Claim C-4711", "4711 of claim c-4711 and C-4712"):
        assert kept(a_redactor(CASES), "calc", title).case == token
    assert kept(a_redactor(CASES), "calc", "Claim of nobody").case is None
    assert kept(a_redactor(CASES, TitleLevel.APP_ONLY), "calc", "Claim C-4711") == Kept(Context("calc", ""), case=token)
    assert kept(a_redactor(CASES, TitleLevel.REDACTED), "calc", "Claim C-471108") == Kept(
        Context("calc", "Claim C-‹case›"), case=case_token(KEY, "471108")
    )


def test_the_first_rule_that_finds_a_case_gives_it() -> None:
    """A rule that matches and finds none leaves it to the next; what both find is masked."""
    rules = """
    [[rule]]
    id = "policies"
    app = "calc"
    case = 'P-(?P<case>\\d+)'
    [[rule]]
    id = "claims"
    app = "calc"
    case = 'C-(?P<case>\\d+)'
    """
    both, one = kept(a_redactor(rules), "calc", "C-1234 P-5678"), kept(a_redactor(rules), "calc", "C-1234")

    assert (both.case, one.case) == (case_token(KEY, "5678"), case_token(KEY, "1234"))
    assert both.context.title == "C-‹case› P-‹case›"


def test_an_identifier_without_a_letter_or_digit_is_none() -> None:
    """The next one that the pattern finds is taken."""
    rules = "[[rule]]\nid = 'x'\napp = 'calc'\ncase = '#(?P<case>\\S*)'"

    assert kept(a_redactor(rules), "calc", "#-- #A1") == Kept(
        Context("calc", "#-- #‹case›"), case=case_token(KEY, "A1")
    )


def test_a_mark_is_masked_no_further() -> None:
    """What a rule would find in it is no name and no identifier of anybody."""
    rules = "[[rule]]\nid = 'x'\napp = 'calc'\nredact = '\\w+'\nmark = 'word'"
    cases = "[[rule]]\nid = 'x'\napp = 'calc'\ncase = '(?P<case>\\w+)'"

    assert stored(a_redactor(rules), "calc", "Budget 2026") == "‹word› ‹word›"
    assert kept(a_redactor(cases), "calc", "‹case› ‹mail›") == Kept(Context("calc", "‹case› ‹mail›"))


def test_rules_that_do_not_come_to_an_end_leave_no_title() -> None:
    """Here each mark calls for another one behind it; the case is still known."""
    rules = "[[rule]]\nid = 'x'\napp = 'calc'\nredact = '(?<=›).'" + CASES
    left = kept(a_redactor(rules), "calc", "Claim C-4711 of nobody in particular")

    assert left == Kept(Context("calc", ""), case=case_token(KEY, "4711"))
    assert kept(a_redactor(rules), "calc", "") == Kept(Context("calc", ""))


def test_what_a_rule_would_forbid_in_a_stored_title_is_not_stored() -> None:
    """A mask may leave what another rule calls private: then nothing is stored at once, not only after a scrub."""
    rules = BANKING + "[[rule]]\nid = 'public'\napp = 'calc'\nredact = '.public.'"

    assert kept(a_redactor(rules), "calc", "Payroll (public)") == PRIVATE


def test_one_key_makes_one_token_on_two_desks_and_another_key_another() -> None:
    """Whatever their other rules are."""
    one, two = a_redactor(CASES), a_redactor(CLIENTS + CASES, TitleLevel.REDACTED)
    elsewhere = a_redactor(CASES, key=bytes(16))

    tokens = [kept(desk, "calc", "Claim C-4711").case for desk in (one, two, elsewhere)]
    assert tokens[0] == tokens[1] != tokens[2]


@pytest.mark.parametrize(
    ("app", "hidden"),
    [("keepassxc", True), ("Bank.exe", True), ("ledger-2", True), ("calc", False), ("firefox", False)],
)
def test_a_program_is_hidden_where_every_window_of_it_is_private(app: str, hidden: bool) -> None:
    """A rule that also looks at the title does not hide the program: there may be other windows."""
    assert a_redactor(BANKING).hides(app) is hidden


def test_its_version_changes_with_whatever_may_be_stored_and_only_then() -> None:
    """Ids, comments, categories and the key decide nothing of that."""
    versions = [
        a_redactor(text, level).version
        for text in ("", CASES, CLIENTS, CLIENTS.replace("client", "person"), CLIENTS.replace("Dear", "Hi"), BANKING)
        for level in TitleLevel
    ]
    same = CASES.replace("cases", "others") + 'comment = "why"\ncategory = "Work/Claims"\n'

    assert len(set(versions)) == len(versions)
    assert a_redactor(same, key=bytes(16)).version == a_redactor(CASES).version


def test_rules_of_others_are_told_of_and_those_of_the_person_are_not() -> None:
    """The notice names what somebody else decided."""
    redaction = WriteEffects(redactions=(Redaction(re.compile("x"), "‹x›"),))
    theirs = Rule(id="x", matchers=(), effects=redaction, layer=Layer.ORGANISATION)

    assert effects_of_others(written_rules(EVERYTHING, Layer.ORGANISATION).rules) == set(Effect)
    assert effects_of_others([theirs]) == {Effect.REDACT}
    assert effects_of_others(written_rules(EVERYTHING).rules) == set()


def test_a_running_agent_follows_its_rule_file(tmp_path: Path) -> None:
    """At the moment at which the judge does; one that was taken before stays as it was."""
    file = tmp_path / "rules.toml"
    rules = RulesInForce(RulePlaces(personal=file, last_good=tmp_path / "last-good.toml"))
    redactor = RedactorInForce(rules, TitleLevel.FULL, KEY)
    before, version = redactor.current, redactor.version
    file.write_text(CASES + BANKING, encoding="utf-8")
    unnoticed = redactor(a_window("bank", "Accounts"))
    rules.refresh()

    assert (unnoticed, redactor(a_window("bank", "Accounts"))) == (Kept(Context("bank", "Accounts")), PRIVATE)
    assert before(a_window("bank", "Accounts")) == unnoticed
    assert (redactor.hides("bank"), before.hides("bank")) == (True, False)
    assert redactor.version != version == before.version


@pytest.mark.timeout(20)
@pytest.mark.parametrize("piece", ["‹case›", "C-1", "x", "‹", "1 "])
def test_no_title_can_stall_the_agent(piece: str) -> None:
    """Also one that was made for it."""
    rules = EVERYTHING + "[[rule]]\nid = 'all'\napp = 'letters'\nredact = '.'\ncase = '(?P<case>.+)'"

    kept(a_redactor(rules), "letters", "claim " + piece * (200_000 // len(piece)))
