import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RUN, DEV = (ROOT / "requirements" / name for name in ("run.txt", "dev.txt"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def pinned(lock: Path) -> dict[str, str]:
    """Version by name, lower case."""
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", lock.read_text(encoding="utf-8"), re.MULTILINE))


def name_of(requirement: str) -> str:
    found = re.match(r"[A-Za-z0-9-]+", requirement)
    assert found, requirement
    return found[0].lower()


@pytest.mark.parametrize("lock", [RUN, DEV], ids=lambda path: path.name)
def test_every_pinned_library_has_a_hash_and_no_address_is_given(lock: Path) -> None:
    """Whoever installs decides where from; the hashes decide what."""
    text = lock.read_text(encoding="utf-8")
    entries = re.split(r"^(?=[a-z0-9-]+==)", text, flags=re.MULTILINE)[1:]

    assert len(pinned(lock)) == len(entries)
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text


def test_all_that_the_project_asks_for_is_pinned() -> None:
    """A requirement that is added to pyproject.toml without `make lock` is found."""
    runtime = {name_of(requirement) for requirement in PROJECT["project"]["dependencies"]}
    development = {name_of(requirement) for requirement in PROJECT["dependency-groups"]["dev"]}

    assert runtime - pinned(RUN).keys() == set()
    assert (runtime | development) - pinned(DEV).keys() == set()


def test_developers_run_the_versions_that_people_run() -> None:
    """Nothing is tested with a library of another version than it runs with."""
    run, dev = pinned(RUN), pinned(DEV)

    assert run == {name: dev[name] for name in run}


def test_nothing_needs_a_compiler_on_linux() -> None:
    """`evdev` has no wheel: with it, every desk would need gcc and kernel headers."""
    assert "evdev" not in pinned(DEV)


def test_every_room_of_the_product_is_installed() -> None:
    """A room that is missing in pyproject.toml is found from the project folder and nowhere else."""
    beside = {"tests", "stage", "benchmarks", ".venv", "build"}
    folders = (path.parent.relative_to(ROOT) for path in ROOT.rglob("__init__.py"))
    rooms = {".".join(folder.parts) for folder in folders if folder.parts[0] not in beside}

    assert set(PROJECT["tool"]["setuptools"]["packages"]) == rooms
