"""Lets every room speak the person's language without knowing Qt; never translates anything itself."""

from collections.abc import Callable

Translate = Callable[[str, str], str]
"""(context, English text) to the text in the person's language."""
Retell = Callable[[str], str]
"""A sentence in English, with whatever was filled in, to the same in the person's language."""


def in_english(_context: str, text: str) -> str:
    """As it is written."""
    return text


class _Voice:
    def __init__(self) -> None:
        self.speak: Translate = in_english
        self.retell: Retell = str


_VOICE = _Voice()


def translate(context: str, text: str) -> str:
    """`text` in the person's language; the same in English until `speak_through` was called."""
    return _VOICE.speak(context, text)


def retell(text: str) -> str:
    """What the record, the agent or a command says in English, in the person's language as far as it is known."""
    return _VOICE.retell(text)


def speak_through(translator: Translate, reteller: Retell = str) -> None:
    """Let `translator` find the words from now on, and `reteller` know sentences again."""
    _VOICE.speak, _VOICE.retell = translator, reteller
