"""What becomes of a title that is tried, and what is said beside the buttons; never tries it itself."""

from datetime import date

from classifiers.rule_writing import RuleText
from core.errors import UserError
from core.wording import retell, translate
from gui.presenters.durations import day_of_year
from gui.presenters.rule_conditions import has_condition, in_words
from gui.presenters.rule_looking import Looked, RulesRead
from gui.presenters.rule_rows import number_of
from gui.presenters.spans import category_name


def tried_in_words(read: RulesRead, rules: RuleText, looked: Looked) -> tuple[str, bool]:
    """Which rule decides and why, and whether it is the one that is looked at; nothing where nothing was tried."""
    found = looked.tried
    if found is None:
        return "", False
    if found.matched is None:
        return translate("Rules", "No rule matches: it is unclassified."), False
    rule_id, category = found.matched.id, category_name(found.verdict.category)
    number = number_of(read, rules, rule_id)
    if number is None:
        text = translate("Rules", "“{name}”, which comes with Engineroom, decides: {category}")
        return text.format(name=rule_id, category=category), False
    rule = (*read.above, *rules.rules)[number - 1]
    why = in_words(rule)
    text = translate("Rules", "Rule {number} decides: {why}").format(number=number, why=why or category)
    return text, rule_id == looked.question.rule_id


def fault_in_words(read: RulesRead, rules: RuleText, fault: UserError) -> str:
    """What is wrong with the edited rules, and where in their text."""
    if any(not has_condition(rule) for rule in rules.rules):
        return translate("Rules", "Say when it holds: press a word, or add a condition.")
    where = f"{read.path}, "
    happened = retell(fault.happened).removeprefix(where)
    return f"{happened[:1].upper()}{happened[1:]} — {retell(fault.remedy)}"


def remark(read: RulesRead) -> str:
    """What saving does, and to what it can do nothing."""
    says = translate("Rules", "Saved rules also repair history.")
    final = read.recent.final_before if read.recent else date.min
    if final == date.min:
        return says
    stays = translate("Rules", "What was before {day} is final and stays as it is.").format(day=day_of_year(final))
    return f"{says} {stays}"
