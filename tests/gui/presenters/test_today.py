from gui.presenters.agent_view import Agent, Phase
from gui.presenters.today import KindTime, Now, popover
from gui.presenters.wide_verbs import Wide
from reports.shapes import KindTotal, Today
from tests.gui.days import HOUR, MIDNIGHT, MIN, NOW, a_status, a_today

ANSWERING = Agent(Phase.ANSWERING, a_status())
NOTHING = Today(
    day="2026-03-12", recorded_ms=0, kinds=[], strip=[], gap_count=0, gap_ms=0, now_category=None, now_why=""
)


def berlin(_utc_ms: int) -> int:
    return 60


def test_three_totals_are_always_there() -> None:
    """The others only when there is something in them, in one order."""
    today = Today(
        day="2026-03-12",
        recorded_ms=7_200_000,
        kinds=[KindTotal("Personal", 3_600_000, 3_600_000), KindTotal("Work", 3_600_000, 3_600_000)],
        strip=[],
        gap_count=0,
        gap_ms=0,
        now_category="Work",
        now_why="no rule matches",
    )

    view = popover(ANSWERING, today, berlin, NOW)

    assert view.totals == (
        KindTime("Work", "Work", "1:00"),
        KindTime("Knowledge", "Knowledge", "0:00"),
        KindTime("Idle", "Idle", "0:00"),
        KindTime("Personal", "Personal", "1:00"),
    )
    assert view.now == Now("Work", "Work", "", "no rule matches")


def test_a_full_day_is_summed_up() -> None:
    """Figure, gap, what is now and why, and the same in words for the strip."""
    view = popover(ANSWERING, a_today(), berlin, NOW)

    assert (view.figure, view.figure_says) == ("7:56", "recorded today")
    assert (view.gaps, view.gap_time) == ("1 gap", "0:44")
    assert view.now == Now(
        "Work",
        "Work",
        "Reconciliation",
        "app is Ledger",
        stretch=(MIDNIGHT + 16 * HOUR + 6 * MIN, NOW),
        stretch_says="Only this stretch, 16:06–16:42 (0:36)",
        wide=Wide("Ledger", ("suspense", "account")),
    )
    assert view.strip.says.startswith("Today: Work 6:14, Knowledge 0:35, Idle 0:35, ")
    assert view.banner == view.offers == ""


def test_an_empty_day_says_that_recording_is_on() -> None:
    """One sentence instead of zeroes."""
    view = popover(ANSWERING, NOTHING, berlin, NOW)

    assert view.figure_says == "Nothing recorded yet today. Come back in a minute."
    assert view.strip.blocks == ()
    assert view.now is None


def test_a_dead_agent_is_told_with_its_reason() -> None:
    """What it said last, or what it means that it is gone."""
    said = popover(Agent(Phase.STOPPED, None, "The disk is full — make room"), None, berlin, NOW)
    silent = popover(Agent(Phase.STOPPED), a_today(), berlin, NOW)

    assert said.banner == "The disk is full — make room"
    assert silent.banner == "The agent has stopped. Nothing is recorded until it runs again."
    assert said.offers == silent.offers == "Start again"
    assert not silent.answering
    assert silent.figure == "7:56"


def test_a_day_that_is_over_is_not_told_as_today() -> None:
    """The agent may have ended in the evening while the tray went on; days begin at six at the latest."""
    dead = Agent(Phase.STOPPED)
    at_night = popover(dead, a_today(), berlin, MIDNIGHT + 30 * HOUR - 1)
    in_the_morning = popover(dead, a_today(), berlin, MIDNIGHT + 30 * HOUR)

    assert at_night.figure == "7:56"
    assert in_the_morning.figure == ""
    assert in_the_morning.figure_says == "Nothing is known of today while the agent is not running."
    assert in_the_morning.strip.blocks == ()
    assert in_the_morning.totals == ()
    assert in_the_morning.now is None


def test_what_was_last_is_not_told_as_now() -> None:
    """While nothing is recorded nobody knows what is now."""
    halted = [Agent(Phase.STOPPED), *(Agent(Phase.ANSWERING, a_status(mode=mode)) for mode in ("paused", "off-hours"))]

    assert popover(ANSWERING, a_today(), berlin, NOW).now_says == "Now"
    assert {popover(agent, a_today(), berlin, NOW).now_says for agent in halted} == {"Last"}


def test_the_notice_comes_before_everything() -> None:
    """What to do, and the button that does it."""
    view = popover(Agent(Phase.NOTICE_DUE), None, berlin, NOW)

    assert view.offers == "Read the notice"
    assert "Then recording begins" in view.banner


def test_what_was_lost_is_told_apart_from_what_is_wrong() -> None:
    """It can be put away; a full disk cannot."""
    told = a_status(warnings=["The disk is full — make room"], losses=["One loss.", "Another."])

    view = popover(Agent(Phase.ANSWERING, told), None, berlin, NOW)

    assert (view.banner, view.lost) == ("The disk is full — make room", "One loss.\nAnother.")
    assert popover(ANSWERING, None, berlin, NOW).lost == popover(Agent(Phase.STOPPED), None, berlin, NOW).lost == ""


def test_what_cannot_be_seen_is_said_with_its_remedy() -> None:
    """Silence is no answer; the agent's warnings come first."""
    blind = a_status(mode="blocked", sees_windows=False, warnings=["The rules cannot be read"])

    view = popover(Agent(Phase.ANSWERING, blind), None, berlin, NOW)

    assert view.banner == "The rules cannot be read\nWayland hides it — use X11"
