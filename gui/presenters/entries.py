"""What somebody is about to enter, and whether it can be; never enters it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from core.category import FOR_RULES, Category
from core.clock import MS_PER_DAY, MS_PER_HOUR, MS_PER_MIN
from core.explanation import COUNTS_AS, ENTERED, Answer, Word
from core.judge import Piece
from core.period import EPOCH, OffsetAt, utc_of
from core.span import ATTENDED, State
from core.wording import translate
from gui.presenters.activities import KindChoice
from gui.presenters.durations import h_mm
from gui.presenters.kind_names import name_of_kind
from gui.presenters.picking import Between
from gui.presenters.spans import category_name
from reports.shapes import Day

STEP_MIN = 5
"""To so many minutes is rounded what nobody has named."""
MIN_PER_DAY = MS_PER_DAY // MS_PER_MIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An entry as it stands in the form."""

    day: date
    start_min: int
    """Of the clock on the wall, since midnight."""
    end_min: int
    category: str
    """As it was typed or chosen."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """What is to be said of a draft."""

    text: str
    stretch: Between = (0, 0)
    word: Word | None = None
    """None where it cannot be entered."""


def draft_of(stretch: Between, offset_at: OffsetAt) -> Draft:
    """For a stretch that is asked about: its minutes, rounded outwards, so that none of it is left over."""
    start_ms, end_ms = (ms + offset_at(ms) * MS_PER_MIN for ms in stretch)
    day, start_min = divmod(start_ms // MS_PER_MIN, MIN_PER_DAY)
    end_min = -(-end_ms // MS_PER_MIN) - day * MIN_PER_DAY
    return Draft(
        day=date.fromordinal(EPOCH.toordinal() + day),
        start_min=start_min,
        end_min=min(end_min, MIN_PER_DAY - 1),
        category=category_name(COUNTS_AS[Answer.MEETING]),
    )


def first_draft(day: Day, now_ms: int | None, offset_at: OffsetAt) -> Draft:
    """The latest stretch of the day that is to be explained; the last hour where there is none."""
    if day.absences:
        latest = day.absences[-1]
        return draft_of((latest.start_ms, latest.end_ms), offset_at)
    end_ms = now_ms if now_ms is not None else day.end_ms - 12 * MS_PER_HOUR
    end_ms -= end_ms % (STEP_MIN * MS_PER_MIN)
    return draft_of((max(day.start_ms, end_ms - MS_PER_HOUR), end_ms), offset_at)


def categories_offered(choices: Sequence[KindChoice]) -> tuple[str, ...]:
    """What can be chosen: the answers first, then every kind with its activities."""
    kinds = [category for choice in choices for category in (*choice.activities, choice.category)]
    return tuple(dict.fromkeys(map(category_name, (*COUNTS_AS.values(), *kinds))))


def checked(draft: Draft, known: Day | None, now_ms: int, offset_at: OffsetAt) -> Checked:
    """`known` is what was recorded on the day; None while that is not read yet."""
    stretch = _moment(draft.day, draft.start_min, offset_at), _moment(draft.day, draft.end_min, offset_at)
    category = _category(draft.category)
    wrong = _wrong(stretch, category, now_ms)
    if wrong:
        return Checked(wrong)
    seen_ms = sum(_inside(piece, stretch) for piece in known.timeline.pieces if _holds(piece)) if known else 0
    whole_ms = stretch[1] - stretch[0]
    if seen_ms >= whole_ms:
        return Checked(
            translate("Entry", "All of that was recorded. Select it in the lanes of the day to correct it instead.")
        )
    word = _word(category, draft.note.strip()) if category else None
    if seen_ms:
        text = translate("Entry", "{time} will be entered; {rest} was recorded, and stays as it is.")
        return Checked(text.format(time=h_mm(whole_ms - seen_ms), rest=h_mm(seen_ms)), stretch, word)
    return Checked(translate("Entry", "{time} will be entered.").format(time=h_mm(whole_ms)), stretch, word)


def _wrong(stretch: Between, category: Category | None, now_ms: int) -> str:
    """Why a draft cannot be entered; empty where it can."""
    if stretch[0] >= stretch[1]:
        return translate("Entry", "It ends before it begins: give the earlier hour first.")
    if stretch[1] > now_ms:
        return translate("Entry", "It is not over: enter what was, up to now.")
    if category is None:
        kinds = ", ".join(name_of_kind(kind) for kind in FOR_RULES)
        return translate("Entry", "A category begins with one of {kinds}, and may go on with an activity.").format(
            kinds=kinds
        )
    return ""


def _moment(day: date, minute: int, offset_at: OffsetAt) -> int:
    return utc_of((day - EPOCH).days * MS_PER_DAY + minute * MS_PER_MIN, offset_at)


def _category(text: str) -> Category | None:
    """`Work / Training`, with the kind in the person's words or as rules write it."""
    kind_text, slash, activity = (part.strip() for part in text.partition("/"))
    named: Iterable[tuple[str, str]] = [(name_of_kind(kind), kind.value) for kind in FOR_RULES]
    by_name = {name.casefold(): kind for name, kind in [*((kind, kind.value) for kind in FOR_RULES), *named]}
    kind = by_name.get(kind_text.casefold())
    if kind is None or (slash and not activity):
        return None
    return Category(f"{kind}/{activity}" if activity else kind)


def _word(category: Category, note: str) -> Word:
    answer = next((answer for answer, counts_as in COUNTS_AS.items() if counts_as == category), Answer.OTHER)
    return Word(answer=answer, category=category, note=note)


def _holds(piece: Piece) -> bool:
    """Whether nothing can be entered over it."""
    span = piece.span
    return span.state in ATTENDED or span.state is State.PRIVATE or span.source == ENTERED


def _inside(piece: Piece, stretch: Between) -> int:
    return max(0, min(piece.span.end_ms, stretch[1]) - max(piece.span.start_ms, stretch[0]))
