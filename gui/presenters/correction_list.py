"""What the person corrected, as a list to take back from; never takes anything back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.period import OffsetAt
from core.wording import translate
from gui.presenters.durations import h_mm, time_of_day
from gui.presenters.moments import moment
from gui.presenters.spans import category_name
from reports.shapes import NumberedCorrection


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionList:
    """One row for each correction in force."""

    sentence: str
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    """The number of each row."""


def correction_head() -> tuple[str, ...]:
    return (
        translate("Corrections", "From"),
        translate("Corrections", "To"),
        translate("Corrections", "Time"),
        translate("Corrections", "You said it was"),
        translate("Corrections", "Said"),
    )


def correction_list(held: Sequence[NumberedCorrection], offset_at: OffsetAt, today: date) -> CorrectionList:
    return CorrectionList(
        sentence=_sentence(len(held)),
        rows=tuple(_row(one, offset_at, today) for one in held),
        numbers=tuple(one.number for one in held),
    )


def _sentence(count: int) -> str:
    if count == 0:
        return translate("Corrections", "You have corrected nothing. Select a stretch on its day and say what it was.")
    if count == 1:
        return translate(
            "Corrections", "You corrected 1 stretch. What was recorded stays, and the rules wait below it."
        )
    return translate(
        "Corrections", "You corrected {count} stretches. What was recorded stays, and the rules wait below it."
    ).format(count=count)


def _row(one: NumberedCorrection, offset_at: OffsetAt, today: date) -> tuple[str, ...]:
    said = one.said
    return (
        moment(said.start_ms, offset_at(said.start_ms), today),
        time_of_day(said.end_ms, offset_at(said.end_ms)),
        h_mm(said.end_ms - said.start_ms),
        category_name(said.category),
        moment(said.at_ms, offset_at(said.at_ms), today),
    )
