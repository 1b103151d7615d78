"""Composes the rule editor: the page, what is edited, and the questions in between; never edits a rule itself."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox

from classifiers.rule_writing import RuleText
from core.errors import EngineroomError
from core.wording import retell
from gui.access.correcting import Outcome
from gui.access.rule_access import RuleAccess
from gui.background import Background
from gui.presenters.rule_changes import changes_view
from gui.presenters.rule_conditions import RuleForm, form_of, table_of
from gui.presenters.rule_looking import Looked, Scope
from gui.presenters.rule_rows import rule_rows
from gui.presenters.rule_trying import fault_in_words, remark, tried_in_words
from gui.rules.rule_editing import RuleEditing
from gui.rules.rule_page import RulePage
from gui.theme import Appearance


class Rules(QObject):
    """What the person does on the page is done to the rules, and what is known of them is shown."""

    saved = Signal()
    """Other rules hold now: totals change."""

    def __init__(self, appearance: Appearance, background: Background, access: RuleAccess) -> None:
        super().__init__()
        self._background = background
        self._access = access
        self._looked: Looked | None = None
        self._dialog: QFileDialog | QMessageBox | None = None
        self.editing = RuleEditing(background, access)
        self.page = RulePage(appearance)
        self.setParent(self.page)
        self.editing.setParent(self)
        self._listen_to_page()
        self._listen_to_editing()

    def begin_rule(self, app: str, word: str) -> None:
        """A rule about this program and a word of its titles."""
        self.editing.begin_rule(app, word)

    def _listen_to_page(self) -> None:
        page, editing = self.page, self.editing
        page.opened.connect(editing.begin)
        page.list.picked.connect(editing.select)
        page.list.move_wanted.connect(editing.move)
        page.list.remove_wanted.connect(editing.remove)
        page.pane.form.edited.connect(self._take_form)
        page.pane.source.edited.connect(self._take_source)
        page.pane.tried.connect(editing.try_title)
        page.changes.scope_chosen.connect(editing.look_over)
        page.undo_wanted.connect(editing.undo)
        page.new_wanted.connect(self._begin_new)
        page.discard_wanted.connect(editing.discard)
        page.save_wanted.connect(lambda for_history: editing.save(for_history=for_history))
        page.text_wanted.connect(self._save_text)
        page.import_wanted.connect(self._ask_for_import)
        page.export_wanted.connect(self._ask_for_export)

    def _listen_to_editing(self) -> None:
        editing = self.editing
        editing.shown_anew.connect(self._show)
        editing.typed.connect(self._show_list)
        editing.asking.answered.connect(self._answered)
        editing.asking.failed.connect(self._failed)
        editing.asking.all_given_up.connect(lambda: self.page.changes.scope.choose(Scope.WEEKS.value))
        editing.done.connect(self.page.show_outcome)
        editing.changed_meanwhile.connect(self._ask_which)
        editing.saved.connect(self.saved)

    def _show(self) -> None:
        read, page = self.editing.read, self.page
        if read is None:
            return
        if read.fault is not None:
            head = self.tr("Your rules cannot be read, and those that you had before hold. Nothing is lost.")
            page.show_broken(head, read.text, retell(str(read.fault)))
            return
        if not read.has_time:
            page.changes.show_note(self.tr("Reading the last 28 days…"))
        page.pane.form.offer(read.apps, read.words, read.categories)
        self._show_rule()
        self._show_list()

    def _show_rule(self) -> None:
        editing, pane = self.editing, self.page.pane
        rule, at = editing.rule, editing.at
        if rule is None:
            pane.show_nothing()
            return
        form = form_of(rule)
        if form is not None:
            pane.show_form(form, locked=at is None)
        else:
            source = editing.rules.source(at) if at is not None else RuleText(()).added(rule).text
            pane.show_source(source, locked=at is None)

    def _show_list(self) -> None:
        editing = self.editing
        if editing.read is None:
            return
        self.page.list.show_rows(rule_rows(editing.read, editing.rules, self._looked), editing.number)
        is_right = self._looked is None or not self._looked.faults
        self.page.show_editor(
            changed=editing.is_changed, undoable=editing.can_undo, right=is_right, remark=remark(editing.read)
        )

    def _answered(self, looked: Looked) -> None:
        editing, page = self.editing, self.page
        if editing.read is None or looked.question.text != editing.rules.text:
            return
        self._looked = looked
        self._show_list()
        tried, decides = tried_in_words(editing.read, editing.rules, looked)
        page.pane.show_tried(tried, decides=decides)
        view = changes_view(editing.read, editing.rules, looked)
        if looked.faults:
            page.changes.show_note(fault_in_words(editing.read, editing.rules, looked.faults[0]))
        elif view is None:
            page.changes.show_note(self.tr("Nothing is recorded yet that rules could change."))
        else:
            page.changes.show_view(view)

    def _take_form(self, form: RuleForm) -> None:
        if self.editing.rule is not None:
            self.editing.edit(table_of(form, self.editing.rule))

    def _take_source(self, source: str) -> None:
        try:
            self.editing.edit_source(source)
        except EngineroomError as error:
            self.page.pane.source.say(str(error))
        else:
            at = self.editing.at
            self.page.pane.source.accept(self.editing.rules.source(at) if at is not None else source)

    def _begin_new(self) -> None:
        self.editing.add()
        self.page.pane.form.name.setFocus()
        self.page.pane.form.name.selectAll()

    def _save_text(self, text: str) -> None:
        if self.editing.read is not None:
            self.editing.put(text, for_history=True, instead_of=self.editing.read.text)

    def _failed(self, error: EngineroomError) -> None:
        self.page.show_outcome(Outcome(str(error), can_be_undone=False))

    def _ask_which(self, for_history: bool) -> None:
        box = QMessageBox(
            QMessageBox.Icon.NoIcon,
            "Engineroom",
            self.tr("Your rule file was changed by something else meanwhile, and nothing was saved."),
            parent=self.page,
        )
        box.setInformativeText(
            self.tr("Show what stands in the file now, or let your edits take its place? Either can be undone.")
        )
        theirs = box.addButton(self.tr("Show the file"), QMessageBox.ButtonRole.AcceptRole)
        mine = box.addButton(self.tr("Save my edits"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(theirs)

        def decided() -> None:
            if box.clickedButton() is theirs:
                self.editing.take_over_file()
            elif box.clickedButton() is mine:
                self.editing.save(for_history=for_history, whatever_stands_there=True)

        box.finished.connect(decided)
        box.open()
        self._dialog = box

    def _ask_for_import(self) -> None:
        dialog = QFileDialog(self.page, self.tr("Rules to import"))
        dialog.setNameFilter(self.tr("Rules, or categories of ActivityWatch (*.toml *.json)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.import_file)
        dialog.open()
        self._dialog = dialog

    def import_file(self, file: str) -> None:
        """Add its rules behind those that are there."""
        self._background.run(lambda: self._access.rules_of(Path(file)), self._imported, self._failed)

    def _imported(self, text: str) -> None:
        try:
            self.editing.import_rules(text)
        except EngineroomError as error:
            self._failed(error)

    def _ask_for_export(self) -> None:
        dialog = QFileDialog(self.page, self.tr("Export rules"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("toml")
        dialog.selectFile("rules.toml")
        dialog.fileSelected.connect(self.export_file)
        dialog.open()
        self._dialog = dialog

    def export_file(self, file: str) -> None:
        """Write the rules as they are edited to another file."""
        text = self.editing.rules.text
        self._background.run(
            lambda: self._access.export(Path(file), text),
            lambda _none: self.page.show_outcome(
                Outcome(self.tr("Exported to {file}.").format(file=file), can_be_undone=False)
            ),
            self._failed,
        )
