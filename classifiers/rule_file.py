"""One rule file, read whole with every fault that it has; never decides which file holds."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from msgspec import UNSET

from classifiers.fault_list import FaultList, PlacedPattern
from classifiers.named_sets import NamedSets
from classifiers.rule import LONGEST_LOOK_BACK_MS, Activity, Layer, Rule
from classifiers.rule_reading import RuleReader
from classifiers.rule_shape import ActivityShape, CarryOverShape, FileShape
from core.errors import UserError
from core.toml_file import TomlFile


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFile:
    """What one file says; what is wrong in it is left out and named in `faults`."""

    path: Path
    layer: Layer
    rules: tuple[Rule, ...] = ()
    activities: tuple[Activity, ...] = ()
    carry_over_ms: int | None = None
    """None where the file says nothing about it."""
    sets: NamedSets = field(default_factory=NamedSets)
    """Its own only."""
    faults: tuple[UserError, ...] = ()
    patterns: tuple[PlacedPattern, ...] = ()


def named_sets(file: TomlFile) -> NamedSets:
    """The sets that `file` names, without a word about its faults."""
    faults = FaultList(file)
    return _sets(faults.shaped(file.data, FileShape), faults)


def read_rules(file: TomlFile, layer: Layer, below: NamedSets) -> RuleFile:
    """Everything that `file` says; its rules may use its own sets and those of the layers `below`."""
    faults = FaultList(file)
    shape = faults.shaped(file.data, FileShape)
    sets = _sets(shape, faults)
    return RuleFile(
        path=file.path,
        layer=layer,
        rules=_rules(shape, layer, sets.above(below), faults),
        activities=_activities(shape, faults),
        carry_over_ms=_carry_over(shape, faults),
        sets=sets,
        faults=tuple(faults.found),
        patterns=tuple(faults.patterns),
    )


def _sets(shape: FileShape, faults: FaultList) -> NamedSets:
    return NamedSets(faults.sets(shape.apps, "apps"), faults.sets(shape.words, "words"))


def _rules(shape: FileShape, layer: Layer, sets: NamedSets, faults: FaultList) -> tuple[Rule, ...]:
    rules: list[Rule] = []
    taken: dict[str, str] = {}
    for number, data in enumerate(shape.rule):
        place = f"rule[{number}]"
        rule = RuleReader(faults, place, sets).read(data, layer)
        rules += [rule] if rule else []
        _note_taken(faults, taken, place, "id", data)
    return tuple(rules)


def _activities(shape: FileShape, faults: FaultList) -> tuple[Activity, ...]:
    activities: list[Activity] = []
    taken: dict[str, str] = {}
    for number, data in enumerate(shape.activity):
        place = f"activity[{number}]"
        activity = _activity(data, place, faults)
        activities += [activity] if activity else []
        _note_taken(faults, taken, place, "category", data)
    return tuple(activities)


def _note_taken(faults: FaultList, taken: dict[str, str], place: str, key: str, data: dict[str, Any]) -> None:
    """Note that the name behind `key` was given before."""
    name = data.get(key)
    if not isinstance(name, str):
        return
    if name in taken:
        line = faults.line_of(f"{taken[name]}.{key}")
        which = taken[name].partition("[")[0]
        faults.note(
            f"{place}.{key}",
            f"the {key} {name!r} is taken by the {which} on line {line}",
            f"give one of them another {key}",
        )
    taken.setdefault(name, place)


def _activity(data: dict[str, Any], place: str, faults: FaultList) -> Activity | None:
    before = len(faults.found)
    entry = faults.shaped(data, ActivityShape, place)
    if "category" not in data:
        faults.note(place, "the key 'category' is missing", "add it")
    category = faults.category(f"{place}.category", entry.category) if entry.category else None
    if category is not None and category.activity is None:
        faults.note(f"{place}.category", f"{category.path!r} names no activity", "write it as Work/Claims")
    standard = entry.standard_time
    standard_ms = None if standard is UNSET else faults.length(f"{place}.standard_time", standard)
    if category is None or len(faults.found) > before:
        return None
    return Activity(
        category=category, standard_time_ms=standard_ms, customer_facing=entry.customer_facing, comment=entry.comment
    )


def _carry_over(shape: FileShape, faults: FaultList) -> int | None:
    if shape.carry_over is UNSET:
        return None
    entry = faults.shaped(shape.carry_over, CarryOverShape, "carry_over")
    if entry.limit is UNSET:
        if "limit" not in shape.carry_over:
            faults.note("carry_over", "the key 'limit' is missing", 'add it, such as limit = "60s"')
        return None
    return faults.length("carry_over.limit", entry.limit, LONGEST_LOOK_BACK_MS)
