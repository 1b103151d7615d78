"""Answers to what somebody did meanwhile, in the person's words; never decides which are offered."""

from core.explanation import Answer
from core.wording import translate


def answer_name(answer: Answer) -> str:
    return {
        Answer.MEETING: translate("Explain", "Meeting"),
        Answer.PHONE: translate("Explain", "Phone"),
        Answer.PAPER: translate("Explain", "Paper work"),
        Answer.OTHER: translate("Explain", "Entry"),
        Answer.BREAK: translate("Explain", "Break"),
        Answer.IGNORE: translate("Explain", "Ignore"),
    }[answer]


def entered_by_you() -> str:
    """Where the name of a program stands for others."""
    return translate("Explain", "Entered by you")


def entry_name(answer: Answer | None, note: str) -> str:
    """What an entry was: in the person's words, where there are any."""
    name = answer_name(answer or Answer.OTHER)
    if not note:
        return name
    return note if answer in {None, Answer.OTHER} else f"{name}: {note}"
