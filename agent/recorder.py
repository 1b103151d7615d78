"""Holds what is not yet on disk and decides what to write; never opens the record and never looks."""

import logging
from collections.abc import Callable

from agent.heartbeat import Folding, Tail, beat, settled
from core.errors import MachineError
from core.sample import Sample
from core.span import Context, Gap, GapReason, Span, State, clip_to_free
from storage.record import Batch

LARGEST_BUFFER = 20_000
"""Spans kept in memory while the disk refuses: about a week of office days."""
log = logging.getLogger(__name__)


class Recorder:
    """One buffer between samples and the record; used by one thread."""

    def __init__(self, write: Callable[[Batch], None], folding: Folding) -> None:
        """`write` stores a batch completely or raises MachineError."""
        self._write = write
        self.folding = folding
        self._tail = Tail()
        self._settled: tuple[Span, ...] = ()
        self._gaps: dict[int, Gap] = {}
        self._stored: dict[int, Span] = {}
        self._dropped_from_ms: int | None = None
        self._taken: tuple[tuple[int, int], ...] = ()
        self.warning: str | None = None
        """Why the last save failed; None when it did not."""

    @property
    def end_ms(self) -> int | None:
        """Until when the span under way was observed; None when there is none."""
        return self._tail.end_ms

    @property
    def state(self) -> State | None:
        return self._tail.open.state if self._tail.open else None

    @property
    def shown(self) -> tuple[str, str]:
        """(app, title as stored) of the span under way."""
        return (self._tail.open.context.app, self._tail.open.context.title) if self._tail.open else ("", "")

    def observe(self, sample: Sample) -> None:
        self._tail, gap = beat(self._tail, sample, self.folding)
        if gap:
            self.note(gap)
        done, self._tail = settled(self._tail, self.folding)
        self._settled += done
        if len(self._settled) > LARGEST_BUFFER:
            self._drop_oldest()

    def interrupt(self) -> None:
        """Nobody looks any more: end the span under way where it was last seen."""
        done, self._tail = settled(self._tail.ended(), self.folding)
        self._settled += done

    def note(self, gap: Gap) -> None:
        """Note or lengthen a gap; ones of no length are nothing."""
        if gap.end_ms > gap.start_ms:
            self._gaps[gap.start_ms] = gap

    def avoid(self, taken: tuple[tuple[int, int], ...]) -> None:
        """From now on, write only outside these stretches, which are ordered and recorded already."""
        self._taken = taken

    def save(self) -> None:
        """Write everything that is not on disk; on failure all of it is kept and `warning` says why."""
        wanted = clip_to_free((*self._settled, *self._tail.spans()), self._taken)
        batch = self._difference(wanted)
        if not batch:
            return
        try:
            self._write(batch)
        except MachineError as error:
            if self.warning is None:
                log.warning("saving failed: %s", error)
            self.warning = str(error)
            return
        self.warning = None
        self._settled = ()
        self._gaps.clear()
        self._dropped_from_ms = None
        kept = {span.start_ms for span in clip_to_free(self._tail.spans(), self._taken)}
        self._stored = {span.start_ms: span for span in wanted if span.start_ms in kept}

    def _drop_oldest(self) -> None:
        """What does not fit the buffer becomes one gap; what is on disk of it stays there."""
        dropped, self._settled = self._settled[:-LARGEST_BUFFER], self._settled[-LARGEST_BUFFER:]
        on_disk = [old for old in (self._stored.pop(span.start_ms, None) for span in dropped) if old]
        if self._dropped_from_ms is None:
            self._dropped_from_ms = max(dropped[0].start_ms, *(old.end_ms for old in on_disk), 0)
        self.note(Gap(start_ms=self._dropped_from_ms, end_ms=dropped[-1].end_ms, why=GapReason.BLOCKED))

    def _difference(self, wanted: tuple[Span, ...]) -> Batch:
        by_start = {span.start_ms: span for span in wanted}
        removed = tuple(
            old
            for start, old in self._stored.items()
            if start not in by_start or _shown(by_start[start]) != _shown(old)
        )
        gone = {old.start_ms for old in removed}
        kept = {start: old for start, old in self._stored.items() if start not in gone}
        return Batch(
            new=tuple(span for span in wanted if span.start_ms not in kept),
            changed=tuple(span for span in wanted if span.start_ms in kept and kept[span.start_ms] != span),
            removed=removed,
            gaps=tuple(self._gaps.values()),
        )


def _shown(span: Span) -> tuple[Context, str | None]:
    return span.context, span.case
