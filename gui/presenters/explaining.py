"""What is asked about the gaps of a day, and what may be answered; never asks and never writes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from core.explanation import Answer, Word
from core.period import OffsetAt
from core.span import GapReason, State
from core.wording import retell, translate
from gui.presenters.answers import answer_name
from gui.presenters.durations import h_mm, time_of_day, weekday
from gui.presenters.meetings import NO_CALENDAR, MeetingsRead, explained_by, meeting_in, meeting_text, word_of
from gui.presenters.picking import Between
from gui.presenters.spans import category_name, reason_name
from interchange.meetings import Meeting
from reports.shapes import Absence, Day, NumberedExplanation, Precedent, Reason


@dataclass(frozen=True, slots=True)
class Offer:
    """One answer to press."""

    text: str
    word: Word
    stretch: Between | None = None
    """What of the stretch that is asked about it explains; None where it is all of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One stretch to explain."""

    when: str
    """From when to when."""
    length: str
    why: str
    """What is known of it."""
    stretch: Between
    as_before: Offer | None = None
    """What was said of that time of day the last time."""
    meeting: Offer | None = None
    """What the calendar says that it was."""


@dataclass(frozen=True, slots=True)
class Said:
    """Something that was explained, and can be taken back."""

    text: str
    stretch: Between
    word: Word
    correction: int | None
    """The number of the one that lets it count; None where it changes nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """Everything that the card of gaps shows."""

    head: str
    """Empty where nothing is asked."""
    asked: tuple[Question, ...]
    said: tuple[Said, ...]
    day: date | None = None
    calendar: str = ""
    """The name of the calendar file that helps; empty where there is none."""
    trouble: str = ""
    """Why it does not; empty where it does."""


NOTHING_ASKED = Questions(head="", asked=(), said=())


def quick_answers() -> tuple[Offer, ...]:
    """Those that are pressed most."""
    return _offers(Answer.BREAK, Answer.MEETING)


def more_answers() -> tuple[Offer, ...]:
    return _offers(Answer.PHONE, Answer.PAPER)


def ignoring() -> Offer:
    [offer] = _offers(Answer.IGNORE)
    return offer


def questions(day: Day, offset_at: OffsetAt, calendar: MeetingsRead = NO_CALENDAR) -> Questions:
    """`calendar` may know what some of it was."""
    asked = tuple(_question(one, day.timeline.day, offset_at, calendar.found) for one in day.absences)
    return Questions(
        head=to_explain(len(asked), are_gaps=all(one.gap_ms for one in day.absences)) if asked else "",
        asked=asked,
        said=tuple(_said(one, offset_at) for one in day.explained),
        day=day.timeline.day,
        calendar=calendar.file,
        trouble=retell(calendar.trouble),
    )


def to_explain(count: int, *, are_gaps: bool) -> str:
    """`1 gap to explain`."""
    if are_gaps:
        return (
            translate("Explain", "1 gap to explain")
            if count == 1
            else translate("Explain", "{count} gaps to explain").format(count=count)
        )
    return (
        translate("Explain", "1 stretch to explain")
        if count == 1
        else translate("Explain", "{count} stretches to explain").format(count=count)
    )


def explained_as(word: Word, about_ms: int, left_out_ms: int) -> str:
    """What is said after something was explained or entered."""
    time = h_mm(about_ms)
    if word.counts_as is None:
        return (
            translate("Explain", "Remembered as a break: {time}. No total changed.").format(time=time)
            if word.answer is Answer.BREAK
            else translate("Explain", "{time} will not be asked about again.").format(time=time)
        )
    category = category_name(word.counts_as)
    if left_out_ms:
        return translate("Explain", "Entered {time} as {category}; {rest} was recorded, and stays.").format(
            time=time, category=category, rest=h_mm(left_out_ms)
        )
    return translate("Explain", "Entered {time} as {category}.").format(time=time, category=category)


def forgotten() -> str:
    """What is said after an explanation was taken back that changed no total."""
    return translate("Explain", "Taken back: it is asked about again.")


def word_name(word: Word) -> str:
    """`Break`, `Meeting: Claims round`, `Work / Training`."""
    other = word.answer is Answer.OTHER and word.category is not None
    name = category_name(word.category) if other and word.category else answer_name(word.answer)
    return f"{name}: {word.note}" if word.note else name


def reason_of(reason: Reason) -> str:
    if isinstance(reason, GapReason):
        return reason_name(reason)
    return translate("Explain", "Screen locked") if reason is State.LOCKED else translate("Explain", "No input")


def between(stretch: Between, offset_at: OffsetAt) -> str:
    """`12:04–12:46`."""
    start_ms, end_ms = stretch
    return f"{time_of_day(start_ms, offset_at(start_ms))}–{time_of_day(end_ms, offset_at(end_ms))}"


def _question(of: Absence, day: date, offset_at: OffsetAt, meetings: Sequence[Meeting]) -> Question:
    stretch = of.start_ms, of.end_ms
    meeting = meeting_in(stretch, meetings)
    return Question(
        when=between(stretch, offset_at),
        length=h_mm(of.end_ms - of.start_ms),
        why=", ".join(reason_of(reason) for reason in of.why),
        stretch=stretch,
        as_before=_as_before(of.before, day) if of.before else None,
        meeting=Offer(meeting_text(meeting), word_of(meeting), explained_by(meeting, stretch)) if meeting else None,
    )


def _as_before(before: Precedent, day: date) -> Offer:
    word = before.said.word
    what = word_name(word)
    text = (
        translate("Explain", "Same as yesterday ({what})").format(what=what)
        if before.day == day - timedelta(days=1)
        else translate("Explain", "Same as {day} ({what})").format(day=weekday(before.day), what=what)
    )
    return Offer(text, word)


def _said(one: NumberedExplanation, offset_at: OffsetAt) -> Said:
    said = one.said
    stretch = said.start_ms, said.end_ms
    return Said(f"{between(stretch, offset_at)}  {word_name(said.word)}", stretch, said.word, one.correction)


def _offers(*answers: Answer) -> tuple[Offer, ...]:
    return tuple(Offer(answer_name(answer), Word(answer=answer)) for answer in answers)
