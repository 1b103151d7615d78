"""The rules as a person edits them: steps, selection, and what is asked about them; never paints anything."""

from typing import Any

from PySide6.QtCore import QObject, Signal

from agent.rule_changing import ChangedMeanwhile, PutInForce
from classifiers.rule_writing import RuleTable, RuleText
from core.category import Category, Kind
from core.errors import EngineroomError, MachineError, UserError
from core.wording import retell, translate
from gui.access.correcting import Outcome
from gui.access.rule_access import RuleAccess
from gui.background import Background
from gui.presenters.rule_drafts import free_name, joined, rule_about
from gui.presenters.rule_looking import RulesRead, Scope
from gui.rules.rule_asking import RuleAsking
from gui.rules.rule_steps import Edited, Saved, Steps

NOTHING = RuleText(())


class RuleEditing(QObject):
    """One person's rules; what is not saved holds nowhere."""

    shown_anew = Signal()
    """The list, the selection, or all of it is another one now."""
    typed = Signal()
    """The rule that is selected says something else, as its form knows already."""
    done = Signal(object)
    """An `Outcome`."""
    changed_meanwhile = Signal(bool)
    """The file says something else; nothing was saved. Whether it was for history too."""
    saved = Signal()
    """Other rules hold now: totals change."""

    def __init__(self, background: Background, access: RuleAccess) -> None:
        super().__init__()
        self._background = background
        self._access = access
        self._steps = Steps()
        self.asking = RuleAsking(background, access)
        self.asking.setParent(self)
        self.read: RulesRead | None = None
        self.rules = NOTHING
        self.number = 0
        """The rule that is selected, by the place at which it is asked; 0 for none."""
        self._wanted: tuple[str, str] | None = None
        self._is_saving = False

    @property
    def at(self) -> int | None:
        """Where among the person's own rules the selected one stands; None for another one or none."""
        at = self.number - self._above - 1
        return at if 0 <= at < len(self.rules.rules) else None

    @property
    def rule(self) -> RuleTable | None:
        """What is selected."""
        if self.at is not None:
            return self.rules.rules[self.at]
        return self.read.above[self.number - 1] if self.read and 0 < self.number <= self._above else None

    @property
    def is_changed(self) -> bool:
        return self.read is not None and self.read.fault is None and self.rules.text != self.read.text

    @property
    def can_undo(self) -> bool:
        return bool(self._steps)

    def begin(self) -> None:
        """Read the rules and what they decided; edits that are not saved stay."""
        if self.read is None:
            self._background.run(self._access.read_rules, self._begun, lambda _error: None)  # the next one says it too
        self._background.run(self._access.read, self._begun, self._failed)

    def begin_rule(self, app: str, word: str) -> None:
        """A rule about this program and word, before all others of this person, as soon as the rules are read."""
        self._wanted = (app, word)
        self.begin()

    def select(self, number: int) -> None:
        self.number = number
        self._show()

    def edit(self, rule: dict[str, Any]) -> None:
        """Let the selected rule say this; typing on is one step."""
        if self.at is not None and rule != self.rules.rules[self.at]:
            self._take(self.rules.replaced(self.at, rule), self.number, typing=self.number)
            self.typed.emit()
            self._ask()

    def edit_source(self, source: str) -> None:
        """Let this be the text of the selected rule; raises UserError where it is none."""
        if self.at is not None and self.read is not None and source != self.rules.source(self.at):
            self._take(self.rules.rewritten(self.at, source, self.read.path), self.number, typing=self.number)
            self.typed.emit()
            self._ask()

    def add(self) -> None:
        """A new rule, asked after the others."""
        if self.read is None or self.read.fault is not None:
            return
        name = free_name(self.rules, translate("Rules", "New rule"))
        rule = {"id": name, "category": Category(Kind.WORK).path}
        self._take(self.rules.added(rule), self._above + len(self.rules.rules) + 1)
        self._show()

    def move(self, at: int, to: int) -> None:
        if 0 <= at < len(self.rules.rules) and 0 <= to < len(self.rules.rules) and at != to:
            self._take(self.rules.moved(at, to), self._above + to + 1)
            self._show()

    def remove(self) -> None:
        """Take the selected rule away."""
        if self.at is not None:
            kept = self.rules.removed(self.at)
            self._take(kept, min(self.number, self._above + len(kept.rules)))
            self._show()

    def discard(self) -> None:
        """Back to what is saved."""
        if self.is_changed and self.read is not None:
            self._take(self.read.rules, self.number)
            self._show()

    def import_rules(self, text: str) -> None:
        """Add the rules of another file behind one's own; raises UserError where they do not go together."""
        if self.read is not None:
            self._take(joined(self.rules, text, self.read.path), self.number)
            self._show()

    def undo(self) -> None:
        step = self._steps.latest
        if isinstance(step, Edited):
            self._steps.drop(step)
            self.rules, self.number = step.rules, step.number
            self._show()
        elif isinstance(step, Saved) and not self._is_saving:
            self._is_saving = True
            self._background.run(
                lambda: self._access.take_back(step.made),
                lambda trouble: self._taken_back(step, trouble),
                lambda error: self._not_taken_back(step, error),
            )

    def save(self, *, for_history: bool, whatever_stands_there: bool = False) -> None:
        """Let the rules hold from now on, or for all that is recorded."""
        if self.read is None:
            return
        self.put(self.rules.text, for_history=for_history, instead_of=None if whatever_stands_there else self.read.text)

    def put(self, text: str, *, for_history: bool, instead_of: str | None) -> None:
        """Let `text` be the whole rule file."""
        if self._is_saving:
            return  # one after the other: the next would be made from what stands there no more
        self._is_saving = True
        self._background.run(
            lambda: self._access.save(text, for_history=for_history, instead_of=instead_of),
            lambda made: self._saved(made, for_history=for_history),
            lambda error: self._not_saved(error, for_history=for_history),
        )

    def take_over_file(self) -> None:
        """Show what stands in the file; what was edited can be had back."""
        self._steps.note(Edited(self.rules, self.number))
        self.read = None
        self.begin()

    def look_over(self, scope: Scope) -> None:
        self.asking.scope = scope
        self._ask()

    def try_title(self, title: str) -> None:
        self.asking.tried = title
        self._ask()

    @property
    def _above(self) -> int:
        return len(self.read.above) if self.read else 0

    def _take(self, rules: RuleText, number: int, typing: object = None) -> None:
        self._steps.note(Edited(self.rules, self.number), typing)
        self.rules, self.number = rules, number

    def _begun(self, read: RulesRead) -> None:
        if self.read is not None and self.read.has_time and not read.has_time:
            return  # it was overtaken
        is_another = self.read is None or read.text != self.read.text
        if not (is_another and self.is_changed):  # else saving will tell
            self.read = read
            if is_another:
                self.rules = read.rules
        last = self._above + len(self.rules.rules)
        self.number = min(self.number or min(self._above + 1, last), last)
        if self._wanted is not None and not read.fault:
            rule = rule_about(self.rules, *self._wanted)
            self._take(self.rules.added(rule, 0), self._above + 1)
            self._wanted = None
        self._show()

    def _show(self) -> None:
        self.shown_anew.emit()
        self._ask()

    def _ask(self) -> None:
        if self.read is not None and not self.read.fault and self.read.has_time:
            self.asking.ask(self.read, self.rules.text, str((self.rule or {}).get("id", "")))

    def _saved(self, made: PutInForce, *, for_history: bool) -> None:
        self._is_saving = False
        self._steps.note(Saved(made))
        text = (
            translate("Rules", "Saved. These rules hold for all that is recorded.")
            if for_history
            else translate("Rules", "Saved. These rules hold from now on.")
        )
        self.done.emit(Outcome(f"{text} {retell(str(made.trouble))}" if made.trouble else text, can_be_undone=True))
        self._follow()

    def _taken_back(self, step: Saved, trouble: UserError | None) -> None:
        self._is_saving = False
        self._steps.drop(step)
        text = translate("Rules", "Undone. The rules hold that held before.")
        self.done.emit(Outcome(f"{text} {retell(str(trouble))}" if trouble else text, can_be_undone=False))
        self._follow()

    def _not_taken_back(self, step: Saved, error: EngineroomError) -> None:
        """What the machine refused can be undone later; what was changed meanwhile never can be."""
        self._is_saving = False
        is_for_now = isinstance(error, MachineError)
        if not is_for_now:
            self._steps.drop(step)
        self._show()
        self.done.emit(Outcome(str(error), can_be_undone=is_for_now))

    def _follow(self) -> None:
        """Other rules hold: read them, and keep what is in the editor."""
        self.saved.emit()

        def begun(read: RulesRead) -> None:
            self.read = read
            self.rules = self.rules if self.rules.parts else read.rules
            self._show()

        self._background.run(self._access.read, begun, self._failed)

    def _not_saved(self, error: EngineroomError, *, for_history: bool) -> None:
        self._is_saving = False
        if isinstance(error, ChangedMeanwhile):
            self.changed_meanwhile.emit(for_history)
        else:
            self._failed(error)

    def _failed(self, error: EngineroomError) -> None:
        self.done.emit(Outcome(str(error), can_be_undone=False))
