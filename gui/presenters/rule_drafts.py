"""Rules that begin: a new one, one about a selection, those of another file; never saves one."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from classifiers.rule_writing import RuleTable, RuleText
from core.category import Category, Kind
from core.errors import UserError
from core.wording import translate
from gui.presenters.rule_conditions import ANY, Condition, RuleForm, Way

LONGEST_NAME = 60
TITLE_CONTAINS = Way("title_contains")


def free_name(rules: RuleText, name: str) -> str:
    """`name`, or the same with a number where it is taken."""
    taken = {rule.get("id") for rule in rules.rules}
    name, number = name[:LONGEST_NAME], 2
    found = name
    while found in taken:
        found = f"{name[: LONGEST_NAME - 4]} {number}"
        number += 1
    return found


def rule_about(rules: RuleText, app: str, word: str) -> dict[str, Any]:
    """The beginning of a rule about a program and a word of its titles, either of which may be empty."""
    rule = {"id": free_name(rules, word.capitalize() or app or translate("Rules", "Rule"))}
    rule |= {"app": app} if app else {}
    rule |= {"title_contains": word} if word else {}
    return {**rule, "category": Category(Kind.WORK).path}


def words_asked_for(form: RuleForm) -> frozenset[str]:
    """The words that a title must contain."""
    parts = (part.strip() for part in _contained(form).split(ANY.strip()))
    return frozenset(part.casefold() for part in parts if part)


def with_word(form: RuleForm, word: str) -> RuleForm:
    """Asking for `word` in the title too, or not any more where it did; a rule without a name is called by it."""
    words = [part.strip() for part in _contained(form).split(ANY.strip()) if part.strip()]
    kept = [other for other in words if other.casefold() != word.casefold()]
    asked = Condition(TITLE_CONTAINS, ANY.join(kept if len(kept) < len(words) else [*words, word]))
    others = tuple(one for one in form.conditions if one.way != TITLE_CONTAINS)
    is_new = form.name.startswith(translate("Rules", "New rule")) and not words
    return replace(
        form,
        name=word.capitalize() if is_new else form.name,
        conditions=(*others, asked) if asked.value else others,
    )


def _contained(form: RuleForm) -> str:
    return next((one.value for one in form.conditions if one.way == TITLE_CONTAINS), "")


def joined(rules: RuleText, text: str, path: Path) -> RuleText:
    """With the rules of another file behind these; one that is there already is left out, a name is taken once.

    Raises UserError where the other file is no rule file, or says more than rules that these cannot hold too.
    """
    other = RuleText.of(text, path)
    beside = "".join(part.text for part in other.parts if part.table is None and not _is_blank(part.text))
    found = rules
    for rule in other.rules:
        found = _with(found, rule)
    if beside:
        try:
            return RuleText.of(f"{found.text.rstrip()}\n\n{beside.strip()}\n", path)
        except UserError as fault:
            raise UserError(
                "These rules name sets or activities that yours name too", "put the two files together by hand"
            ) from fault
    return found


def _with(rules: RuleText, rule: RuleTable) -> RuleText:
    if rule in rules.rules:
        return rules
    return rules.added({**rule, "id": free_name(rules, str(rule.get("id", "")))})


def _is_blank(text: str) -> bool:
    """Whether nothing but blank lines and comments stands there."""
    return all(not line.strip() or line.strip().startswith("#") for line in text.splitlines())
