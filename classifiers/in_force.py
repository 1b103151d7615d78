"""The rules of a desk as a judge, read anew when a file changed; never watches a file by itself."""

import hashlib
import logging
import threading
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from classifiers.judging import RuleJudge
from classifiers.last_good import load_or_last_good
from classifiers.loading import load_layers
from classifiers.over_time import Earlier, JudgeOverTime
from classifiers.rule import Layer
from classifiers.rule_places import RulePlaces
from classifiers.ruleset import Ruleset
from core.errors import UserError
from core.judge import Correction, Judge, Piece, Verdict
from core.span import Context, Span

_Stamp = tuple[tuple[str, int, int], ...]
log = logging.getLogger(__name__)


class RulesInForce:
    """A judge by the rules as they are now; one for every thread of the process."""

    def __init__(self, places: RulePlaces) -> None:
        """Raises UserError where the organisation's rules are wrong."""
        self._places = places
        self._lock = threading.Lock()
        self._stamp: _Stamp = ()
        self.warning: str | None = None
        """Why the rules are not those of the files; None where they are."""
        self.ruleset, self._judge = self._load()

    @property
    def version(self) -> str:
        return self._judge.version

    @property
    def had_others(self) -> bool:
        """Whether other rules hold for what was recorded earlier."""
        return any(True for _earlier in self._places.earlier_files())

    @property
    def beyond_contexts(self) -> str:
        return self._judge.beyond_contexts

    def __call__(self, spans: Iterable[Span], corrections: Sequence[Correction]) -> tuple[Piece, ...]:
        return self._judge(spans, corrections)

    def default(self, context: Context) -> Verdict:
        return self._judge.default(context)

    def refresh(self) -> bool:
        """Read the files again if they are others than before; whether verdicts may differ now.

        Rules of the organisation that are wrong change nothing: what held before goes on holding.
        """
        with self._lock:
            if self._stamp_now() == self._stamp:
                return False
            before = self.version
            try:
                self.ruleset, self._judge = self._load()
            except UserError as fault:
                self.warning = f"{fault}; until then the rules from before hold"
            return self.version != before

    def with_personal(self, file: Path) -> Ruleset:
        """The rules as they would be with `file` in the place of the person's own; raises UserError for a fault."""
        return load_layers([*self._above(), (Layer.PERSONAL, file)])

    def _load(self) -> tuple[Ruleset, Judge]:
        self._stamp = self._stamp_now()
        places = self._places
        ruleset, fault = load_or_last_good(places.personal, places.last_good, places.organisation)
        self.warning = str(fault) if fault else None
        now = RuleJudge(ruleset)
        return ruleset, JudgeOverTime(now, list(self._earlier(now)))

    def _earlier(self, now: Judge) -> Iterator[Earlier]:
        for until_ms, path in self._places.earlier_files():
            version = hashlib.sha256(path.read_bytes()).hexdigest()
            yield Earlier(until_ms, version, partial(self._judge_of, path, now))

    def _judge_of(self, path: Path, now: Judge) -> Judge:
        try:
            return RuleJudge(self.with_personal(path))
        except UserError as fault:  # it was right when it held: another release reads it otherwise
            log.warning("the rules of today stand in for earlier ones: %s", fault)
            return now

    def _above(self) -> list[tuple[Layer, Path]]:
        return [(Layer.ORGANISATION, self._places.organisation)] if self._places.organisation is not None else []

    def _stamp_now(self) -> _Stamp:
        watched = [path for path in (self._places.personal, self._places.organisation) if path is not None]
        watched += [path for _until_ms, path in self._places.earlier_files()]
        return tuple(stamp for path in watched for stamp in _stamp(path))


def _stamp(path: Path) -> Iterator[tuple[str, int, int]]:
    try:
        found = path.stat()
    except OSError:
        return
    yield str(path), found.st_mtime_ns, found.st_size
