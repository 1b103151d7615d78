from datetime import date

from core.category import Category
from gui.access.open_record import opened_record
from gui.access.record_access import RecordAccess
from tests.gui.access.test_record_access import a_record

RULE = """
[[rule]]
id = "something"
app = "something"
category = "Work/Else"
"""


def categories(access: RecordAccess, day: date) -> set[Category]:
    """By the rules as they are kept from one question to the next."""
    with opened_record(access.paths, access.config()) as (service, _rules):
        return {piece.verdict.category for piece in service.timeline(day).pieces}


def test_rules_that_changed_hold_for_the_next_question(access: RecordAccess) -> None:
    """They are read once, and again when their file is another one."""
    day = a_record(access)
    assert Category("Unclassified") in categories(access, day)
    access.paths.config.mkdir(parents=True, exist_ok=True)
    access.paths.rules.write_text(RULE, encoding="utf-8")

    assert Category("Work/Else") in categories(access, day)
