"""Rules and the conditions they are made of; never reads a file and never sees time or state."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, Protocol

from core.category import Category
from core.span import Context


class Layer(StrEnum):
    """Who wrote a rule; the rules of an earlier layer are asked first."""

    ORGANISATION = "organisation"
    PERSONAL = "personal"
    SHIPPED = "shipped"


class Subject(StrEnum):
    """What a matcher looks at."""

    APP = "app"
    TITLE = "title"


class Seen(NamedTuple):
    """A context made ready for matching, once for all rules."""

    app: str
    """Folded, without `.exe`."""
    title: str
    """As stored."""
    folded_title: str


class Word(NamedTuple):
    """A word of a rule: as it was written, and as it is compared."""

    written: str
    folded: str


class Matcher(Protocol):
    """One condition of a rule."""

    @property
    def subject(self) -> Subject: ...

    @property
    def key(self) -> str:
        """The key in a rule file, such as `title_contains`."""
        ...

    @property
    def written(self) -> tuple[str, ...]:
        """What stands behind the key."""
        ...

    def why(self, seen: Seen) -> str | None:
        """In words why the condition is met; None where it is not."""
        ...


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


@dataclass(frozen=True, slots=True)
class HavingWord:
    """The title has one of these words in it, whole: "SAP" is not in "disappear"."""

    written: tuple[str, ...]
    subject = Subject.TITLE
    key = "title_word"
    _any: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        longest_first = sorted(self.written, key=len, reverse=True)
        either = "|".join(re.escape(word) for word in longest_first)
        object.__setattr__(self, "_any", re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE))

    def why(self, seen: Seen) -> str | None:
        found = self._any.search(seen.title)
        return found and f'title has the word "{found[0]}"'


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One line of policy: the category of every context that meets all of its conditions."""

    id: str
    category: Category
    matchers: tuple[Matcher, ...]
    layer: Layer = Layer.PERSONAL
    comment: str = ""

    def about(self, subject: Subject) -> tuple[Matcher, ...]:
        """The conditions that look at `subject`."""
        return tuple(matcher for matcher in self.matchers if matcher.subject is subject)


def seen(context: Context) -> Seen:
    return Seen(fold_app(context.app), context.title, context.title.casefold())


def fold_app(name: str) -> str:
    """Upper and lower case, and the ending `.exe`, make no difference between programs."""
    return name.casefold().removesuffix(".exe")


def words(subject: Subject, written: Sequence[str]) -> tuple[Word, ...]:
    fold = fold_app if subject is Subject.APP else str.casefold
    return tuple(Word(word, fold(word)) for word in written)


def reasons(matchers: Sequence[Matcher], seen: Seen) -> tuple[str, ...] | None:
    """Why all of `matchers` are met, in words; None where one of them is not."""
    found = []
    for matcher in matchers:
        why = matcher.why(seen)
        if why is None:
            return None
        found.append(why)
    return tuple(found)
