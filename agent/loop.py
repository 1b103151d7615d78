"""The beat: reads the clock, looks, records, until told to stop; never constructs what it uses."""

import logging
import queue
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TypeVar

from msgspec.structs import replace

from agent.heartbeat import PULSE_MS
from agent.mode import RECORDING, Mode
from agent.platforms.protocols import Desktop, DesktopLost
from agent.recorder import Recorder
from agent.sampler import Sampler
from core.clock import Clock
from core.errors import MachineError
from core.record_clock import Moment, RecordClock
from core.sample import Sample
from core.span import NO_INPUT, Gap, GapReason, State

BEAT_S = 2.5
"""While somebody is there: what changes on the desktop wakes the loop by itself, and idle is dated back."""
IDLE_BEAT_S = 1.0
"""While nobody is there: so that the return is noticed soon."""
SAVE_EVERY_MS = 15_000
"""At most this much is lost to a power cut."""
GIVES_WAY_AFTER_MS = 60_000
"""A desktop that is lost for longer, while another session waits to record, belonged to a session that is over."""
ANSWER_WITHIN_S = 10.0
T = TypeVar("T")
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """What the loop asks of the record beside writing batches."""

    go_back: Callable[[int, int], tuple[tuple[int, int], ...]]
    """Called with (to, from) when the record's time goes back; the stretches in between that are recorded already."""
    keep_mode: Callable[[Mode], None]
    """Remembers the mode across a restart."""
    clock_stepped: Callable[[], None]
    """Called when the wall clock jumped."""
    last_stop: GapReason
    """Whether the agent before this one stopped in order or crashed."""


