"""The sentence that opens a day, whose numbers can be pressed; never says them itself."""

import itertools
from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal

from gui.presenters.day_sentence import Said
from gui.presenters.filtering import Filter
from gui.theme import Appearance
from gui.widgets.labels import Sentence


class DaySentence(Sentence):
    """Links look like the words around them until they are pointed at or reached by keys."""

    filter_wanted = Signal(object)
    """A `Filter`."""
    stretch_wanted = Signal(object)
    """A stretch, to be selected."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance)
        self._appearance = appearance
        self._said: Sequence[Said] = ()
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.linkActivated.connect(self._follow)
        appearance.changed.connect(self._write)

    def say(self, said: Sequence[Said]) -> None:
        """Where keys have reached a number, they go on from the one in its place."""
        if said == self._said:
            return
        reached = [place for place, (begins, _length) in enumerate(_places(self._said)) if begins == self._reached()]
        self._said = said
        self._write()
        for place in reached:
            if place < len(said):
                self.setSelection(*_places(said)[place])

    def _reached(self) -> int:
        """Where the number begins that keys have reached; below 0 where they have reached none."""
        return self.selectionStart() if self.hasFocus() else -1

    def _write(self) -> None:
        ink = self._appearance.theme.colours.text.primary
        self.setText("".join(_rich(place, part, ink) for place, part in enumerate(self._said)))
        self.setAccessibleName("".join(part.text for part in self._said))

    def _follow(self, link: str) -> None:
        shows = self._said[int(link)].shows
        if isinstance(shows, Filter):
            self.filter_wanted.emit(shows)
        elif shows is not None:
            self.stretch_wanted.emit(shows)


def _places(said: Sequence[Said]) -> list[tuple[int, int]]:
    """Where each part begins, and how long it is."""
    ends = itertools.accumulate((len(part.text) for part in said), initial=0)
    return [(begins, len(part.text)) for begins, part in zip(ends, said, strict=False)]


def _rich(place: int, part: Said, ink: str) -> str:
    text = escape(part.text)
    if part.shows is not None:
        text = f'<a href="{place}" style="color:{ink}; text-decoration:none">{text}</a>'
    return f"<b>{text}</b>" if part.strong else text
