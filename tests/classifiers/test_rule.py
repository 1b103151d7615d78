"""What each condition of a rule looks for, and how it says what it found."""

import re

import pytest

from classifiers.rule import Containing, Exact, Fitting, HavingWord, Matcher, Rule, Subject, reasons, seen, words
from core.category import Category
from tests.factories import a_context

INVOICE = words(Subject.TITLE, ["x", "Invoice"])
OFFICE = words(Subject.APP, ["office"])
CASE = (re.compile(r"case \d+"),)
EX = (re.compile("^ex"),)


def exactly(subject: Subject, *written: str) -> Matcher:
    return Exact(subject, words(subject, written))


@pytest.mark.parametrize(
    ("matcher", "app", "title", "why"),
    [
        (exactly(Subject.APP, "excel"), "EXCEL.EXE", "", 'app is "excel"'),
        (exactly(Subject.APP, "Excel.exe"), "excel", "", 'app is "Excel.exe"'),
        (exactly(Subject.APP, "calc", "excel"), "Excel", "", 'app is "excel"'),
        (exactly(Subject.APP, "excel"), "excel2", "", None),
        (exactly(Subject.TITLE, "Straße"), "", "STRASSE", 'title is "Straße"'),
        (exactly(Subject.TITLE, "Inbox"), "", "Inbox 3", None),
        (exactly(Subject.TITLE, "setup.exe"), "", "setup", None),
        (Containing(Subject.APP, OFFICE), "LibreOffice", "", 'app contains "office"'),
        (Containing(Subject.TITLE, INVOICE), "", "my INVOICES", 'title contains "Invoice"'),
        (Containing(Subject.TITLE, INVOICE), "", "voice", None),
        (HavingWord(("SAP",)), "", "my sap: start", 'title has the word "sap"'),
        (HavingWord(("SAP",)), "", "disappear", None),
        (HavingWord(("SAP",)), "", "SAP_1", None),
        (HavingWord(("Disney+", "a (b)")), "", "on Disney+!", 'title has the word "Disney+"'),
        (HavingWord(("Time", "Times New")), "", "the Times New Roman", 'title has the word "Times New"'),
        (Fitting(Subject.TITLE, CASE), "", "case 12", r'title has "case 12", which matches case \d+'),
        (Fitting(Subject.APP, EX), "EXCEL", "", 'app has "ex", which matches ^ex'),
        (Fitting(Subject.APP, EX), "regex", "", None),
    ],
)  # fmt: skip
def test_a_condition_says_why_it_is_met_or_nothing(matcher: Matcher, app: str, title: str, why: str | None) -> None:
    """Letter case and `.exe` make no difference; the reason uses the words of the rule or of the title."""
    assert why == matcher.why(seen(a_context(app, title)))


def test_all_conditions_must_be_met() -> None:
    """One condition that fails is enough for the rule not to match."""
    app, title = exactly(Subject.APP, "mail"), exactly(Subject.TITLE, "Inbox")

    assert reasons((app, title), seen(a_context("mail", "inbox"))) == ('app is "mail"', 'title is "Inbox"')
    assert reasons((app, title), seen(a_context("mail", "drafts"))) is None
    assert reasons((app, title), seen(a_context("web", "inbox"))) is None


def test_a_rule_tells_its_conditions_on_the_app_from_those_on_the_title() -> None:
    """The judge asks about the app once and about each title apart."""
    app, title = exactly(Subject.APP, "mail"), HavingWord(("Inbox",))
    rule = Rule(id="r", category=Category("Work"), matchers=(title, app))

    assert (app,) == rule.about(Subject.APP)
    assert (title,) == rule.about(Subject.TITLE)
