"""Which rule files hold, and in which order; never says what may stand in one."""

from collections.abc import Iterator, Sequence
from importlib.resources import as_file, files
from pathlib import Path

from classifiers.rule import Layer, Rule
from classifiers.rule_file import AppGroups, app_groups, rules_in
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
    shipped = list(shipped_files())
    groups: AppGroups = {name: apps for file in shipped for name, apps in app_groups(file).items()}
    layered = [*files_read, *((Layer.SHIPPED, file) for file in shipped)]
    rules: dict[str, Rule] = {}
    for layer in Layer:
        for file in (file for its_layer, file in layered if its_layer is layer):
            for rule in rules_in(file, layer, {**groups, **app_groups(file)}):
                rules.setdefault(rule.id, rule)  # a rule stands in for the one with its id in a layer below
    return Ruleset(tuple(rules.values()))


def shipped_files() -> Iterator[TomlFile]:
    """The rule files that come with Engineroom, in the order of their names."""
    folder = files("classifiers").joinpath("data")
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".toml"):
            with as_file(entry) as path:
                yield read_toml(path)
