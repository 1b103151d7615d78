"""What edited rules would change, in figures, bars and words."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from classifiers.explaining import explain_context
from classifiers.loading import ruleset_of
from classifiers.rule import Layer
from classifiers.rule_writing import RuleText
from classifiers.ruleset import Ruleset
from core.category import Kind
from core.errors import UserError
from core.period import Period
from core.span import Context
from core.toml_file import toml_of
from gui.presenters.rule_changes import changes_view
from gui.presenters.rule_looking import Looked, Question, RulesRead, Scope, Shadowing
from gui.presenters.rule_rows import number_of, rule_rows
from gui.presenters.rule_trying import fault_in_words, remark, tried_in_words
from reports.previewing import Change, KindChange, Preview, Taken, Window
from reports.rule_preview import RulePreview
from reports.rule_taking import Taking
from tests.classifiers.rule_files import rule_text

FILE = Path("/home/a/rules.toml")
MINUTE = 60_000
MONDAY = date(2026, 3, 2)
MONTH = Period(MONDAY, MONDAY + timedelta(days=27))
CLAIMS = {"id": "Claims", "app": "claims", "category": "Work/Claims"}
PORTAL = {"id": "Portal", "title_contains": ["appraiser", "garage"], "category": "Knowledge/Look-up"}
MAIL = {"id": "Mail", "app": "mail", "category": "Work/Mail"}
RULES = RuleText.of(rule_text(PORTAL, MAIL), FILE)


def read(final_before: date = date.min) -> RulesRead:
    recent = RulePreview(period=MONTH, latest=MONTH, days=(), contexts=(), final_before=final_before)
    return RulesRead(
        path=FILE,
        organisation=None,
        text=RULES.text,
        rules=RULES,
        above=(CLAIMS,),
        in_force=Ruleset(),
        recent=recent,
    )


def change(old: str, new: str, minutes: int, titles: int = 1) -> Change:
    return Change(
        old=old, new=new, observed_ms=minutes * MINUTE, titles=titles, windows=(), rules=("Portal",), overrides=()
    )


def looked(
    changes: tuple[Change, ...] = (), taken: tuple[Taken, ...] = (), taking: Taking | None = None, hours: int = 10
) -> Looked:
    return Looked(
        question=Question(text=RULES.text, rule_id="Portal", scope=Scope.ALL),
        preview=Preview(
            period=MONTH,
            looked_at_ms=hours * 60 * MINUTE,
            changes=changes,
            warnings=(),
            taken=taken,
            kinds=(KindChange(Kind.WORK, 90 * MINUTE, 0),),
        ),
        taking=taking or Taking(rule_id="Portal"),
    )


def test_changes_are_told_by_kind_and_within_a_kind_by_category() -> None:
    """The longest first, its bar as long as there is room."""
    view = changes_view(
        read(),
        RULES,
        looked(
            (
                change("Unclassified", "Knowledge/Look-up", 30, 2),
                change("Work/Mail", "Work/Phone", 40),
                change("Unclassified", "Knowledge/Wiki", 50, 3),
            )
        ),
    )

    assert view is not None
    assert [(row.old, row.new, row.time, row.windows, row.part) for row in view.changes] == [
        ("Unclassified", "Knowledge", "1:20", "5", 1.0),
        ("Work / Mail", "Work / Phone", "0:40", "1", 0.5),
    ]
    assert (view.figure, view.rest) == ("2:00", "of 10:00 at the desk, 6 windows")


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        ("Mail", "Takes 0:07 from rule 3, “Mail”. Move it below rule 3 to leave that time as it is."),
        ("Claims", "Rule 1, “Claims”, loses 0:07."),
        ("browsers", "Takes 0:07 from “browsers”, which comes with Engineroom."),
    ],
)
def test_whoever_loses_time_is_named(rule: str, says: str) -> None:
    """With what would leave it, where anything would."""
    view = changes_view(read(), RULES, looked((change("Work", "Knowledge", 7),), (Taken(rule, 7 * MINUTE),)))

    assert view is not None
    assert view.warnings == (says,)


def test_a_rule_that_takes_much_is_warned_of() -> None:
    """More than a third of the time, or ten programs; a rule that changes nothing takes what it may."""
    taking = Taking(rule_id="Portal", observed_ms=4 * 60 * MINUTE, apps=10)
    warned = changes_view(read(), RULES, looked((change("Work", "Knowledge", 7),), taking=taking))
    unchanged = changes_view(read(), RULES, looked(taking=taking))

    assert warned is not None
    assert warned.warnings == ("Takes 40 % of all time at the desk.", "Takes windows of 10 programs.")
    assert unchanged is not None
    assert unchanged.warnings == ()
    assert unchanged.rest == "of 10:00 at the desk"


def test_windows_and_days_of_the_rule() -> None:
    """What matched is marked, whatever its case; the bars are parts of the highest."""
    taking = Taking(
        rule_id="Portal",
        windows=[Window("browser", "The GARAGE of an appraiser", 3 * MINUTE)],
        titles=1,
        observed_ms=3 * MINUTE,
        days=[(MONDAY, MINUTE), (MONDAY + timedelta(days=1), 2 * MINUTE), (MONDAY + timedelta(days=2), 0)],
    )
    view = changes_view(read(), RULES, looked(taking=taking))

    assert view is not None
    assert [(row.title, row.marks) for row in view.windows] == [("The GARAGE of an appraiser", ((17, 26), (4, 10)))]
    assert (view.all_windows, view.all_time) == ("1 window", "0:03")
    assert view.days is not None
    assert (view.days.kind, view.days.parts, view.days.most) == ("Knowledge", (0.5, 1.0, 0.0), "most: 2 min")
    assert [(row.name, row.before, row.after) for row in view.kinds] == [("Work in all", "1:30", "0:00")]


def test_without_time_there_is_nothing_to_show() -> None:
    """Nor while the rules are wrong."""
    assert changes_view(read(), RULES, Looked(question=Question(text="", rule_id=""))) is None


def test_rules_stand_in_the_order_in_which_they_are_asked() -> None:
    """A shadow is named by its place; one that is not saved says so."""
    edited = RULES.replaced(1, {**MAIL, "category": "Personal"})
    found = Looked(
        question=Question(text="", rule_id=""), shadowed={"Mail": Shadowing("Portal"), "Portal": Shadowing(None)}
    )
    rows = rule_rows(read(), edited, found)

    assert [(row.number, row.name, row.kind, row.gives, row.at_right, row.warning, row.at) for row in rows] == [
        (0, "Organisation", "", "", "read only", "", None),
        (1, "Claims", "Work", "Work / Claims", "–", "", None),
        (0, "Mine", "", "", "", "", None),
        (2, "Portal", "Knowledge", "Knowledge / Look-up", "–", "never holds", 0),
        (3, "Mail", "Personal", "Personal", "unsaved", "shadowed by #2", 1),
    ]
    assert rows[4].says == "Mail, Personal, unsaved, shadowed by #2"
    assert [number_of(read(), RULES, name) for name in ("Claims", "Mail", "browsers")] == [1, 3, None]


@pytest.mark.parametrize(
    ("app", "title", "says"),
    [
        ("x", "An appraiser", ("Rule 2 decides: title contains “appraiser | garage”", True)),
        ("mail", "Inbox", ("Rule 3 decides: app is “mail”", False)),
        ("unheard-of", "Inbox", ("No rule matches: it is unclassified.", False)),
    ],
)
def test_a_title_that_is_tried_is_explained(app: str, title: str, says: tuple[str, bool]) -> None:
    """By which rule and why."""
    ruleset = ruleset_of([(Layer.PERSONAL, toml_of(FILE, RULES.text))])
    explained = explain_context(ruleset, Context(app, title))
    found = Looked(question=Question(text="", rule_id="Portal"), tried=explained)

    assert tried_in_words(read(), RULES, found) == says


def test_faults_and_what_saving_does_are_told_shortly() -> None:
    """The file is the one that is edited; what is missing yet is said kindly; final days are named."""
    fault = UserError(f"{FILE}, line 4, rule[0].time: '25' is no time", "write it as '08:00-12:00'")
    without = RULES.added({"id": "New rule", "category": "Work"})

    assert fault_in_words(read(), RULES, fault) == "Line 4, rule[0].time: '25' is no time — write it as '08:00-12:00'"
    assert fault_in_words(read(), without, fault) == "Say when it holds: press a word, or add a condition."
    assert remark(read()) == "Saved rules also repair history."
    assert remark(read(MONDAY)).endswith("What was before 2 March 2026 is final and stays as it is.")
