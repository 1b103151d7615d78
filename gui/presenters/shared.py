"""The rows that would leave this computer, exactly as they would be written; never writes them."""

from dataclasses import dataclass
from datetime import date

from core.category import Category, Kind
from core.clock import MS_PER_S
from core.wording import translate
from gui.presenters.durations import h_mm, h_mm_or_dash, short_day
from gui.presenters.spans import category_name
from reports.sharing import SharedTotals


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedView:
    """What the person is shown before anything is written."""

    sentence: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    besides: str
    """What else stands in the file."""


def shared_view(totals: SharedTotals) -> SharedView:
    categories = sorted({path for day in totals.days for path in day.seconds}, key=_place)
    return SharedView(
        sentence=translate(
            "Share", "These rows leave this computer under the name “{person}”, and nothing else."
        ).format(person=totals.person),
        head=(
            translate("Share", "Day"),
            translate("Share", "Recorded"),
            *(category_name(Category(path)) for path in categories),
            translate("Share", "Not recorded"),
        ),
        rows=tuple(
            (
                short_day(date.fromisoformat(day.day)),
                h_mm(day.recorded_s * MS_PER_S),
                *(h_mm_or_dash(day.seconds.get(path, 0) * MS_PER_S) for path in categories),
                h_mm_or_dash(day.not_recorded_s * MS_PER_S),
            )
            for day in totals.days
        ),
        besides=translate(
            "Share",
            "The file also names this computer ({device}), the time zone, the idle threshold ({idle} s) and the "
            "version of the rules ({rules}). No titles, no spans, no input counts.",
        ).format(device=totals.device, idle=totals.idle_threshold_s, rules=totals.ruleset),
    )


def _place(path: str) -> tuple[int, str]:
    """In the order of `Kind`."""
    return list(Kind).index(Category(path).kind), path
