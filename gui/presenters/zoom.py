"""Which part of a day's axis is seen, closer and further, earlier and later; never draws."""

from dataclasses import dataclass

from core.clock import MS_PER_MIN
from gui.presenters.picking import Between

LEAST_MS = 5 * MS_PER_MIN
"""Closer than this there is nothing more to see."""
AROUND = 0.05
"""How much of a stretch is seen beside it, on either side, when it is zoomed to."""


@dataclass(frozen=True, slots=True)
class Zoom:
    """A part of a whole; always inside of it."""

    whole: Between
    seen: Between

    @property
    def is_whole(self) -> bool:
        return self.seen == self.whole

    def closer(self, factor: float, about_ms: int) -> "Zoom":
        """A part `factor` times as short, or longer where it is below 1; `about_ms` stays in its place."""
        start_ms, end_ms = self.seen
        length = self._length(round((end_ms - start_ms) / factor))
        about_ms = min(max(about_ms, start_ms), end_ms)
        before = (about_ms - start_ms) / (end_ms - start_ms)
        return self._from(about_ms - round(before * length), length)

    def moved(self, by: float) -> "Zoom":
        """Later by so many times what is seen, or earlier."""
        length = self.seen[1] - self.seen[0]
        return self._from(self.seen[0] + round(by * length), length)

    def on(self, stretch: Between) -> "Zoom":
        """This stretch, with a little around it."""
        length = stretch[1] - stretch[0]
        wanted = self._length(round(length * (1 + 2 * AROUND)))
        return self._from(stretch[0] - (wanted - length) // 2, wanted)

    def showing(self, stretch: Between) -> "Zoom":
        """As little later or earlier as it takes to see this stretch, or its beginning where it is too long."""
        start_ms, end_ms = self.seen
        length = end_ms - start_ms
        if stretch[0] < start_ms or stretch[1] - stretch[0] > length:
            return self._from(stretch[0], length)
        return self._from(stretch[1] - length, length) if stretch[1] > end_ms else self

    def within(self, whole: Between) -> "Zoom":
        """The same part of a whole that has changed; all of it where all was seen before."""
        if self.is_whole:
            return Zoom(whole, whole)
        changed = Zoom(whole, whole)
        return changed._from(self.seen[0], changed._length(self.seen[1] - self.seen[0]))

    def _length(self, wanted: int) -> int:
        whole = self.whole[1] - self.whole[0]
        return min(whole, max(LEAST_MS, wanted))

    def _from(self, start_ms: int, length: int) -> "Zoom":
        start_ms = min(max(start_ms, self.whole[0]), self.whole[1] - length)
        return Zoom(self.whole, (start_ms, start_ms + length))
