"""Why a stretch has its category, in the person's words; never decides it."""

import functools
import re

from core import wording
from core.wording import Translate, in_english
from gui.presenters.retelling import Retelling

CONDITION = re.compile(
    r" and (?=(?:app|title) (?:is|contains|has) |state is |idle for more than |time is within |it is [A-Z])"
)
"""Where one condition of a rule ends and the next begins."""
ADDED = re.compile(r", (?=kept active up to |served )")


def reason_in_words(why: str) -> str:
    """`why` is that of a verdict."""
    retelling = _retelling(_forms(wording.translate))
    return ", ".join(_conditions(part, retelling) for part in ADDED.split(why))


def _conditions(why: str, retelling: Retelling) -> str:
    link = wording.translate("Reason", " and ")
    return link.join(retelling.tell(condition) for condition in CONDITION.split(why))


@functools.lru_cache(maxsize=2)
def _retelling(words: tuple[str, ...]) -> Retelling:
    return Retelling(zip(_forms(in_english), words, strict=True))


def _forms(translate: Translate) -> tuple[str, ...]:
    """As classifiers word them."""
    return (
        translate("Reason", "private time"),
        translate("Reason", "screen locked"),
        translate("Reason", "no input"),
        translate("Reason", "no rule matches"),
        translate("Reason", "nothing that the rule excludes is there"),
        translate("Reason", 'app is "{word}"'),
        translate("Reason", 'app is like "{word}"'),
        translate("Reason", 'app contains "{word}"'),
        translate("Reason", 'app has "{part}", which matches {pattern}'),
        translate("Reason", 'title is "{word}"'),
        translate("Reason", 'title contains "{word}"'),
        translate("Reason", 'title contains "{word}" and "{other}"'),
        translate("Reason", "title contains {words}"),
        translate("Reason", 'title has the word "{word}"'),
        translate("Reason", 'title has "{part}", which matches {pattern}'),
        translate("Reason", "state is active"),
        translate("Reason", "state is call"),
        translate("Reason", "state is idle"),
        translate("Reason", "state is locked"),
        translate("Reason", "idle for more than {length}"),
        translate("Reason", "time is within {hours}"),
        translate("Reason", "it is {day}"),
        translate("Reason", "kept active up to {length} by rule {rule}"),
        translate("Reason", "served {category}"),
        translate("Reason", "carried over from {category} on both sides, {length}"),
        translate("Reason", "corrected by {who}"),
        translate("Reason", "corrected by {who}: {reason}"),
        *_parts(translate),
    )


def _parts(translate: Translate) -> tuple[str, ...]:
    """What may stand in the place of a category or a day."""
    return (
        translate("Reason", "Work/{activity}"),
        translate("Reason", "Knowledge/{activity}"),
        translate("Reason", "Mon"),
        translate("Reason", "Tue"),
        translate("Reason", "Wed"),
        translate("Reason", "Thu"),
        translate("Reason", "Fri"),
        translate("Reason", "Sat"),
        translate("Reason", "Sun"),
    )
