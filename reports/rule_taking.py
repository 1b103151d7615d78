"""What one rule decides, window by window and day by day; pure, never compares it with another rule."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from core.span import Context
from reports.previewing import Portion, Window

WINDOWS_NAMED = 40
"""Those with most time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taking:
    """Time at the desk that is what a rule says."""

    rule_id: str
    windows: Sequence[Window] = ()
    """The longest first; not all of them where there are many."""
    titles: int = 0
    """How many windows."""
    apps: int = 0
    """In how many programs."""
    observed_ms: int = 0
    days: Sequence[tuple[date, int]] = ()
    """Milliseconds of each day, in order."""

    def over(self, portions: Iterable[Portion]) -> "Taking":
        """The windows of these portions instead; the days stay."""
        windows: Counter[Context] = Counter()
        for portion in portions:
            if portion.new.rule_id == self.rule_id:
                windows[portion.context] += portion.observed_ms
        longest = sorted(windows.items(), key=lambda item: (-item[1], item[0].app, item[0].title))
        return replace(
            self,
            windows=[Window(context.app, context.title, ms) for context, ms in longest[:WINDOWS_NAMED]],
            titles=len(windows),
            apps=len({context.app for context in windows}),
            observed_ms=windows.total(),
        )


def taking(rule_id: str, by_day: Iterable[tuple[date, Iterable[Portion]]]) -> Taking:
    """What the rule `rule_id` decides of these days."""
    kept: list[Portion] = []
    days: list[tuple[date, int]] = []
    for day, portions in by_day:
        ours = [portion for portion in portions if portion.new.rule_id == rule_id]
        days.append((day, sum(portion.observed_ms for portion in ours)))
        kept += ours
    return replace(Taking(rule_id=rule_id).over(kept), days=days)
