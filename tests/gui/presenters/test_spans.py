from core.clock import MS_PER_MIN
from core.judge import Correction
from core.span import GapReason, State
from gui.presenters.spans import reason_name, span_rows
from reports.shapes import NumberedCorrection, Timeline
from tests.factories import NINE, a_piece, a_span
from tests.gui.days import DAY, IDLE, PRIVATE, a_timeline


def berlin(_utc_ms: int) -> int:
    return 60


def test_apps_come_longest_first_and_gaps_last() -> None:
    """Sums by hand over the invented day."""
    rows = span_rows(a_timeline(), berlin)

    assert [(row.name, row.time) for row in rows] == [
        ("Claims desk", "3:18"), ("Ledger", "1:56"), ("Mail", "1:08"), ("Policy wiki", "0:35"), ("Phone", "0:27"),
        ("Browser", "0:20"), ("Private time", "0:12"), ("Not recorded", "0:44"),
    ]  # fmt: skip


def test_titles_stand_below_their_app() -> None:
    """One line for each title and category, from its first to its last minute."""
    ledger = span_rows(a_timeline(), berlin)[1]

    assert [(row.name, row.when, row.time, row.category) for row in ledger.rows] == [
        ("Postings – March", "10:29 – 14:20", "0:54", "Work / Reconciliation"),
        ("Suspense account ‹number›", "10:14 – 16:42", "0:51", "Work / Reconciliation"),
        ("Postings – March", "10:52 – 11:03", "0:11", "Idle"),
    ]
    assert ledger.when == "2 windows"


def test_an_app_is_not_called_idle_because_somebody_was() -> None:
    """Idle says nothing of the app in front; it decides only where nothing else happened."""
    worked = a_piece(a_span(NINE, seconds=60, app="calc"))
    away = a_piece(a_span(NINE + MS_PER_MIN, seconds=600, app="calc", state=State.IDLE), IDLE)

    busy = span_rows(Timeline(day=DAY, pieces=(worked, away), gaps=()), berlin)[0]
    quiet = span_rows(Timeline(day=DAY, pieces=(away,), gaps=()), berlin)[0]

    assert (busy.category, busy.time) == ("Work / Claims", "0:11")
    assert quiet.category == "Idle"


def test_private_time_has_no_lines_below() -> None:
    """There is nothing to open."""
    private = a_piece(a_span(app="", title="", state=State.PRIVATE), PRIVATE)

    row = span_rows(Timeline(day=DAY, pieces=(private,), gaps=()), berlin)[0]

    assert (row.name, row.when, row.rows) == ("Private time", "09:00 – 09:01", ())


def test_a_window_without_a_title_says_so() -> None:
    """As does a desktop without a window."""
    untitled = a_piece(a_span(NINE, app="calc", title=""))
    bare = a_piece(a_span(NINE + MS_PER_MIN, app="", title=""))

    rows = span_rows(Timeline(day=DAY, pieces=(untitled, bare), gaps=()), berlin)

    assert [row.name for row in rows] == ["No window in front", "calc"]
    assert rows[1].rows[0].name == "No title"


def test_private_time_is_not_mixed_with_a_desktop_without_a_window() -> None:
    """Neither shows an application; a locked screen is one of the second, and told from the rest of it."""
    private = a_piece(a_span(NINE, app="", title="", seconds=600, state=State.PRIVATE), PRIVATE)
    locked = a_piece(a_span(NINE + 10 * MS_PER_MIN, app="", title="", seconds=300, state=State.LOCKED), IDLE)
    bare = a_piece(a_span(NINE + 15 * MS_PER_MIN, app="", title=""))

    rows = span_rows(Timeline(day=DAY, pieces=(private, locked, bare), gaps=()), berlin)

    assert [(row.name, row.time, row.category) for row in rows] == [
        ("Private time", "0:10", "Private"), ("No window in front", "0:06", "Work / Claims"),
    ]  # fmt: skip
    assert [(line.time, line.category) for line in rows[1].rows] == [("0:05", "Idle"), ("0:01", "Work / Claims")]


def test_every_reason_of_a_gap_has_words() -> None:
    """A new reason cannot be forgotten here."""
    assert all(reason_name(why) for why in GapReason)


def test_what_was_corrected_is_a_line_of_its_own_and_says_by_whom() -> None:
    """Also where the category is the same; its application is marked, and says why it is what it mostly is."""
    first, second = (a_piece(a_span(NINE + n * 5 * MS_PER_MIN, seconds=300, app="calc", title="One")) for n in (0, 1))
    said = Correction(
        start_ms=NINE, end_ms=NINE + 5 * MS_PER_MIN, category=first.verdict.category, who="A. Brandt", at_ms=1
    )
    day = Timeline(day=DAY, pieces=(first, second), gaps=())
    [app] = span_rows(day, berlin, (NumberedCorrection(7, said),))

    assert [(row.when, row.corrected, row.why) for row in app.rows] == [
        ("09:05 – 09:10", False, "a rule of the test"),
        ("09:00 – 09:05", True, "Corrected by you"),
    ]
    assert (app.corrected, app.why) == (True, "a rule of the test")


def test_a_line_knows_when_it_was() -> None:
    """Postings were worked on twice: before eleven and after lunch."""
    postings = span_rows(a_timeline(), berlin)[1].rows[0]

    assert [(end - start) // MS_PER_MIN for start, end in postings.stretches] == [23, 31]
