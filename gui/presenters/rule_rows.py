"""The ordered list of rules as rows, the organisation's above a person's own; never decides their order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from classifiers.rule_writing import RuleTable, RuleText
from core.category import Category, Kind
from core.wording import translate
from gui.presenters.durations import NOTHING, h_mm
from gui.presenters.kind_names import name_of_kind
from gui.presenters.rule_looking import Looked, RulesRead, Shadowing
from gui.presenters.spans import category_name


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRow:
    """One line of the list: a rule, or the head of a group."""

    name: str
    number: int = 0
    """The place at which it is asked; 0 for a head."""
    kind: str = ""
    """A `Kind`; empty where the rule gives none."""
    gives: str = ""
    """Its category, or what else it does."""
    at_right: str = ""
    """The time that it decided, or that it is not saved; of a head, a remark."""
    warning: str = ""
    at: int | None = None
    """Its place among the person's own rules; None for what is not theirs."""

    @property
    def is_head(self) -> bool:
        return self.number == 0

    @property
    def says(self) -> str:
        """The same in one sentence."""
        return ", ".join(part for part in (self.name, self.gives, self.at_right, self.warning) if part)


def rule_rows(read: RulesRead, rules: RuleText, looked: Looked | None) -> tuple[RuleRow, ...]:
    """`looked` is what is known of `rules`; None before anything is."""
    return tuple(_rows(read, rules, looked))


def number_of(read: RulesRead, rules: RuleText, rule_id: str) -> int | None:
    """The place at which a rule is asked; None for one that comes with Engineroom."""
    ids = [rule.get("id") for rule in (*read.above, *rules.rules)]
    return ids.index(rule_id) + 1 if rule_id in ids else None


def _rows(read: RulesRead, rules: RuleText, looked: Looked | None) -> Iterator[RuleRow]:
    decided = {rule: h_mm(ms) for rule, ms in read.recent.decided_ms.items()} if read.recent else {}
    nothing = NOTHING if read.has_time else ""
    saved = {rule.get("id"): rule for rule in read.rules.rules}
    shadowed = looked.shadowed if looked else {}
    numbers = {rule.get("id"): number for number, rule in enumerate((*read.above, *rules.rules), start=1)}
    if read.above:
        yield RuleRow(name=translate("Rules", "Organisation"), at_right=translate("Rules", "read only"))
    for number, rule in enumerate(read.above, start=1):
        yield _row(rule, number, None, decided.get(_id(rule), nothing), shadowed, numbers)
    yield RuleRow(name=translate("Rules", "Mine"))
    for at, rule in enumerate(rules.rules):
        is_saved = saved.get(rule.get("id")) == rule
        at_right = decided.get(_id(rule), nothing) if is_saved else translate("Rules", "unsaved")
        yield _row(rule, len(read.above) + at + 1, at, at_right, shadowed, numbers)


def _row(
    rule: RuleTable,
    number: int,
    at: int | None,
    at_right: str,
    shadowed: Mapping[str, Shadowing],
    numbers: Mapping[object, int],
) -> RuleRow:
    kind, gives = _gives(rule)
    return RuleRow(
        name=_id(rule) or translate("Rules", "(no name)"),
        number=number,
        kind=kind,
        gives=gives,
        at_right=at_right,
        warning=_warning(shadowed.get(_id(rule)), numbers),
        at=at,
    )


def _warning(shadowing: Shadowing | None, numbers: Mapping[object, int]) -> str:
    if shadowing is None:
        return ""
    if shadowing.by is None:
        return translate("Rules", "never holds")
    return translate("Rules", "shadowed by #{number}").format(number=numbers.get(shadowing.by, "?"))


def _gives(rule: RuleTable) -> tuple[str, str]:
    """The kind, and what the rule does in a few words."""
    written = rule.get("category")
    if isinstance(written, str) and written.partition("/")[0] in list(Kind):
        category = Category(written)
        return category.kind.value, category_name(category)
    if rule.get("private"):
        return Kind.PRIVATE.value, name_of_kind(Kind.PRIVATE.value)
    if rule.get("keep_active"):
        return "", translate("Rules", "keeps time active")
    if rule.get("redact") or rule.get("case"):
        return "", translate("Rules", "masks titles")
    return "", ""


def _id(rule: RuleTable) -> str:
    return str(rule.get("id", ""))
