"""Asks what edited rules would do, a moment after the last keystroke; never shows an answer to an older question."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from core.errors import EngineroomError
from core.reaching import Reached, unheard
from core.wording import translate
from gui.access.rule_access import RuleAccess
from gui.background import Background, Cancelled, LongJob
from gui.presenters.rule_looking import DAYS_OF_WEEK, Looked, Question, RulesRead, Scope
from reports.rule_preview import RulePreview

DEBOUNCE_MS = 150
REST_MS = 600
"""After so long without a change the answer is worked out span by span."""


class RuleAsking(QObject):
    """One question at a time is worked on, the latest next."""

    answered = Signal(object)
    """`Looked`."""
    failed = Signal(object)
    """An `EngineroomError`."""
    all_given_up = Signal()
    """Not all that is recorded is looked at any more, but the last weeks."""

    def __init__(self, background: Background, access: RuleAccess) -> None:
        super().__init__()
        self._background = background
        self._access = access
        self.scope = Scope.WEEKS
        self.tried = ""
        self._read: RulesRead | None = None
        self._known: dict[Scope, RulePreview] = {}
        self._wanted: Question | None = None
        self._under_way: Question | None = None
        self._last: Question | None = None
        """The latest that was answered."""
        self._looking: LongJob | None = None
        """What is under way, where it may take long."""
        self._reading_all = False
        self._soon = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._soon.timeout.connect(self._begin)
        self._at_rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._at_rest.timeout.connect(self._ask_exactly)

    @property
    def is_known(self) -> bool:
        """Whether nothing is being worked out any more."""
        return self._wanted is None and self._under_way is None and not self._at_rest.isActive()

    def ask(self, read: RulesRead, text: str, rule_id: str) -> None:
        if read is not self._read:
            self._read, self._known = read, {}
        self._wanted = Question(text=text, rule_id=rule_id, scope=self.scope, tried=self.tried)
        self._at_rest.stop()
        self._soon.start()

    def _begin(self) -> None:
        question, read = self._wanted, self._read
        if question is None or read is None:
            return
        if self._under_way is not None:  # whoever that is goes on with it
            if self._looking is not None:
                self._looking.cancel()
            return
        if question.scope is Scope.ALL and Scope.ALL not in self._known and read.recent is not None:
            self._read_all(read)
            return
        self._wanted, self._under_way = None, question
        known = self._known.get(question.scope) or read.recent

        def work(reached: Reached) -> tuple[RulePreview | None, Looked]:
            narrowed = _narrowed(known, question.scope)
            return narrowed, self._access.look(read, narrowed, question, reached)

        def done(found: tuple[RulePreview | None, Looked]) -> None:
            self._answer(read, *found)

        if question.scope is Scope.ALL:
            says = translate("Rules", "Looking at all that is recorded")
            self._looking = self._background.run_long(says, work, done, self._fail)
        else:
            self._background.run(lambda: work(unheard), done, self._fail)

    def _answer(self, read: RulesRead, known: RulePreview | None, looked: Looked) -> None:
        self._under_way = self._looking = None
        if read is self._read and known is not None:
            self._known[looked.question.scope] = known
        if self._wanted is not None:
            self._go_on()
            return
        self._last = looked.question
        self.answered.emit(looked)
        if looked.preview is not None and not looked.question.exactly and looked.question.scope is not Scope.ALL:
            self._at_rest.start()

    def _ask_exactly(self) -> None:
        if self._last is not None:
            self._wanted = replace(self._last, exactly=True)
            self._begin()

    def _read_all(self, read: RulesRead) -> None:
        if self._reading_all:
            return
        self._reading_all = True

        def known(found: RulePreview) -> None:
            self._reading_all = False
            if read is self._read:
                self._known[Scope.ALL] = found
            self._begin()

        def failed(error: EngineroomError) -> None:
            self._reading_all = False
            if not isinstance(error, Cancelled):
                self.failed.emit(error)
            self._give_up_all()
            self._go_on()

        says = translate("Rules", "Reading all that is recorded")
        self._background.run_long(says, self._access.everything, known, failed)

    def _fail(self, error: EngineroomError) -> None:
        question, self._under_way, self._looking = self._under_way, None, None
        if not isinstance(error, Cancelled):
            self.failed.emit(error)
        elif self._wanted is None:  # nothing newer overtook it: the person did not want to wait
            self._wanted = question
            self._give_up_all()
        self._go_on()

    def _give_up_all(self) -> None:
        """The last weeks are known, and looked at instead."""
        if self.scope is Scope.ALL:
            self.scope = Scope.WEEKS
            self.all_given_up.emit()
        if self._wanted is not None and self._wanted.scope is Scope.ALL:
            self._wanted = replace(self._wanted, scope=Scope.WEEKS)

    def _go_on(self) -> None:
        """With what is wanted by now, unless it is still being typed."""
        if not self._soon.isActive():
            self._begin()


def _narrowed(known: RulePreview | None, scope: Scope) -> RulePreview | None:
    """The same preview again where it is narrow already, so that what it worked out once is not lost."""
    if known is None or scope is not Scope.WEEK or (known.period.last - known.period.first).days < DAYS_OF_WEEK:
        return known
    return known.last(DAYS_OF_WEEK)
