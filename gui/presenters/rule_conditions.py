"""The conditions of a rule as rows of a form, and back to the keys of a rule file; never judges whether they hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from classifiers.rule_shape import Conditions
from classifiers.rule_writing import RuleTable
from core.category import FOR_RULES, Category, Kind
from core.wording import translate

ANY, ALL = " | ", " & "
PATTERNS = frozenset({"app_regex", "title_regex"})
_CONDITIONS = Conditions.__struct_fields__
_IN_FORM = frozenset({*_CONDITIONS, "id", "comment", "category", "not"})


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which a condition can look at its subject."""

    key: str
    """As in a rule file."""
    negated: bool = False

    @property
    def subject(self) -> str:
        return self.key.partition("_")[0]

    @property
    def is_pattern(self) -> bool:
        return self.key in PATTERNS


WAYS = (
    Way("app"),
    Way("app", negated=True),
    Way("app_contains"),
    Way("app_contains", negated=True),
    Way("app_regex"),
    Way("title_contains"),
    Way("title_contains", negated=True),
    Way("title_word"),
    Way("title_word", negated=True),
    Way("title_all"),
    Way("title"),
    Way("title", negated=True),
    Way("title_regex"),
    Way("time"),
    Way("time", negated=True),
    Way("weekday"),
    Way("weekday", negated=True),
    Way("idle_over"),
    Way("state"),
    Way("state", negated=True),
)
SUBJECTS = tuple(dict.fromkeys(way.subject for way in WAYS))


@dataclass(frozen=True, slots=True)
class Condition:
    """One row: what is looked at, how, and for what."""

    way: Way
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleForm:
    """A rule that fits into the form."""

    name: str
    conditions: tuple[Condition, ...]
    kind: Kind
    activity: str


def form_of(rule: RuleTable) -> RuleForm | None:
    """None where the rule says more than the form can."""
    category = rule.get("category", Kind.WORK.value)
    excluded = rule.get("not", {})
    if not rule.keys() <= _IN_FORM or not isinstance(excluded, Mapping) or not isinstance(category, str):
        return None
    kind, _, activity = category.partition("/")
    rows = [*_rows(rule, negated=False), *_rows(excluded, negated=True)]
    if kind not in FOR_RULES or not excluded.keys() <= set(_CONDITIONS) or None in rows:
        return None
    return RuleForm(
        name=str(rule.get("id", "")),
        conditions=tuple(row for row in rows if row is not None),
        kind=Kind(kind),
        activity=activity,
    )


def table_of(form: RuleForm, rule: RuleTable) -> dict[str, Any]:
    """`rule` as the form says it now; conditions without a value are left out."""
    table: dict[str, Any] = {"id": form.name} if form.name else {}
    excluded: dict[str, Any] = {}
    for condition in form.conditions:
        if (value := _written(condition)) is not None:
            (excluded if condition.way.negated else table)[condition.way.key] = value
    table |= {"not": excluded} if excluded else {}
    table |= {"comment": rule["comment"]} if "comment" in rule else {}
    activity = form.activity.strip()
    table["category"] = Category(f"{form.kind}/{activity}" if activity else form.kind).path
    return _as_before(table, rule)


def has_condition(rule: RuleTable) -> bool:
    """Whether it asks for anything at all."""
    return any(rule.get(key) for key in (*_CONDITIONS, "not"))


def subject_name(subject: str) -> str:
    return {
        "app": translate("Rules", "App"),
        "title": translate("Rules", "Title"),
        "state": translate("Rules", "State"),
        "idle": translate("Rules", "Idle"),
        "time": translate("Rules", "Time"),
        "weekday": translate("Rules", "Weekday"),
    }[subject]


def _subject_in_sentence(subject: str) -> str:
    return {
        "app": translate("Rules", "app"),
        "title": translate("Rules", "title"),
        "state": translate("Rules", "state"),
        "idle": translate("Rules", "idle time"),
        "time": translate("Rules", "time"),
        "weekday": translate("Rules", "weekday"),
    }[subject]


def way_name(way: Way) -> str:
    """What stands between subject and value."""
    if way.negated:
        return {
            "contains": translate("Rules", "does not contain"),
            "word": translate("Rules", "has not the word"),
        }.get(_manner(way), translate("Rules", "is not"))
    return {
        "contains": translate("Rules", "contains"),
        "word": translate("Rules", "has the word"),
        "all": translate("Rules", "contains all"),
        "regex": translate("Rules", "matches"),
        "over": translate("Rules", "is longer than"),
    }.get(_manner(way), translate("Rules", "is"))


def example(way: Way) -> str:
    """What may stand there, as a hint in the empty field."""
    return {
        "app": translate("Rules", "program, or one | another"),
        "app_contains": translate("Rules", "part of its name"),
        "title_all": translate("Rules", "one & another"),
        "state": translate("Rules", "active, call, idle or locked"),
        "idle_over": "5m",
        "time": "08:00-12:00",
        "weekday": "Mon-Fri",
        "app_regex": translate("Rules", "pattern"),
        "title_regex": translate("Rules", "pattern"),
    }.get(way.key, translate("Rules", "word, or one | another"))


def in_words(rule: RuleTable) -> str:
    """The conditions as a sentence: `title contains “appraiser”`; empty where it says more than the form can."""
    form = form_of(rule)
    return translate("Rules", " and ").join(
        translate("Rules", "{subject} {way} “{value}”").format(
            subject=_subject_in_sentence(one.way.subject), way=way_name(one.way), value=one.value
        )
        for one in (form.conditions if form else ())
    )


def _rows(conditions: RuleTable, *, negated: bool) -> list[Condition | None]:
    return [_row(Way(key, negated), conditions[key]) for key in _CONDITIONS if key in conditions]


def _row(way: Way, written: object) -> Condition | None:
    """None where the value has a sign in it that the form takes for its own."""
    values = [written] if isinstance(written, str) else list(written) if isinstance(written, Sequence) else []
    between = _between(way)
    if way not in WAYS or not values or not all(isinstance(value, str) and value.strip() == value for value in values):
        return None
    if (way.is_pattern and len(values) > 1) or (between and any(between.strip() in value for value in values)):
        return None
    return Condition(way, (between or "").join(values))


def _written(condition: Condition) -> str | list[str] | None:
    between = _between(condition.way)
    parts = condition.value.split(between.strip()) if between else [condition.value]
    values = [part.strip() for part in parts if part.strip()]
    if not values:
        return None
    return values[0] if len(values) == 1 else values


def _between(way: Way) -> str | None:
    """What parts several values; None where there can be only one."""
    if way.is_pattern or way.key == "idle_over":
        return None
    return ALL if way.key == "title_all" else ANY


def _manner(way: Way) -> str:
    return way.key.partition("_")[2]


def _as_before(table: dict[str, Any], rule: RuleTable) -> dict[str, Any]:
    """A list of one stays a list of one, and keys keep their order, so that only what was edited is written anew."""
    kept = {key: table.pop(key) for key in rule if key in table}
    for key, value in kept.items():
        if rule[key] == [value]:
            kept[key] = rule[key]
    return {**kept, **table}
