"""Keeps recording under the last rules that were right when a person's rule file is broken; never mends a file."""

from collections.abc import Sequence
from pathlib import Path

from classifiers.loading import merged, read_layers
from classifiers.private_file import write_private
from classifiers.rule import Layer
from classifiers.ruleset import Ruleset
from classifiers.runaway import Proofs, runaway_faults
from core.errors import EngineroomError, MachineError
from core.toml_file import TomlFile, read_toml_if_there

Layered = tuple[Layer, TomlFile]


def load_or_last_good(
    personal: Path, last_good: Path, organisation: Path | None = None
) -> tuple[Ruleset, EngineroomError | None]:
    """The rules to work by, and what to tell the person where these are not the ones in their file.

    A file that is right is copied to `last_good`; one that is not leaves the rules of that copy in force. The
    organisation's file has no copy: raises UserError where it is wrong, because without it too much might be stored.
    """
    proofs = Proofs(last_good.with_name("proven-patterns.json"))
    above = _layer(Layer.ORGANISATION, organisation)
    if above:
        proven(above, proofs)
    try:
        files = _layer(Layer.PERSONAL, personal)
        ruleset = proven([*above, *files], proofs)
    except EngineroomError as fault:
        return _last_good(last_good, above, proofs, fault)
    try:
        _keep(last_good, files[0][1].text if files else None)
    except OSError as error:
        return ruleset, MachineError(
            f"Your rules hold, but {last_good} cannot be written: {error.strerror}", "make it and its folder yours"
        )
    return ruleset, None


def proven(files: Sequence[Layered], proofs: Proofs | None = None) -> Ruleset:
    """The rules of `files` above the shipped ones; raises UserError for the first fault, runaway patterns included."""
    read = read_layers(files)
    for fault in (fault for file in read for fault in file.faults):
        raise fault
    given = {(layer, file.path): file for layer, file in files}
    for rules in read:
        file = given.get((rules.layer, rules.path))
        for fault in runaway_faults(file, rules, proofs) if file else ():
            raise fault
    return merged(read)


def _layer(layer: Layer, path: Path | None) -> list[Layered]:
    file = None if path is None else read_toml_if_there(path)
    return [] if file is None else [(layer, file)]


def _last_good(
    copy: Path, above: Sequence[Layered], proofs: Proofs, fault: EngineroomError
) -> tuple[Ruleset, EngineroomError]:
    try:
        files = _layer(Layer.PERSONAL, copy)
        ruleset = proven([*above, *files], proofs)
        which = "the rules that you had before" if files else "the shipped rules"
    except EngineroomError:  # the copy is of an older release, or damaged; the fault to mend is still the person's
        ruleset, which = proven(above, proofs), "the shipped rules"
    return ruleset, type(fault)(fault.happened, f"{fault.remedy}; until then {which} hold")


def _keep(copy: Path, text: str | None) -> None:
    """Without rules there is nothing to keep."""
    if text is None:
        copy.unlink(missing_ok=True)
    else:
        write_private(copy, text.encode())
