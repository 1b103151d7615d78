"""What every condition of a rule can say, and how it is turned round; never knows a particular condition."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeVar

SeenT_contra = TypeVar("SeenT_contra", contravariant=True)
SeenT = TypeVar("SeenT")


class Subject(StrEnum):
    """What a matcher looks at."""

    APP = "app"
    TITLE = "title"
    MOMENT = "moment"


class Matcher(Protocol[SeenT_contra]):
    """One condition of a rule, on a context or on a moment."""

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

    def why(self, seen: SeenT_contra) -> str | None:
        """In words why the condition is met; None where it is not."""
        ...

    def missed(self) -> str:
        """In words what is wanting where it is not met."""
        ...


@dataclass(frozen=True, slots=True)
class Not(Matcher[SeenT]):
    """The condition must not be met."""

    excluded: Matcher[SeenT]

    @property
    def subject(self) -> Subject:
        return self.excluded.subject

    @property
    def key(self) -> str:
        return f"not.{self.excluded.key}"

    @property
    def written(self) -> tuple[str, ...]:
        return self.excluded.written

    def why(self, seen: SeenT) -> str | None:
        return self.excluded.missed() if self.excluded.why(seen) is None else None

    def missed(self) -> str:
        return f"it excludes {self.excluded.key} = {any_of(self.excluded.written)}"


def reasons(matchers: Sequence[Matcher[SeenT]], seen: SeenT) -> tuple[str, ...] | None:
    """Why all of `matchers` are met, in words; None where one of them is not. What is excluded needs no words."""
    found = []
    for matcher in matchers:
        why = matcher.why(seen)
        if why is None:
            return None
        if type(matcher) is not Not:
            found.append(why)
    return tuple(found)


def any_of(written: Sequence[str], link: str = "or") -> str:
    """`"a", "b" or "c"`; a long list is cut."""
    quoted = [f'"{word}"' for word in written[:4]] + ([f"{len(written) - 4} more"] if len(written) > 4 else [])
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} {link} {quoted[-1]}"
