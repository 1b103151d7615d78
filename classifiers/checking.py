"""Everything that is wrong with a rule file, and what in it is of no use; never puts a file in force."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from classifiers.loading import read_layers
from classifiers.rule import Layer, Rule
from classifiers.rule_file import RuleFile
from classifiers.runaway import Proofs, runaway_faults
from classifiers.shadowing import Shadow, shadows
from core.errors import UserError
from core.toml_file import TomlFile, read_toml, read_toml_if_there


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What `rules check` has to say of one file."""

    faults: tuple[UserError, ...]
    """The file does not hold while there is one."""
    warnings: tuple[UserError, ...] = ()
    """Rules that can never have an effect."""
    rules: int = 0

    @property
    def is_right(self) -> bool:
        return not self.faults


def check(
    path: Path, layer: Layer = Layer.PERSONAL, organisation: Path | None = None, proofs: Proofs | None = None
) -> Checked:
    """Look at the file `path` as the one of `layer`, below the rules of the `organisation`."""
    try:
        file = read_toml(path)
    except UserError as fault:
        return Checked(faults=(fault,))
    return check_file(file, layer, organisation, proofs)


def check_file(
    file: TomlFile, layer: Layer = Layer.PERSONAL, organisation: Path | None = None, proofs: Proofs | None = None
) -> Checked:
    """As `check`, of a file that was read, or is yet to be written."""
    above = read_toml_if_there(organisation) if organisation is not None and layer is not Layer.ORGANISATION else None
    files = [(Layer.ORGANISATION, above)] if above is not None else []
    read = read_layers([*files, (layer, file)])
    ours = next(of_file for of_file in read if of_file.layer is layer)
    return Checked(
        faults=(*ours.faults, *runaway_faults(file, ours, proofs)),
        warnings=tuple(_warnings(file, ours, read[: read.index(ours)])),
        rules=len(ours.rules),
    )


def _warnings(file: TomlFile, ours: RuleFile, above: Sequence[RuleFile]) -> Iterator[UserError]:
    taken = {rule.id for of_file in above for rule in of_file.rules}
    asked = [rule for of_file in above for rule in of_file.rules]
    asked += [rule for rule in ours.rules if rule.id not in taken]
    places = _places(file)
    for rule in ours.rules:
        if rule.id in taken:
            yield file.fault(
                f"{places[rule.id]}.id",
                f"rule {rule.id!r} is never asked: your organisation has a rule of that name, which stands in for it",
                "give yours another id",
            )
    for shadow in shadows(asked):
        if shadow.rule in ours.rules:
            yield file.fault(
                places[shadow.rule.id], _in_words(shadow, file, places), "change one of them, or remove it"
            )


def _in_words(shadow: Shadow, file: TomlFile, places: dict[str, str]) -> str:
    never = f"rule {shadow.rule.id!r} can never have its effect {shadow.effect!r}"
    if shadow.by is None:
        return f"{never}: its conditions on the moment exclude each other"
    earlier = f"rule {shadow.by.id!r}{_where(shadow.by, file, places)}"
    return f"{never}: {earlier} matches whatever it matches, and is asked first"


def _where(rule: Rule, file: TomlFile, places: dict[str, str]) -> str:
    if rule.layer is Layer.ORGANISATION and rule.id not in places:
        return " of your organisation"
    return f" on line {file.line_of(places[rule.id])}"


def _places(file: TomlFile) -> dict[str, str]:
    """Where in `file` the rule of each id stands; the first of those that share one."""
    places: dict[str, str] = {}
    for number, entry in enumerate(file.data.get("rule", ())):
        if isinstance(entry, dict) and isinstance(entry.get("id"), str):
            places.setdefault(entry["id"], f"rule[{number}]")
    return places
