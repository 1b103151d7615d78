"""One look becomes one sample: what the redactor leaves of it, and nothing else."""

from agent.sampler import Sampler
from core.case_token import case_token
from core.record_clock import Moment
from core.sample import Sample
from core.span import NOTHING_SHOWN, Context
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