class Loop:
    """One thread that beats; others hand it work through `call`."""

    def __init__(
        self,
        *,
        desktop: Desktop,
        sampler: Sampler,
        clock: Clock,
        record_clock: RecordClock,
        recorder: Recorder,
        keeping: Keeping,
        mode: Mode,
    ) -> None:
        self._desktop = desktop
        self._sampler = sampler
        self._clock = clock
        self._record_clock = record_clock
        self._recorder = recorder
        self._keeping = keeping
        self._work: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._gap: Gap | None = None
        self._seen: Sample | None = None
        self._hidden_since_ms: int | None = None
        """Since when the screen is locked or away; None while it is not."""
        self._change_ms: int | None = None
        self._watched_until_ms = 0
        self._saved_ms = 0
        self._stopping = self._ended = False
        self.mode = mode
        self.last_sample_ms: int | None = None
        self.blocked: str | None = None
        """Why the desktop cannot be seen at present."""
        self.gave_way = False
        """Whether it stopped for a session in front, and may wait until its own is."""
        self.off_until_ms: int | None = None
        """When the working hours begin again, UTC epoch ms; None within them."""

    @property
    def now_ms(self) -> int:
        """The record's time at the last beat, UTC epoch ms."""
        return self._record_clock.ms

    def call(self, work: Callable[[], T]) -> T:
        """Run `work` between two beats, from another thread, and give back what it gives."""
        done: Future[T] = Future()

        def run() -> None:
            if done.set_running_or_notify_cancel():
                try:
                    done.set_result(work())
                except Exception as error:  # noqa: BLE001 - handed to the thread that asked
                    done.set_exception(error)

        self._work.put(run)
        if self._ended and done.cancel():
            raise MachineError("The agent is stopping", "start it again")
        self._desktop.wake()
        try:
            return done.result(timeout=ANSWER_WITHIN_S)
        except TimeoutError as error:
            done.cancel()
            raise MachineError("The agent is too busy to answer", "try again, or restart it") from error

    def stop(self) -> None:
        """End the loop after the beat under way; safe in a signal handler and from any thread."""
        self._stopping = True
        self._desktop.wake()

    def give_way(self, *, to_one_in_front: bool) -> None:
        """Stop where another session waits, and the desktop has been lost for long; on the loop's own thread.

        `to_one_in_front`: the person sees the session that waits, so that one which has been hidden for long stops too.
        """
        gap, hidden_ms = self._gap, self._hidden_since_ms
        if self.blocked and gap is not None and gap.end_ms - gap.start_ms >= GIVES_WAY_AFTER_MS:
            log.warning("another session waits to record, and this one is lost (%s): giving way", self.blocked)
            self.stop()
        elif to_one_in_front and hidden_ms is not None and self.now_ms - hidden_ms >= GIVES_WAY_AFTER_MS:
            log.info("another session of this person is in front, and this one is hidden: giving way")
            self.gave_way = True
            self.stop()

    def change_mode(self, mode: Mode) -> None:
        """Pause, resume or mark as private from now on; on the loop's own thread."""
        self._beat()
        self._set_mode(mode)
        self._beat()
        self._recorder.save()

    def save(self) -> None:
        """Record until now and write it; on the loop's own thread."""
        self._beat()
        self._recorder.save()

    def run(self, seconds: float | None = None) -> None:
        """Beat until `stop`, or for so many seconds; then everything is on disk."""
        self._start()
        started_ms = self._clock.read().boot_ms
        while not self._stopping:
            self._beat()
            if self._record_clock.ms - self._saved_ms >= SAVE_EVERY_MS or self._record_clock.ms < self._saved_ms:
                self._recorder.save()
                self._saved_ms = self._record_clock.ms
            wait_s = self._wait_s()
            if seconds is not None:
                wait_s = min(wait_s, seconds - (self._clock.read().boot_ms - started_ms) / 1000)
            if wait_s <= 0:
                break
            self._desktop.wait(wait_s)
            self._do_work()
        self._beat()
        self._recorder.interrupt()
        self._recorder.save()
        self._ended = True
        self._do_work()

    def _wait_s(self) -> float:
        """Until the next beat, or until mode or working hours are over."""
        wait_s = IDLE_BEAT_S if self._recorder.state is State.IDLE else BEAT_S
        for until_ms in (self.mode.until_ms, self._change_ms):
            if until_ms is not None:
                wait_s = min(wait_s, max(0.001, (until_ms - self._record_clock.ms) / 1000))
        return wait_s

    def _do_work(self) -> None:
        while not self._work.empty():
            self._work.get()()

    def _start(self) -> None:
        """Say why nothing was observed between the end of the record and now."""
        until_ms = self._record_clock.ms
        moment = self._record_clock.advance(self._clock.read(), observed=False)
        if moment.gap:
            self._jumped(moment, moment.gap)
        elif until_ms:
            self._recorder.note(Gap(start_ms=until_ms, end_ms=moment.ms, why=self._keeping.last_stop))
        self._watched_until_ms = moment.ms

    def _beat(self) -> None:
        moment = self._record_clock.advance(self._clock.read(), observed=self._gap is None)
        if moment.gap:
            self._jumped(moment, moment.gap)
        is_off = self._is_off(moment)
        if self.mode.at(moment.ms) is not self.mode:
            if not is_off:
                self._unseen(moment.ms, GapReason.PAUSED)
            self._set_mode(RECORDING)
        if is_off:
            self._rest(moment.ms, GapReason.OFF_HOURS)
            return
        if self.mode.name == "paused":
            self._rest(moment.ms, GapReason.PAUSED)
            return
        try:
            sample = self._sampler.sample(moment, private=self.mode.name == "private")
        except DesktopLost as lost:
            self.blocked = str(lost)
            self._unseen(moment.ms, GapReason.BLOCKED)
            return
        if self._gap:
            self._unseen(moment.ms, self._gap.why)
        self.blocked = None
        self._gap = None
        self._observe(sample)

    def _observe(self, sample: Sample) -> None:
        self._recorder.observe(sample)
        self._seen = sample
        if not sample.locked:
            self._hidden_since_ms = None
        elif self._hidden_since_ms is None:
            self._hidden_since_ms = sample.at_ms
        self.last_sample_ms = self._watched_until_ms = sample.at_ms

    def _is_off(self, moment: Moment) -> bool:
        """Whether no sample may be taken now."""
        ended_ms, self._change_ms = self._change_ms, self._sampler.hours.next_change_ms(moment.ms, moment.off_min)
        is_off = not self._sampler.hours.include(moment.ms, moment.off_min)
        if is_off and self.off_until_ms is None and ended_ms and ended_ms <= moment.ms:
            self._go_on_until(ended_ms)
        self.off_until_ms = self._change_ms if is_off else None
        return is_off

    def _go_on_until(self, ms: int) -> None:
        """What was under way at the last beat went on until `ms`, without another look."""
        if self._gap is not None:
            self._unseen(ms, self._gap.why)
        elif self._seen is not None and self._seen.at_ms < ms <= self._seen.at_ms + PULSE_MS:
            idle_ms = self._seen.idle_ms + ms - self._seen.at_ms
            self._observe(replace(self._seen, at_ms=ms, idle_ms=idle_ms, input=NO_INPUT))

    def _jumped(self, moment: Moment, gap: Gap) -> None:
        """Suspend or a step of the clock: what was under way ended before it."""
        self._recorder.interrupt()
        self._recorder.note(gap)
        self._gap = self._seen = None
        self._watched_until_ms = moment.ms
        if moment.reanchored:
            self._recorder.save()
            self._go_back(moment.ms, gap.end_ms)
        if gap.why is GapReason.CLOCK:
            self._keeping.clock_stepped()

    def _set_mode(self, mode: Mode) -> None:
        """It holds at once, even where the disk refuses to remember it."""
        self.mode = mode
        try:
            self._keeping.keep_mode(mode)
        except MachineError as error:
            log.warning("the mode will not survive a restart: %s", error)

    def _go_back(self, to_ms: int, from_ms: int) -> None:
        try:
            self._recorder.avoid(self._keeping.go_back(to_ms, from_ms))
        except MachineError as error:
            log.warning("what is recorded already is not known: %s", error)
            self._recorder.avoid(((to_ms, from_ms),))

    def _rest(self, until_ms: int, why: GapReason) -> None:
        """Nobody may look."""
        self._sampler.rest()
        self.blocked = None
        self._unseen(until_ms, why)

    def _unseen(self, until_ms: int, why: GapReason) -> None:
        """Nobody looked from the last sample, or the last gap of another kind, up to now."""
        if self._gap is None or self._gap.why is not why:
            start_ms = self._watched_until_ms if self._gap is None else self._gap.end_ms
            self._recorder.interrupt()
            self._gap = Gap(start_ms=start_ms, end_ms=until_ms, why=why)
        self._gap = replace(self._gap, end_ms=until_ms)
        self._recorder.note(self._gap)
