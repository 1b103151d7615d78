"""Lets presenters speak the person's language without knowing Qt; never translates anything itself."""

from collections.abc import Callable

Translate = Callable[[str, str], str]
"""(context, English text) to the text in the person's language."""


class _Voice:
    speak: Translate = staticmethod(lambda _context, text: text)


def translate(context: str, text: str) -> str:
    """`text` in the person's language; the same in English until `speak_through` was called."""
    return _Voice.speak(context, text)


def speak_through(translator: Translate) -> None:
    """Let `translator` find the words from now on."""
    _Voice.speak = staticmethod(translator)


def name_of_kind(kind: str) -> str:
    """A `Kind`, or `Gap`, in words."""
    return {
        "Work": translate("Kind", "Work"),
        "Knowledge": translate("Kind", "Knowledge"),
        "Personal": translate("Kind", "Personal"),
        "Unclassified": translate("Kind", "Unclassified"),
        "Idle": translate("Kind", "Idle"),
        "Private": translate("Kind", "Private"),
        "Gap": translate("Kind", "Gap"),
    }[kind]
