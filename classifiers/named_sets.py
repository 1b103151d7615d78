"""Sets of programs and of words under one name, such as `@browsers`; never matches anything."""

from collections.abc import Mapping
from dataclasses import dataclass, field

SIGN = "@"
Sets = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class NamedSets:
    """What `[apps]` and `[words]` of one or several files name."""

    apps: Sets = field(default_factory=dict)
    words: Sets = field(default_factory=dict)

    def above(self, below: "NamedSets") -> "NamedSets":
        """These, and those of `below` whose names are not taken."""
        return NamedSets({**below.apps, **self.apps}, {**below.words, **self.words})


def is_set(word: str) -> bool:
    """Whether `word` names a set; a lone sign is a text to look for."""
    return word.startswith(SIGN) and not word[1:2].isspace() and len(word) > 1
