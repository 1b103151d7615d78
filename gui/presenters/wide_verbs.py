"""What more than one stretch may be said to be from now on: a program, or titles with a word; never says it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from core.category import Category
from core.span import Span
from core.wording import translate
from gui.presenters.spans import app_name, category_name
from reports.title_words import title_words

MOST_WORDS = 6
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Wide:
    """What a rule may be made about."""

    app: str
    """Empty where no window was in front: then there is nothing to make a rule about."""
    words: tuple[str, ...]


NOTHING_WIDE = Wide("", ())


@dataclass(frozen=True, slots=True)
class About:
    """What a rule is to be about: a program, or a word of titles, but not both."""

    app: str = ""
    word: str = ""


def wide_of(app: str, title: str) -> Wide:
    """Of one window: its words in the order of its title."""
    if not app:
        return NOTHING_WIDE
    folded = title.casefold()
    words = sorted(title_words(title), key=lambda word: (folded.find(word), word))
    return Wide(app, tuple(words[:MOST_WORDS]))


def wide_of_spans(spans: Iterable[Span]) -> Wide:
    """Of several: the program with most time in them, and the words with most time in its titles."""
    time: Counter[str] = Counter()
    for span in spans:
        if span.context.app:
            time[span.context.app] += span.observed_ms
    if not time:
        return NOTHING_WIDE
    app = max(sorted(time), key=lambda name: time[name])
    words: Counter[str] = Counter()
    for span in spans:
        for word in title_words(span.context.title) if span.context.app == app else ():
            words[word] += span.observed_ms
    return Wide(app, tuple(sorted(words, key=lambda word: (-words[word], word))[:MOST_WORDS]))


def rule_of(about: About, category: Category) -> dict[str, Any]:
    """As it stands in the person's rules, named by what it says: said again it is the same rule."""
    name = f"{about.word or about.app} = {category.path}"[:LONGEST_NAME]
    what = {"title_word": about.word} if about.word else {"app": about.app}
    return {"id": name, **what, "category": category.path}


def from_now_on(about: About) -> str:
    """The verb, as a menu says it."""
    if about.word:
        return translate("Correct", "“{word}”").format(word=about.word)
    return translate("Correct", "{app} from now on").format(app=app_name(about.app))


def made_wide(about: About, category: Category) -> str:
    """What is said after a rule was made."""
    name = category_name(category)
    if about.word:
        return translate("Correct", "From now on, titles with “{word}” are {category}.").format(
            word=about.word, category=name
        )
    return translate("Correct", "From now on, {app} is {category}.").format(app=app_name(about.app), category=name)


def taken_back_wide() -> str:
    """What is said after it was undone."""
    return translate("Correct", "Taken back: the rules are as before, and so is the stretch.")
