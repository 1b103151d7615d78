"""Keeps recording under the last rules that were right when a person's rule file is broken; never mends a file."""

import os
import tempfile
from pathlib import Path

from classifiers.loading import load_ruleset, ruleset_of
from classifiers.rule import Layer
from classifiers.ruleset import Ruleset
from core.errors import EngineroomError, MachineError, UserError
from core.toml_file import read_toml_if_there


def load_or_last_good(personal: Path, last_good: Path) -> tuple[Ruleset, EngineroomError | None]:
    """The rules to work by, and what to tell the person where these are not the ones in their file.

    A file that is right is copied to `last_good`; one that is not leaves the rules of that copy in force.
    """
    try:
        file = read_toml_if_there(personal)
        ruleset = ruleset_of([(Layer.PERSONAL, file)] if file is not None else [])
    except UserError as fault:
        return _last_good(last_good, fault)
    try:
        _keep(last_good, None if file is None else file.text)
    except OSError as error:
        return ruleset, MachineError(
            f"Your rules hold, but {last_good} cannot be written: {error.strerror}", "make it and its folder yours"
        )
    return ruleset, None


def _last_good(copy: Path, fault: UserError) -> tuple[Ruleset, UserError]:
    try:
        ruleset, which = load_ruleset(copy), "the rules that you had before" if copy.exists() else "the shipped rules"
    except UserError:  # the copy is of an older release, or damaged; the fault to mend is still the person's
        ruleset, which = load_ruleset(), "the shipped rules"
    return ruleset, UserError(fault.happened, f"{fault.remedy}; until then {which} hold")


def _keep(copy: Path, text: str | None) -> None:
    """Replace the copy in one step, readable by this user alone; without rules there is nothing to keep."""
    if text is None:
        copy.unlink(missing_ok=True)
        return
    copy.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    content = text.encode()
    if copy.exists() and copy.read_bytes() == content:
        return
    descriptor, draft = tempfile.mkstemp(dir=copy.parent, prefix=copy.stem)  # 0600, and no other process's draft
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).replace(copy)
    finally:
        Path(draft).unlink(missing_ok=True)
