"""Which spans a person asks for by a few words; never reads the record and never shows anything."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from core.category import Category
from core.judge import Piece
from core.span import Gap
from core.wording import translate
from gui.presenters.kind_names import name_of_kind
from gui.presenters.picking import Between, joined
from gui.presenters.spans import app_name, category_name, reason_name
from gui.presenters.strips import GAP

_TERM = re.compile(r'(-?)(?:(\w+):)?(?:"([^"]*)"?|(\S+))')


class Place(Enum):
    """Where a word is looked for."""

    ANYWHERE = ""
    APP = "app"
    TITLE = "title"
    CATEGORY = "category"


@dataclass(frozen=True, slots=True)
class Term:
    """One word, or several in quotes."""

    text: str
    """In lower case."""
    place: Place = Place.ANYWHERE
    excludes: bool = False
    whole: bool = False
    """Quoted: an app or a category then has to be exactly that, or an activity below it."""

    def fits(self, app: str, title: str, category: str) -> bool:
        """All of them in lower case."""
        return self._is_in(app, title, category) is not self.excludes

    def _is_in(self, app: str, title: str, category: str) -> bool:
        if self.place is Place.TITLE:
            return self.text in title
        if self.place is Place.APP:
            return app == self.text if self.whole else self.text in app
        if self.place is Place.CATEGORY:
            is_below = category == self.text or category.startswith(f"{self.text} /")
            return is_below if self.whole else self.text in category
        return any(self.text in part for part in (app, title, category))


@dataclass(frozen=True)
class Filter:
    """What was asked for; every term has to fit."""

    text: str = ""

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        return tuple(_terms(self.text))

    def __bool__(self) -> bool:
        return bool(self.terms)

    def matcher(self) -> Callable[[Piece | Gap], bool]:
        """Remembers what it found: a day shows the same windows again and again."""
        known: dict[tuple[str, str, str], bool] = {}

        def matches(one: Piece | Gap) -> bool:
            key = _key(one)
            found = known.get(key)
            if found is None:
                lower = [part.lower() for part in key]
                found = known[key] = all(term.fits(*lower) for term in self.terms)
            return found

        return matches


NO_FILTER = Filter()


def of_category(category: Category) -> Filter:
    """Everything of a category, also its activities."""
    return _by(_category_words()[0], category_name(category))


def of_kind(kind: str) -> Filter:
    """Everything of a `Kind`, or of `Gap`."""
    return _by(_category_words()[0], name_of_kind(kind))


def of_app(app: str) -> Filter:
    return _by(_app_words()[0], app_name(app))


def of_title(title: str) -> Filter:
    return _by(_title_words()[0], title)


def explained() -> str:
    """How to ask, for the tooltip of the box."""
    return translate(
        "Filter",
        "Every word has to be found in application, title or category.\n"
        "“two words” in quotes belong together, -word must not be found;\n"
        "{app}:mail, {title}:claim and {category}:work look in one place only.",
    ).format(app=_app_words()[0], title=_title_words()[0], category=_category_words()[0])


def matching_stretches(parts: Iterable[Piece | Gap]) -> tuple[Between, ...]:
    """When they were, in order and joined."""
    return joined([_between(one) for one in parts])


def _between(one: Piece | Gap) -> Between:
    return (one.start_ms, one.end_ms) if isinstance(one, Gap) else (one.span.start_ms, one.span.end_ms)


def _key(one: Piece | Gap) -> tuple[str, str, str]:
    if isinstance(one, Gap):
        return "", reason_name(one.why), name_of_kind(GAP)
    context = one.span.context
    return app_name(context.app), context.title, category_name(one.verdict.category)


def _by(word: str, name: str) -> Filter:
    return Filter(f'{word}:"{name}"')


def _terms(text: str) -> Iterable[Term]:
    for minus, word, quoted, plain in _TERM.findall(text.replace("“", '"').replace("”", '"').replace("„", '"')):
        place = _place_of(word)
        looked_for = (quoted or plain).lower()
        if place is None:
            place, looked_for = Place.ANYWHERE, f"{word}:{looked_for}".lower()
        if looked_for:
            yield Term(looked_for, place, excludes=bool(minus), whole=bool(quoted))


def _place_of(word: str) -> Place | None:
    """None for a word that names no place."""
    names: Sequence[tuple[Place, Sequence[str]]] = (
        (Place.ANYWHERE, ("",)),
        (Place.APP, _app_words()),
        (Place.TITLE, _title_words()),
        (Place.CATEGORY, _category_words()),
    )
    return next((place for place, words in names if word.lower() in words), None)


def _app_words() -> tuple[str, ...]:
    return translate("Filter", "app"), "app"


def _title_words() -> tuple[str, ...]:
    return translate("Filter", "title"), "title"


def _category_words() -> tuple[str, ...]:
    return translate("Filter", "category"), "category"
