"""What changed rules would change, worked out from what both rule sets say of the same time; pure."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from core.category import Category, Kind
from core.judge import Piece, Verdict
from core.period import Period
from core.span import ATTENDED, Context

TITLES_NAMED = 20
"""As many windows of a change are named, those with most time first."""
LARGE_SHARE = 1 / 3
MANY_APPS = 10


class Portion(NamedTuple):
    """Time at the desk in one window, and what either rule set says of it."""

    context: Context
    old: Verdict
    new: Verdict
    observed_ms: int


class Window(msgspec.Struct, frozen=True):
    """One window that a change takes with it."""

    app: str
    title: str
    observed_ms: int


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """Time that would move from one category to another."""

    old: str
    new: str
    observed_ms: int
    titles: int
    """How many windows."""
    windows: tuple[Window, ...]
    """Those with most time, longest first."""
    rules: tuple[str, ...]
    """The rules that would take it; empty where no rule does."""
    overrides: tuple[str, ...]
    """The rules that it would be taken from; empty where no rule had it."""


class Taken(NamedTuple):
    """Time that would go to another category than the rule gives that has it now."""

    rule: str
    observed_ms: int


class KindChange(NamedTuple):
    """Time of one kind now, and under the changed rules."""

    kind: Kind
    before_ms: int
    after_ms: int


class Preview(msgspec.Struct, frozen=True, kw_only=True):
    """What changed rules would do to a period."""

    period: Period
    looked_at_ms: int
    """Time at the desk that the rules decide; what was corrected is not among it."""
    changes: tuple[Change, ...]
    """Longest first."""
    warnings: tuple[str, ...]
    taken: tuple[Taken, ...]
    """The rules that would lose time, those that would lose most first."""
    kinds: tuple[KindChange, ...]
    """Those whose time would change."""

    @property
    def changed_ms(self) -> int:
        return sum(change.observed_ms for change in self.changes)


def preview(period: Period, portions: Iterable[Portion], edited: frozenset[str]) -> Preview:
    """`edited` are the ids of the rules that are new or say something else; of these a warning may speak."""
    moved: defaultdict[tuple[str, str], list[Portion]] = defaultdict(list)
    looked_at_ms = 0
    taken: Counter[str] = Counter()
    apps: defaultdict[str, set[str]] = defaultdict(set)
    lost: Counter[str] = Counter()
    before: Counter[Category] = Counter()
    after: Counter[Category] = Counter()
    for portion in portions:
        before[portion.old.category] += portion.observed_ms
        after[portion.new.category] += portion.observed_ms
        looked_at_ms += portion.observed_ms
        if portion.new.rule_id in edited:
            taken[portion.new.rule_id] += portion.observed_ms
            apps[portion.new.rule_id].add(portion.context.app)
        if portion.old.category is not portion.new.category and portion.old.category != portion.new.category:
            moved[portion.old.category.path, portion.new.category.path].append(portion)
            if portion.old.rule_id is not None:
                lost[portion.old.rule_id] += portion.observed_ms
    changes = (_change(old, new, found) for (old, new), found in moved.items())
    return Preview(
        period=period,
        looked_at_ms=looked_at_ms,
        changes=tuple(sorted(changes, key=lambda change: (-change.observed_ms, change.old, change.new))),
        warnings=tuple(_warnings(taken, apps, looked_at_ms)),
        taken=tuple(Taken(*item) for item in sorted(lost.items(), key=lambda item: (-item[1], item[0]))),
        kinds=tuple(_kinds(before, after)),
    )


def _change(old: str, new: str, portions: Sequence[Portion]) -> Change:
    windows: Counter[Context] = Counter()
    for portion in portions:
        windows[portion.context] += portion.observed_ms
    longest = sorted(windows.items(), key=lambda item: (-item[1], item[0].app, item[0].title))
    return Change(
        old=old,
        new=new,
        observed_ms=windows.total(),
        titles=len(windows),
        windows=tuple(Window(context.app, context.title, ms) for context, ms in longest[:TITLES_NAMED]),
        rules=tuple(sorted({portion.new.rule_id for portion in portions if portion.new.rule_id is not None})),
        overrides=tuple(sorted({portion.old.rule_id for portion in portions if portion.old.rule_id is not None})),
    )


def _kinds(before: Counter[Category], after: Counter[Category]) -> Iterator[KindChange]:
    for kind in Kind:
        was, will_be = (sum(ms for category, ms in of.items() if category.kind is kind) for of in (before, after))
        if was != will_be:
            yield KindChange(kind, was, will_be)


def _warnings(taken: Counter[str], apps: defaultdict[str, set[str]], looked_at_ms: int) -> Iterator[str]:
    for rule_id, observed_ms in sorted(taken.items(), key=lambda item: (-item[1], item[0])):
        if observed_ms > looked_at_ms * LARGE_SHARE:
            yield f"The rule {rule_id!r} takes {observed_ms / looked_at_ms:.0%} of all time at the desk"
        if len(apps[rule_id]) >= MANY_APPS:
            yield f"The rule {rule_id!r} takes windows of {len(apps[rule_id])} programs"


def side_by_side(old: Sequence[Piece], new: Sequence[Piece]) -> Iterator[Portion]:
    """Two judgements of the same spans, cut where either of them cuts; only time that somebody was there in either."""
    new_pieces = iter(new)
    other = next(new_pieces, None)
    for piece in old:
        at_ms = piece.span.start_ms
        while other is not None and at_ms < piece.span.end_ms:
            end_ms = min(piece.span.end_ms, other.span.end_ms)
            if piece.span.state in ATTENDED or other.span.state in ATTENDED:
                yield Portion(piece.span.context, piece.verdict, other.verdict, end_ms - at_ms)
            at_ms = end_ms
            if other.span.end_ms <= end_ms:
                other = next(new_pieces, None)
