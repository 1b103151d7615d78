"""Rules that hold from a moment on, with those that held before; never decides by itself."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from core.judge import Correction, Judge, Piece, Verdict
from core.span import Context, Span, part


class Earlier:
    """The judge of what was recorded until a moment; made when it is first asked."""

    def __init__(self, until_ms: int, version: str, make: Callable[[], Judge]) -> None:
        """`until_ms` is UTC epoch ms; `version` changes whenever `make` may make another judge."""
        self.until_ms = until_ms
        self.version = version
        self._make = make

    @cached_property
    def judge(self) -> Judge:
        return self._make()


class JudgeOverTime:
    """A judge by the rules of each time."""

    def __init__(self, now: Judge, earlier: Sequence[Earlier]) -> None:
        self._now = now
        self._earlier = sorted(earlier, key=lambda one: one.until_ms)

    @cached_property
    def version(self) -> str:
        return self._with_earlier(self._now.version)

    @cached_property
    def beyond_contexts(self) -> str:
        """With the version of all earlier rules: verdicts on contexts are those of now."""
        return self._with_earlier(self._now.beyond_contexts)

    def _with_earlier(self, of_now: str) -> str:
        if not self._earlier:
            return of_now
        content = [of_now, *(f"{one.until_ms}:{one.version}" for one in self._earlier)]
        return hashlib.sha256("\n".join(content).encode()).hexdigest()[:12]

    def default(self, context: Context) -> Verdict:
        """What the rules of now say."""
        return self._now.default(context)

    def __call__(self, spans: Iterable[Span], corrections: Sequence[Correction]) -> tuple[Piece, ...]:
        left = tuple(spans)
        pieces: list[Piece] = []
        for one in self._earlier:
            if left and left[0].start_ms < one.until_ms:
                before = [cut for span in left if (cut := part(span, span.start_ms, one.until_ms)) is not None]
                left = tuple(cut for span in left if (cut := part(span, one.until_ms, span.end_ms)) is not None)
                pieces += one.judge(before, corrections)
        return (*pieces, *self._now(left, corrections)) if pieces else self._now(left, corrections)
