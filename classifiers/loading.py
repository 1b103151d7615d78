"""Which rule files hold, and in which order; never says what may stand in one."""

from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import as_file, files
from pathlib import Path

from classifiers.named_sets import NamedSets
from classifiers.rule import Activity, Layer, Rule
from classifiers.rule_file import RuleFile, named_sets, read_rules
from classifiers.ruleset import Ruleset
from core.toml_file import TomlFile, read_toml, read_toml_if_there


def load_ruleset(personal: Path | None = None) -> Ruleset:
    """The rules of a person, who may have none, above the shipped ones; raises UserError where their file is wrong."""
    return load_layers([(Layer.PERSONAL, personal)] if personal is not None else [])


def load_layers(sources: Sequence[tuple[Layer, Path]]) -> Ruleset:
    """The rules of all files that are there, above the shipped ones; raises UserError where one is wrong."""
    found = ((layer, read_toml_if_there(path)) for layer, path in sources)
    return ruleset_of([(layer, file) for layer, file in found if file is not None])


def ruleset_of(files_read: Sequence[tuple[Layer, TomlFile]]) -> Ruleset:
    """As `load_layers`, from files that were read already."""
    read = read_layers(files_read)
    for file in read:
        for fault in file.faults:
            raise fault
    return merged(read)


def read_layers(files_read: Sequence[tuple[Layer, TomlFile]]) -> list[RuleFile]:
    """`files_read` and the shipped files with whatever is wrong in them, in the order in which they are asked."""
    shipped = list(shipped_files())
    below = _named(shipped)
    layered = [*files_read, *((Layer.SHIPPED, file) for file in shipped)]
    return [read_rules(file, layer, below) for layer in Layer for its_layer, file in layered if its_layer is layer]


def shipped_sets() -> NamedSets:
    """The sets of programs and words that come with Engineroom."""
    return _named(shipped_files())


def merged(read: Sequence[RuleFile]) -> Ruleset:
    """One ruleset; what an earlier file says of an id, an activity or the carry-over stands in for later files."""
    rules: dict[str, Rule] = {}
    activities: dict[str, Activity] = {}
    limits = [file.carry_over_ms for file in read if file.carry_over_ms is not None]
    for file in read:
        for rule in file.rules:
            rules.setdefault(rule.id, rule)
        for activity in file.activities:
            activities.setdefault(activity.category.path, activity)
    return Ruleset(tuple(rules.values()), activities, limits[0] if limits else 0)


def shipped_files() -> Iterator[TomlFile]:
    """The rule files that come with Engineroom, in the order of their names."""
    folder = files("classifiers").joinpath("data")
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".toml"):
            with as_file(entry) as path:
                yield read_toml(path)


def _named(read: Iterable[TomlFile]) -> NamedSets:
    """The sets of all these files; of two with one name, the later one."""
    named = NamedSets()
    for file in read:
        named = named_sets(file).above(named)
    return named
