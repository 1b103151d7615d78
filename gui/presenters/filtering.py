"""Which spans a person asks for by a few words; never reads the record and never shows anything."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from core.category import Category, Kind
from core.judge import Piece
from core.span import Gap
from core.wording import translate
from gui.presenters.kind_names import name_of_kind
from gui.presenters.picking import Between, joined
from gui.presenters.spans import app_name, app_shown, category_name, reason_name
from gui.presenters.strips import GAP

_TERM = re.compile(r'(-?)(?:(\w+)([:=]))?(?:"((?:[^"]|"")*)"?|(\S+))')
_QUOTES = dict.fromkeys(map(ord, "“”„"), '"')


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
    exact: bool = False
    """Behind an equals sign: so has a title."""

    def fits(self, app: str, title: str, category: str) -> bool:
        """All of them as terms are: in lower case, and with straight quotes."""
        return self._is_in(app, title, category) is not self.excludes

    def _is_in(self, app: str, title: str, category: str) -> bool:
        if self.place is Place.TITLE:
            return title == self.text if self.exact else self.text in title
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
                plain = [_plain(part) for part in key]
                found = known[key] = all(term.fits(*plain) for term in self.terms)
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


def of_page(title: str) -> Filter:
    """What was looked up on one page: knowledge with exactly this title, or of an application without titles."""
    return both(_by(_title_words()[0], title, sign="="), of_kind(Kind.KNOWLEDGE))


def both(one: Filter, other: Filter) -> Filter:
    """What fits one and the other, also where a quote is open in the first."""
    closing = '"' * (_straight(one.text).count('"') % 2)
    return Filter(f"{one.text}{closing} {other.text}".strip())


def explained() -> str:
    """How to ask, for the tooltip of the box."""
    return translate(
        "Filter",
        "Every word has to be found in application, title or category.\n"
        "“two words” in quotes belong together, -word must not be found;\n"
        "{app}:mail, {title}:claim and {category}:work look in one place only,\n"
        "{title}=inbox finds exactly that title.",
    ).format(app=_app_words()[0], title=_title_words()[0], category=_category_words()[0])


def matching_stretches(parts: Iterable[Piece | Gap]) -> tuple[Between, ...]:
    """When they were, in order and joined."""
    return joined([_between(one) for one in parts])


def _between(one: Piece | Gap) -> Between:
    return (one.start_ms, one.end_ms) if isinstance(one, Gap) else (one.span.start_ms, one.span.end_ms)


def _key(one: Piece | Gap) -> tuple[str, str, str]:
    if isinstance(one, Gap):
        return "", reason_name(one.why), name_of_kind(GAP)
    app = app_shown(one)
    return app, one.span.context.title or app, category_name(one.verdict.category)


def _by(word: str, name: str, sign: str = ":") -> Filter:
    """A quote inside of quotes is written twice."""
    doubled = _straight(name).replace('"', '""')
    return Filter(f'{word}{sign}"{doubled}"')


def _straight(text: str) -> str:
    return text.translate(_QUOTES)


def _plain(text: str) -> str:
    return _straight(text).lower()


def _terms(text: str) -> Iterable[Term]:
    for minus, word, sign, quoted, bare in _TERM.findall(_straight(text)):
        place = _place_of(word)
        looked_for = quoted.replace('""', '"') or bare
        if place is None:
            place, looked_for = Place.ANYWHERE, f"{word}{sign}{looked_for}"
        if looked_for:
            exact = sign == "="
            yield Term(looked_for.lower(), place, excludes=bool(minus), whole=exact or bool(quoted), exact=exact)


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
