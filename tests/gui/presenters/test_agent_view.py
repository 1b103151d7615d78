from dataclasses import replace

import pytest

from core.clock import MS_PER_DAY, MS_PER_HOUR, MS_PER_MIN
from gui.presenters.agent_view import (
    Agent,
    Glyph,
    Phase,
    can_resume,
    glyph_of,
    head_of,
    line_of,
    offer_of,
    pause_options,
    private_allowed,
)
from tests.gui.days import MIDNIGHT, NOW, a_status


def berlin(_utc_ms: int) -> int:
    return 60


def answering(mode: str = "recording", state: str | None = "active") -> Agent:
    return Agent(Phase.ANSWERING, a_status(mode=mode, state=state))


def out_of_reach(state: str = "active") -> Agent:
    return replace(answering(state=state), team_in_reach=False)


@pytest.mark.parametrize(
    ("agent", "glyph", "head"),
    [
        (answering(), Glyph.RECORDING, "Recording"),
        (answering(state=None), Glyph.RECORDING, "Recording"),
        (answering(state="idle"), Glyph.IDLE, "Recording, idle"),
        (answering(state="locked"), Glyph.IDLE, "Recording, locked"),
        (answering(state="call"), Glyph.CALL, "Recording, in a call"),
        (answering(state="private"), Glyph.PRIVATE, "Private time"),
        (answering("private", "private"), Glyph.PRIVATE, "Private time"),
        (out_of_reach(), Glyph.OFFLINE, "Recording, team store out of reach"),
        (out_of_reach(state="call"), Glyph.CALL, "Recording, in a call"),
        (answering("paused", None), Glyph.PAUSED, "Paused"),
        (answering("off-hours", None), Glyph.PAUSED, "Outside working hours"),
        (answering("blocked", None), Glyph.BLOCKED, "Cannot see the window in front"),
        (Agent(Phase.STOPPED), Glyph.STOPPED, "Agent not running"),
        (Agent(Phase.STARTING), Glyph.STOPPED, "Starting"),
        (Agent(Phase.NOTICE_DUE), Glyph.NOTICE, "Notice not yet read"),
    ],
)
def test_every_state_has_its_own_shape_and_words(agent: Agent, glyph: Glyph, head: str) -> None:
    """So that no colour is needed to tell them apart."""
    assert glyph_of(agent) == glyph
    assert head_of(agent) == head


def test_the_second_line_says_what_is_in_front() -> None:
    """Program and title as stored, or that there is no window."""
    nothing = Agent(Phase.ANSWERING, a_status(app="", title=""))

    assert line_of(answering(), berlin, NOW) == "Ledger — Postings – March"
    assert line_of(nothing, berlin, NOW) == "No window in front"


def test_a_pause_says_when_it_ends() -> None:
    """In local time."""
    paused = Agent(Phase.ANSWERING, a_status(mode="paused", until_ms=NOW + 15 * MS_PER_MIN))

    off = Agent(Phase.ANSWERING, a_status(mode="off-hours", until_ms=NOW + 15 * MS_PER_MIN))

    assert line_of(paused, berlin, NOW) == line_of(off, berlin, NOW) == "Until 16:57, nothing is recorded"


def test_a_time_off_that_lasts_for_days_names_the_day_it_ends_on() -> None:
    """From Thursday to Monday, an hour alone would be that of tomorrow."""
    monday = Agent(Phase.ANSWERING, a_status(mode="off-hours", until_ms=MIDNIGHT + 4 * MS_PER_DAY + 8 * MS_PER_HOUR))
    tomorrow = Agent(Phase.ANSWERING, a_status(mode="off-hours", until_ms=MIDNIGHT + MS_PER_DAY + 8 * MS_PER_HOUR))

    assert line_of(monday, berlin, NOW) == "Until Mon 08:00, nothing is recorded"
    assert line_of(tomorrow, berlin, NOW) == "Until 08:00, nothing is recorded"


def test_private_time_names_no_window() -> None:
    """Neither app nor title, whatever the agent says."""
    assert line_of(answering("private", "private"), berlin, NOW) == "Only that time passes is noted"
    assert line_of(answering(state="private"), berlin, NOW) == "Only that time passes is noted"


def test_a_pause_that_the_policy_forbids_is_shown_and_says_so() -> None:
    """A person should know that it exists and why it cannot be taken."""
    options = pause_options(Agent(Phase.ANSWERING, a_status(pauses=("15m",))))

    assert [(option.choice, option.text, option.allowed) for option in options] == [
        ("15m", "15 minutes", True),
        ("1h", "1 hour: not allowed", False),
        ("tomorrow", "Until tomorrow: not allowed", False),
    ]


def test_nothing_can_be_paused_without_an_agent() -> None:
    """And no policy is blamed for it."""
    options = pause_options(Agent(Phase.STOPPED))

    assert [option.text for option in options if not option.allowed] == ["15 minutes", "1 hour", "Until tomorrow"]
    assert not private_allowed(Agent(Phase.STOPPED))


def test_what_was_paused_can_be_resumed() -> None:
    """Private time too; a recording cannot."""
    assert can_resume(answering("paused", None))
    assert can_resume(answering("private", "private"))
    assert not can_resume(answering())
    assert not can_resume(Agent(Phase.STOPPED))


def test_there_is_one_way_out_of_what_is_wrong() -> None:
    """A stopped agent is started, a notice is read; nothing else is offered."""
    assert offer_of(Agent(Phase.STOPPED)) == "Start again"
    assert offer_of(Agent(Phase.NOTICE_DUE)) == "Read the notice"
    assert offer_of(answering()) == offer_of(Agent(Phase.STARTING)) == ""
