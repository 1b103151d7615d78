"""One look becomes one sample: what the redactor leaves of it, and nothing else."""

import pytest

from agent import sampler as sampling
from agent.sampler import Sampler
from core.case_token import case_token
from core.record_clock import Moment
from core.sample import Sample
from core.span import NO_INPUT, NOTHING_SHOWN, Context, InputCount
from core.working_hours import ALWAYS
from tests.agent.staged import StagedClock, StagedDesktop
from tests.classifiers.redactors import BANKING, CASES, KEY, a_redactor
from tests.factories import NINE, a_sight


def sampled(app: str, title: str, *, private: bool = False) -> Sample:
    desktop = StagedDesktop(StagedClock(), sight=a_sight(app=app, title=title, idle_ms=7, locked=True))
    sampler = Sampler(desktop, a_redactor(CASES + BANKING), ALWAYS)
    return sampler.sample(Moment(ms=NINE, off_min=60), private=private)


def test_a_sample_holds_what_the_redactor_leaves() -> None:
    """The identifier is a token before anybody else sees the sample; what was measured is as it was."""
    assert sampled("calc", "Claim C-4711") == Sample(
        at_ms=NINE,
        off_min=60,
        context=Context("calc", "Claim C-‹case›"),
        case=case_token(KEY, "4711"),
        idle_ms=7,
        locked=True,
    )


def test_a_window_that_a_rule_calls_private_leaves_no_trace() -> None:
    """Neither program nor title nor case."""
    sample = sampled("bank", "Claim C-4711")

    assert (sample.context, sample.case, sample.private) == (NOTHING_SHOWN, None, True)


def test_in_private_time_nobody_looks() -> None:
    """Not even at what could be measured."""
    assert sampled("calc", "Claim C-4711", private=True) == Sample(at_ms=NINE, off_min=60, private=True)


def test_a_call_is_a_microphone_held_by_a_program_for_calls() -> None:
    """By any of its names, however it is written; another program that listens is none."""

    def in_call(*holders: str) -> bool:
        desktop = StagedDesktop(StagedClock(), sight=a_sight(microphone=holders))
        sampler = Sampler(desktop, a_redactor(), ALWAYS, ["Zoom.exe", "firefox"])
        return sampler.sample(Moment(ms=NINE, off_min=60), private=False).in_call

    assert in_call("zoom", "zoom voiceengine")
    assert in_call("audacity", "firefox")
    assert not in_call("audacity")
    assert not in_call()


def test_input_goes_through_as_it_was_counted_and_rests_in_private_time() -> None:
    """Nobody counts what nobody may look at."""
    desktop = StagedDesktop(StagedClock(), sight=a_sight(counted=InputCount(5, 2)))
    sampler = Sampler(desktop, a_redactor(), ALWAYS)
    counted = sampler.sample(Moment(ms=NINE, off_min=60), private=False).input
    rested = desktop.rested
    hidden = sampler.sample(Moment(ms=NINE, off_min=60), private=True).input

    assert (counted, rested) == (InputCount(5, 2), 0)
    assert (hidden, desktop.rested) == (NO_INPUT, 1)


def test_without_an_idle_source_nothing_that_changes_is_idle(monkeypatch: pytest.MonkeyPatch) -> None:
    """The time since the last change of window or title stands in for it; a rest ends with a new start."""
    passed = [50.0]
    monkeypatch.setattr(sampling, "steady_s", lambda: passed[0])
    desktop = StagedDesktop(StagedClock(), sight=a_sight(title="Claim 1", idle_ms=None))
    sampler = Sampler(desktop, a_redactor(CASES), ALWAYS)

    def idle_ms(after_s: float, title: str | None = None) -> int:
        passed[0] += after_s
        if title is not None:
            desktop.sight = a_sight(title=title, idle_ms=None)
        return sampler.sample(Moment(ms=NINE, off_min=60), private=False).idle_ms

    assert [idle_ms(100), idle_ms(2), idle_ms(3600)] == [0, 2000, 3_602_000]
    assert [idle_ms(2, "Claim 2"), idle_ms(1.5), idle_ms(60, "Claim 1")] == [0, 1500, 0]
    sampler.rest()
    assert [idle_ms(3600), idle_ms(1)] == [0, 1000]
    desktop.sight = a_sight(idle_ms=7)
    assert idle_ms(3600) == 7
