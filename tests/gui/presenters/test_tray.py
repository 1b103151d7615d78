from gui.presenters.agent_view import Agent, Glyph, Phase
from gui.presenters.tray import tray_view
from tests.gui.days import a_status


def test_the_tooltip_says_state_and_time() -> None:
    """6 hours and 12 minutes of today."""
    view = tray_view(Agent(Phase.ANSWERING, a_status()), 22_320_000)

    assert view.tooltip == "Recording – 6:12 today"
    assert view.glyph is Glyph.RECORDING


def test_the_tooltip_says_no_time_that_is_not_known() -> None:
    """Before the first answer, and while no agent runs."""
    assert tray_view(Agent(Phase.ANSWERING, a_status()), None).tooltip == "Recording"
    assert tray_view(Agent(Phase.STOPPED), 22_320_000).tooltip == "Agent not running"


def test_only_a_stopped_agent_can_be_started() -> None:
    """Not one that starts, nor one that waits for the notice."""
    assert tray_view(Agent(Phase.STOPPED), None).may_start
    assert not tray_view(Agent(Phase.STARTING), None).may_start
    assert not tray_view(Agent(Phase.NOTICE_DUE), None).may_start
