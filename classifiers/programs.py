"""The programs that a setting names, one by one or by a set such as `@browsers`; never matches anything."""

from collections.abc import Iterable

from classifiers.context_matcher import fold_app
from classifiers.loading import shipped_sets
from classifiers.named_sets import SIGN, is_set
from core.errors import UserError
from core.toml_file import nearest

SHOWING_ANYTHING = ("browsers", "remote-desktops")
"""The shipped sets of programs whose windows may be about anything."""


def showing_anything() -> frozenset[str]:
    """Their programs, folded and without `.exe`: the name alone tells nothing."""
    apps = shipped_sets().apps
    return frozenset(fold_app(app) for name in SHOWING_ANYTHING for app in apps[name])


def programs_named(key: str, words: Iterable[str]) -> frozenset[str]:
    """Every program of `words`, which stand under `key` in the settings.

    Raises UserError for a set that does not come with Engineroom.
    """
    words = tuple(words)
    sets = shipped_sets().apps if any(map(is_set, words)) else {}
    programs: set[str] = set()
    for word in words:
        if not is_set(word):
            programs.add(word)
        elif word.removeprefix(SIGN) in sets:
            programs |= set(sets[word.removeprefix(SIGN)])
        else:
            known = [SIGN + name for name in sets]
            raise UserError(
                f"The setting {key} names the set {word!r}, which does not exist{nearest(word, known)}",
                "name programs, or sets such as @browsers that come with Engineroom",
            )
    return frozenset(programs)
