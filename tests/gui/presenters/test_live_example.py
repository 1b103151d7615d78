"""What the notice shows of this computer: the latest windows in words, and a tick once the desktop can be seen."""

from core.capability import Capability, Sense
from core.example import Example, OffHours, Senses
from core.span import State
from gui.presenters.live_example import ROWS, ExampleRow, LiveExample
from tests.factories import NINE

INSTALL = "run `engineroom desktop install`, then log out and in"


def example(app: str = "ledger", title: str = "Suspense account ‹number›", state: State = State.ACTIVE) -> Example:
    return Example(at_ms=NINE, off_min=60, app=app, title=title, state=state, since_ms=NINE - 300_000)


def senses(*, window: bool, idle: bool = True, remedy: str = INSTALL) -> Senses:
    return Senses(
        told=(
            Capability(sense=Sense.WINDOW, works=window, how="no extension", remedy="" if window else remedy),
            Capability(sense=Sense.IDLE, works=idle, how="idle is not told", remedy="" if idle else remedy),
            Capability(sense=Sense.INPUT, works=False, how="off", unasked=True),
        ),
        has_extension=True,
    )


def test_the_latest_windows_are_told_in_words() -> None:
    """Time, program, title as stored and state; no more than there is room for."""
    live = LiveExample()
    for state in (State.ACTIVE, State.CALL, State.LOCKED, State.IDLE):
        live.hear(example(state=state))
    assert [row.state for row in live.rows] == ["active", "in a call", "locked", "idle since 08:55"]
    assert live.rows[0] == ExampleRow("09:00", "ledger", "Suspense account ‹number›", "active")
    for _more in range(3):
        live.hear(example(app="wiki"))

    assert [row.app for row in live.rows] == ["ledger", "wiki", "wiki", "wiki"]
    assert len(live.rows) == ROWS


def test_a_private_window_is_only_time() -> None:
    """The row says so, and nothing else."""
    live = LiveExample()
    live.hear(example(app="", title="", state=State.PRIVATE))

    assert live.rows == (ExampleRow("09:00", "–", "private: only that time passed", "private"),)


def test_a_desktop_that_needs_a_step_gets_its_tick_when_it_was_taken() -> None:
    """One step, although two senses lack the same; it stays, done, once it works."""
    live = LiveExample()
    live.hear(senses(window=False, idle=False))
    [step] = live.steps
    assert (step.what, step.remedy, step.done, step.installs) == (
        "no extension",
        "Run `engineroom desktop install`, then log out and in",
        False,
        True,
    )
    assert "as soon as this desktop shows its windows" in live.hint
    live.hear(senses(window=True))

    assert [step.done for step in live.steps] == [True]


def test_a_desktop_that_shows_all_asks_for_nothing() -> None:
    """And input that the settings do not ask for is no step."""
    live = LiveExample()
    assert live.hint == "Looking at the window in front …"
    live.hear(senses(window=True))
    live.hear(example())

    assert live.steps == ()
    assert live.hint.startswith("Switch to other windows")


def test_outside_the_working_hours_it_is_said_why_there_is_nothing() -> None:
    """Until they begin."""
    live = LiveExample()
    live.hear(OffHours())
    assert live.hint.startswith("Outside the working hours")
    live.hear(example())

    assert live.hint.startswith("Switch to other windows")


def test_where_nothing_can_be_told_that_is_said() -> None:
    """Instead of looking for ever."""
    live = LiveExample()
    live.give_up("There is no display at all")

    assert live.hint == "No example can be shown here. There is no display at all"
