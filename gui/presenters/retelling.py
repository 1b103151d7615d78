"""Says in the person's language what is known in English, by the form of the sentence; never guesses what fits no form.

The record keeps reasons in English, and agent and commands speak it: one record, whichever language is read.
"""

import re
from collections.abc import Iterable

PLACE = re.compile(r'("?)\{(\w+)\}')
REMEDY = " — "
NEXT_SENTENCE = re.compile(r"(?<=\.) (?=[A-Z])")


class Retelling:
    """Knows sentences by their forms, such as `{file} cannot be read`."""

    def __init__(self, forms: Iterable[tuple[str, str]]) -> None:
        """Each in English, and in the person's words with the same names in braces."""
        self._plain: dict[str, str] = {}
        shaped: list[tuple[int, re.Pattern[str], str]] = []
        for english, words in forms:
            if PLACE.search(english):
                shaped.append((len(PLACE.sub("", english)), _shape(english), words))
            else:
                self._plain[english] = words
        self._shaped = sorted(shaped, key=lambda form: -form[0])
        """What says most of itself is asked first."""

    def tell(self, text: str) -> str:
        """What happened and what to do each for itself; what a form leaves open may be a sentence in turn."""
        return REMEDY.join(self._one_by_one(part) or self._whole(part) or part for part in text.split(REMEDY))

    def _one_by_one(self, text: str) -> str | None:
        """Several sentences, if every one of them is known: the form of one could take in those behind it."""
        sentences = NEXT_SENTENCE.split(text)
        told = [self._whole(sentence) for sentence in sentences] if len(sentences) > 1 else [None]
        return None if None in told else " ".join(sentence or "" for sentence in told)

    def _whole(self, text: str) -> str | None:
        if text in self._plain:
            return self._plain[text]
        for _length, shape, words in self._shaped:
            found = shape.fullmatch(text)
            if found:
                return words.format(**{name: self.tell(value) for name, value in found.groupdict().items()})
        return None


def _shape(english: str) -> re.Pattern[str]:
    """What stands in quotation marks ends with them."""
    pattern, end = "", 0
    for place in PLACE.finditer(english):
        inside = '[^"]+' if place[1] else ".*?"
        pattern += f"{re.escape(english[end : place.start()])}{place[1]}(?P<{place[2]}>{inside})"
        end = place.end()
    return re.compile(pattern + re.escape(english[end:]), re.DOTALL)
