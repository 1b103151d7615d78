"""What the notice shows of the desktop: as recording would store it, told once for each change, and kept nowhere."""

from collections.abc import Callable

from agent.sampler import Sampler
from agent.showing import Showing
from core.example import Example, OffHours, Senses, Told
from core.span import State
from core.working_hours import ALWAYS, WorkingHours, parse_working_hours
from tests.agent.staged import StagedClock, StagedDesktop, shows
from tests.classifiers.redactors import BANKING, CASES, a_redactor
from tests.factories import NINE, a_sight

Act = Callable[[StagedDesktop], None]


def shown(*acts: tuple[int, Act], first: StagedDesktop | None = None, hours: WorkingHours = ALWAYS) -> list[Told]:
    """What is told while the acts are played, each at so many ms; the last one ends it."""
    clock = StagedClock()
    desktop = first or StagedDesktop(clock)
    desktop.clock = clock
    told: list[Told] = []
    sampler = Sampler(desktop, a_redactor(CASES + BANKING), hours)
    showing = Showing(desktop, sampler, clock, told.append, idle_threshold_s=60)
    end_ms = max((at for at, _act in acts), default=0) + 1500
    desktop.acts = [*acts, (end_ms, lambda _desktop: showing.stop())]
    showing.run()
    return told


def examples(told: list[Told]) -> list[tuple[str, str, State]]:
    return [(one.app, one.title, one.state) for one in told if isinstance(one, Example)]


def test_each_change_is_told_once_as_it_would_be_stored() -> None:
    """The identifier is masked, the private window has neither name nor title, and what stays is not told again."""
    told = shown((2000, shows("calc", "Claim C-4711")), (5000, shows("bank", "Accounts")))

    assert examples(told) == [
        ("libreoffice-calc", "Budget 2026", State.ACTIVE),
        ("calc", "Claim C-‹case›", State.ACTIVE),
        ("", "", State.PRIVATE),
    ]
    assert "4711" not in repr(told)


def test_idle_is_dated_back_to_the_last_input() -> None:
    """As the record would."""
    told = shown((3000, shows("calc", idle_ms=61_000)))
    [idle] = [one for one in told if isinstance(one, Example) and one.state is State.IDLE]

    assert idle.since_ms == idle.at_ms - 61_000
    assert idle.at_ms == NINE + 3000


def test_a_desktop_that_begins_to_tell_is_told_of() -> None:
    """First why nothing can be seen, then that it can, and the example with it."""
    clock = StagedClock()
    blind = StagedDesktop(clock, lost="the extension is missing", name="gnome")
    told = shown((2000, shows("calc", "Budget")), first=blind)

    senses = [one for one in told if isinstance(one, Senses)]
    assert [any(sense.works for sense in one.told) for one in senses] == [False, True]
    assert senses[0].has_extension
    assert examples(told) == [("calc", "Budget", State.ACTIVE)]


def test_outside_the_working_hours_nobody_looks() -> None:
    """Not even for an example; that is said once."""
    desktop = StagedDesktop(StagedClock(), sight=a_sight())
    told = shown((4000, shows("calc")), first=desktop, hours=parse_working_hours(["Sat 10:00-11:00"]))

    assert told == [OffHours()]
    assert desktop.looked == 0
    assert desktop.rested > 0
