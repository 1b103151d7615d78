"""Makes a rule out of "not right": this program, or titles with a word, from now on; undone like a correction."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from core.category import Category
from core.errors import EngineroomError
from gui.access.correcting import Correcting, Deed
from gui.access.record_access import RecordAccess
from gui.presenters.picking import Between
from gui.presenters.selection import SelectionView
from gui.presenters.wide_verbs import About, made_wide, rule_of, taken_back_wide, wide_of_spans
from gui.righting.wide_verbs import add_wide_verbs
from gui.theme import Appearance
from gui.time.day import DayPage

if TYPE_CHECKING:
    from gui.access.rule_access import RuleAccess


class RuleAtOnce(QObject):
    """The stretch that was not right is corrected with it: the rule holds for what comes."""

    def __init__(
        self,
        appearance: Appearance,
        correcting: Correcting,
        access: RecordAccess,
        rules: "Callable[[], RuleAccess]",
    ) -> None:
        """`rules` is called off the UI thread, when there is a rule to make."""
        super().__init__()
        self._appearance = appearance
        self._correcting = correcting
        self._access = access
        self._rules = rules

    def offer(self, page: DayPage) -> None:
        """In the menu on what is selected."""

        def add(menu: QMenu, view: SelectionView) -> None:
            add_wide_verbs(
                menu,
                self._appearance,
                self._correcting.choices,
                wide_of_spans(view.spans),
                lambda about, category: self.make(view.correctable, about, category),
            )

        page.selecting.menu_opened.connect(add)

    def make(self, stretches: Sequence[Between], about: About, category: Category) -> None:
        """Let these stretches have been `category`, and whatever is like them from now on."""
        self._correcting.do(lambda: self._made(stretches, about, category))

    def _made(self, stretches: Sequence[Between], about: About, category: Category) -> Deed:
        corrected = self._access.correct(stretches, category)
        rules = self._rules()
        numbers = [one.id for one in corrected.made]
        try:
            made = rules.put_first(rule_of(about, category), for_history=False)
        except EngineroomError:
            self._access.take_back(numbers)
            raise

        left: list[Callable[[], object]] = [lambda: self._access.take_back(numbers), lambda: rules.take_back(made)]

        def undo() -> str:
            while left:  # what is undone stays so where the next is refused for now
                left[-1]()
                left.pop()
            return taken_back_wide()

        return Deed(text=made_wide(about, category), undo=undo)
