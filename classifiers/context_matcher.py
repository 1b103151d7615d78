"""Conditions on a program and the title of its window; never sees time or state."""

import fnmatch
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from classifiers.matcher import Matcher, Subject, any_of
from core.span import Context

GLOB_SIGNS = frozenset("*?")


class Seen(NamedTuple):
    """A context made ready for matching, once for all rules."""

    app: str
    """Folded, without `.exe`."""
    title: str
    """As stored."""
    folded_title: str


ContextMatcher: TypeAlias = Matcher[Seen]


class Word(NamedTuple):
    """A word of a rule: as it was written, and as it is compared."""

    written: str
    folded: str


@dataclass(frozen=True, slots=True)
class _OfWords:
    subject: Subject
    words: tuple[Word, ...]

    @property
    def written(self) -> tuple[str, ...]:
        return tuple(word.written for word in self.words)

    def _looked_at(self, seen: Seen) -> str:
        return seen.app if self.subject is Subject.APP else seen.folded_title


class Exact(_OfWords):
    """The subject is one of these words."""

    __slots__ = ()

    @property
    def key(self) -> str:
        return self.subject

    def why(self, seen: Seen) -> str | None:
        looked_at = self._looked_at(seen)
        word = next((word for word in self.words if word.folded == looked_at), None)
        return word and f'{self.subject} is "{word.written}"'

    def missed(self) -> str:
        return f"{self.subject} is not {any_of(self.written)}"


@dataclass(frozen=True, slots=True)
class Shaped:
    """The app is one of these words, in which `*` stands for anything and `?` for one character."""

    words: tuple[Word, ...]
    subject = Subject.APP
    key = "app"
    _shapes: tuple[re.Pattern[str], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        shapes = (
            fnmatch.translate(word.folded) if is_glob(word.folded) else re.escape(word.folded) for word in self.words
        )
        object.__setattr__(self, "_shapes", tuple(re.compile(shape, re.DOTALL) for shape in shapes))

    @property
    def written(self) -> tuple[str, ...]:
        return tuple(word.written for word in self.words)

    def why(self, seen: Seen) -> str | None:
        for word, shape in zip(self.words, self._shapes, strict=True):
            if shape.fullmatch(seen.app):
                return f'app is like "{word.written}"'
        return None

    def missed(self) -> str:
        return f"app is not like {any_of(self.written)}"


class Containing(_OfWords):
    """The subject contains one of these words."""

    __slots__ = ()

    @property
    def key(self) -> str:
        return f"{self.subject}_contains"

    def why(self, seen: Seen) -> str | None:
        looked_at = self._looked_at(seen)
        word = next((word for word in self.words if word.folded in looked_at), None)
        return word and f'{self.subject} contains "{word.written}"'

    def missed(self) -> str:
        return f"{self.subject} does not contain {any_of(self.written)}"


class ContainingAll(_OfWords):
    """The subject contains every one of these words."""

    __slots__ = ()

    @property
    def key(self) -> str:
        return f"{self.subject}_all"

    def why(self, seen: Seen) -> str | None:
        looked_at = self._looked_at(seen)
        if all(word.folded in looked_at for word in self.words):
            return f"{self.subject} contains {any_of(self.written, 'and')}"
        return None

    def missed(self) -> str:
        return f"{self.subject} does not contain all of {any_of(self.written, 'and')}"


@dataclass(frozen=True, slots=True)
class HavingWord:
    """The title has one of these words in it, whole: "SAP" is not in "disappear"."""

    written: tuple[str, ...]
    subject = Subject.TITLE
    key = "title_word"
    any: re.Pattern[str] = field(init=False, repr=False, compare=False)
    """Finds one of the words in a folded title."""

    def __post_init__(self) -> None:
        longest_first = sorted({word.casefold() for word in self.written}, key=lambda word: (-len(word), word))
        either = "|".join(re.escape(word) for word in longest_first)
        object.__setattr__(self, "any", re.compile(rf"(?<![^\W_])(?:{either})(?![^\W_])"))

    def why(self, seen: Seen) -> str | None:
        found = self.any.search(seen.folded_title)
        if found is None:
            return None
        return f'title has the word "{next(word for word in self.written if word.casefold() == found[0])}"'

    def missed(self) -> str:
        return f"title does not have the word {any_of(self.written)}"


@dataclass(frozen=True, slots=True)
class Fitting:
    """One of these patterns is found in the subject."""

    subject: Subject
    patterns: tuple[re.Pattern[str], ...]

    @property
    def key(self) -> str:
        return f"{self.subject}_regex"

    @property
    def written(self) -> tuple[str, ...]:
        return tuple(pattern.pattern for pattern in self.patterns)

    def why(self, seen: Seen) -> str | None:
        looked_at = seen.app if self.subject is Subject.APP else seen.title
        found = next((found for pattern in self.patterns if (found := pattern.search(looked_at))), None)
        return found and f'{self.subject} has "{found[0]}", which matches {found.re.pattern}'

    def missed(self) -> str:
        return f"{self.subject} has nothing that matches {any_of(self.written)}"


def seen(context: Context) -> Seen:
    return Seen(fold_app(context.app), context.title, context.title.casefold())


def fold_app(name: str) -> str:
    """Upper and lower case, and the ending `.exe`, make no difference between programs."""
    return name.casefold().removesuffix(".exe")


def words(subject: Subject, written: Sequence[str]) -> tuple[Word, ...]:
    fold = fold_app if subject is Subject.APP else str.casefold
    return tuple(Word(word, fold(word)) for word in written)


def is_glob(word: str) -> bool:
    return not GLOB_SIGNS.isdisjoint(word)
