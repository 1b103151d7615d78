"""What each condition on a window looks for, and how it says what it found or missed."""

import re

import pytest

from classifiers.context_matcher import (
    Containing,
    ContainingAll,
    ContextMatcher,
    Exact,
    Fitting,
    HavingWord,
    Shaped,
    seen,
    words,
)
from classifiers.matcher import Not, Subject, reasons
from tests.factories import a_context

INVOICE = words(Subject.TITLE, ["x", "Invoice"])
OFFICE = words(Subject.APP, ["office"])
CASE = (re.compile(r"case \d+"),)
EX = (re.compile("^ex"),)
LIKE = words(Subject.APP, ["libre*", "EXCEL?.exe", "mail"])
BOTH = words(Subject.TITLE, ["Claim", "total"])


def exactly(subject: Subject, *written: str) -> ContextMatcher:
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
        (Shaped(LIKE), "LibreOffice", "", 'app is like "libre*"'),
        (Shaped(LIKE), "excel9.exe", "", 'app is like "EXCEL?.exe"'),
        (Shaped(LIKE), "Mail", "", 'app is like "mail"'),
        (Shaped(LIKE), "excel", "", None),
        (Shaped(LIKE), "mailer", "", None),
        (Containing(Subject.APP, OFFICE), "LibreOffice", "", 'app contains "office"'),
        (Containing(Subject.TITLE, INVOICE), "", "my INVOICES", 'title contains "Invoice"'),
        (Containing(Subject.TITLE, INVOICE), "", "voice", None),
        (ContainingAll(Subject.TITLE, BOTH), "", "TOTAL of claims", 'title contains "Claim" and "total"'),
        (ContainingAll(Subject.TITLE, BOTH), "", "claims", None),
        (HavingWord(("SAP",)), "", "my sap: start", 'title has the word "SAP"'),
        (HavingWord(("SAP",)), "", "disappear", None),
        (HavingWord(("Invoice",)), "", "2026_invoice_7.xlsx", 'title has the word "Invoice"'),
        (HavingWord(("SAP",)), "", "SAP_1", 'title has the word "SAP"'),
        (HavingWord(("Disney+", "a (b)")), "", "on Disney+!", 'title has the word "Disney+"'),
        (HavingWord(("Time", "Times New")), "", "the times new roman", 'title has the word "Times New"'),
        (Fitting(Subject.TITLE, CASE), "", "case 12", r'title has "case 12", which matches case \d+'),
        (Fitting(Subject.APP, EX), "EXCEL", "", 'app has "ex", which matches ^ex'),
        (Fitting(Subject.APP, EX), "regex", "", None),
        (Not(HavingWord(("Draft",))), "", "Letter", 'title does not have the word "Draft"'),
        (Not(HavingWord(("Draft",))), "", "draft 2", None),
    ],
)  # fmt: skip
def test_a_condition_says_why_it_is_met_or_nothing(
    matcher: ContextMatcher, app: str, title: str, why: str | None
) -> None:
    """Letter case and `.exe` make no difference; the reason uses the words of the rule."""
    assert why == matcher.why(seen(a_context(app, title)))


@pytest.mark.parametrize(
    ("matcher", "missed"),
    [
        (exactly(Subject.APP, "a", "b"), 'app is not "a" or "b"'),
        (exactly(Subject.TITLE, *"abcdef"), 'title is not "a", "b", "c", "d" or 2 more'),
        (Shaped(LIKE[:1]), 'app is not like "libre*"'),
        (Containing(Subject.TITLE, INVOICE), 'title does not contain "x" or "Invoice"'),
        (ContainingAll(Subject.TITLE, BOTH), 'title does not contain all of "Claim" and "total"'),
        (HavingWord(("SAP",)), 'title does not have the word "SAP"'),
        (Fitting(Subject.TITLE, CASE), r'title has nothing that matches "case \d+"'),
        (Not(HavingWord(("SAP",))), 'it excludes title_word = "SAP"'),
    ],
)
def test_a_condition_says_what_was_wanting(matcher: ContextMatcher, missed: str) -> None:
    """Whoever asks why a rule did not match reads it in these words."""
    assert missed == matcher.missed()


def test_all_conditions_must_be_met() -> None:
    """One condition that fails is enough for the rule not to match."""
    app, title = exactly(Subject.APP, "mail"), exactly(Subject.TITLE, "Inbox")

    assert reasons((app, title), seen(a_context("mail", "inbox"))) == ('app is "mail"', 'title is "Inbox"')
    assert reasons((app, title), seen(a_context("mail", "drafts"))) is None
    assert reasons((app, title), seen(a_context("web", "inbox"))) is None
