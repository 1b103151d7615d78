"""The rules of a long-running process, read anew when their file changed; never watches the file by itself."""

import threading
from collections.abc import Iterable, Sequence
from pathlib import Path

from classifiers.judging import RuleJudge
from classifiers.last_good import load_or_last_good
from core.judge import Correction, Piece, Verdict
from core.span import Context, Span


class RulesInForce:
    """A judge by the rules as they are now; one for every thread of the process."""

    def __init__(self, personal: Path, last_good: Path) -> None:
        self._personal = personal
        self._last_good = last_good
        self._lock = threading.Lock()
        self._stamp: tuple[int, int] | None = None
        self._judge = self._load()

    @property
    def version(self) -> str:
        return self._judge.version

    def __call__(self, spans: Iterable[Span], corrections: Sequence[Correction]) -> tuple[Piece, ...]:
        return self._judge(spans, corrections)

    def default(self, context: Context) -> Verdict:
        return self._judge.default(context)

    def refresh(self) -> bool:
        """Read the file again if it is another one than before; whether verdicts may differ now."""
        with self._lock:
            if self._stamp_now() == self._stamp:
                return False
            before = self.version
            self._judge = self._load()
            return self.version != before

    def _load(self) -> RuleJudge:
        self._stamp = self._stamp_now()
        ruleset, fault = load_or_last_good(self._personal, self._last_good)
        self.warning = str(fault) if fault else None
        """Why the rules are not those of the file; None where they are."""
        return RuleJudge(ruleset)

    def _stamp_now(self) -> tuple[int, int] | None:
        try:
            found = self._personal.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size
