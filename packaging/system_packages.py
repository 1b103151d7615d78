"""Installs the Debian packages that are missing; never asks for root before it has said which, why and how large."""

import argparse
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from progress import run

OLDEST_PYTHON = (3, 11)
DEBIANS_PYTHON = "/usr"
APT_WITHOUT_ROOT = """\
Dir::State "{folder}/state";
Dir::State::status "/var/lib/dpkg/status";
Dir::Cache "{folder}/cache";
Debug::NoLocking "true";
APT::Sandbox::User "root";
Acquire::Languages "none";
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
#clear DPkg::Post-Invoke;
"""
"""Lists of its own, so that sizes are those of today and the machine's lists stay as they are."""


class CannotInstall(Exception):
    """What happened, and what to do."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lists", nargs="+", type=Path, help="files of package names, each with its reason")
    try:
        provide(reasons(parser.parse_args().lists))
    except CannotInstall as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def reasons(lists: Sequence[Path]) -> dict[str, str]:
    """Why each package is needed, by its name; those of Debian's Python only where it is the one in use."""
    lines = (line.partition("#") for path in lists for line in path.read_text(encoding="utf-8").splitlines())
    entries = ((name.strip(), why.strip()) for name, _hash, why in lines)
    version = ".".join(str(part) for part in sys.version_info[:2])
    return {
        name.format(version=version): why
        for name, why in entries
        if name and ("{version}" not in name or sys.base_prefix == DEBIANS_PYTHON)
    }


def provide(needed: Mapping[str, str]) -> None:
    """Install what is missing of `needed`; raises CannotInstall where that is impossible."""
    if sys.version_info < OLDEST_PYTHON:
        raise CannotInstall(f"Python {sys.version.split()[0]} is too old — use 3.11 or newer: make PYTHON=/path/to/it")
    if not shutil.which("apt-get"):
        print("== System packages: this is not Debian; if something does not start, install what is called there")
        print(f"   {' '.join(needed)}")
        return
    missing = [name for name in needed if not _installed(name)]
    if not missing:
        print(f"== System packages: all {len(needed)} are there")
        return
    print(f"== System packages: {len(missing)} of {len(needed)} are missing")
    for name in missing:
        print(f"   {name:22}{needed[name]}")
    _say_size(missing)
    install(missing)


def install(missing: Sequence[str]) -> None:
    """Install these packages as root; raises CannotInstall, with the commands to hand on, where that is impossible."""
    steps = [["apt-get", "update"], ["apt-get", "install", "--yes", "--no-install-recommends", *missing]]
    prefix = _root_prefix()
    if prefix is None:
        commands = " && ".join(shlex.join(step) for step in steps)
        raise CannotInstall(f"Installing them needs root, and sudo cannot be used here — run as root:\n{commands}")
    print(f"   Installing them needs root: {shlex.join([*prefix, *steps[1]])}", flush=True)
    for step in steps:
        done = subprocess.run([*prefix, "env", "DEBIAN_FRONTEND=noninteractive", *step], check=False)
        if done.returncode:
            raise CannotInstall(f"{shlex.join(step[:2])} failed — read what it says above, then run this again")


def _installed(name: str) -> bool:
    asked = subprocess.run(
        ["dpkg-query", "--show", "--showformat", "${db:Status-Status}\n", name],
        capture_output=True,
        text=True,
        check=False,
    )
    return "installed" in asked.stdout.splitlines()


def _say_size(missing: Sequence[str]) -> None:
    with tempfile.TemporaryDirectory(prefix="engineroom-apt-") as folder:
        for part in ("state/lists/partial", "cache/archives/partial"):
            (Path(folder) / part).mkdir(parents=True)
        config = Path(folder) / "apt.conf"
        config.write_text(APT_WITHOUT_ROOT.format(folder=folder), encoding="utf-8")
        apt = ["apt-get", "--config-file", str(config)]
        environment = {**os.environ, "LC_ALL": "C"}
        try:
            run("Asking Debian for their sizes (no root needed)", [*apt, "update"], environment)
        except subprocess.CalledProcessError as error:
            raise CannotInstall("Debian's servers cannot be asked — check the network, then run this again") from error
        plan = subprocess.run(
            [*apt, "install", "--assume-no", "--no-install-recommends", *missing],
            capture_output=True,
            text=True,
            env=environment,
            check=False,
        )
    size = re.search(r"Need to get (?:[\d.,]+ ?\w+/)?([\d.,]+ ?\w+) of archives", plan.stdout)
    space = re.search(r"After this operation, ([\d.,]+ ?\w+)", plan.stdout)
    count = re.search(r"(\d+) upgraded, (\d+) newly installed", plan.stdout)
    if not (size and space and count):
        raise CannotInstall(f"Debian cannot install them: {_last_line(plan)} — check /etc/apt/sources.list")
    print(f"   With what they need, {count[2]} new and {count[1]} newer packages:")
    print(f"   {size[1]} to download, {space[1]} on the disk.")


def _last_line(plan: subprocess.CompletedProcess[str]) -> str:
    return (plan.stderr.strip().splitlines() or plan.stdout.strip().splitlines() or ["apt-get says nothing"])[-1]


def _root_prefix() -> list[str] | None:
    """What to put before a command so that root runs it; None where there is no way."""
    if os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    asks_nothing = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    return ["sudo"] if asks_nothing or sys.stdin.isatty() else None


if __name__ == "__main__":
    sys.exit(main())
