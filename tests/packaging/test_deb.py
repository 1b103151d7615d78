import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.clock import steady_s
from core.version import VERSION
from stage.actor_client import ActorClient
from stage.xserver import XServer
from tests.packaging.clerk import Clerk

ROOT = Path(__file__).parents[2]
RECORDING_WITHIN_S = 30.0
pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(900),
    pytest.mark.skipif(
        os.geteuid() != 0 or shutil.which("apt-get") is None, reason="only root on Debian can install a package"
    ),
]


def said_by(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def is_installed() -> bool:
    asked = ["dpkg-query", "--show", "--showformat", "${db:Status-Status}", "engineroom"]
    return subprocess.run(asked, capture_output=True, text=True, check=False).stdout == "installed"


@pytest.fixture(scope="module")
def package() -> Path:
    """The package, built from the sources as they are."""
    subprocess.run([sys.executable, "build_installer.py"], cwd=ROOT, check=True)
    return ROOT / "dist" / f"engineroom_{VERSION}_{said_by('dpkg', '--print-architecture').strip()}.deb"


@pytest.fixture
def installed(package: Path) -> Iterator[None]:
    if is_installed():
        pytest.skip("somebody uses Engineroom on this machine: it is not replaced by a test")
    said_by("apt-get", "install", "--yes", str(package))
    yield
    said_by("apt-get", "purge", "--yes", "engineroom")


@pytest.fixture
def screen() -> Iterator[XServer]:
    with XServer(window_manager="openbox", tray=True) as server:
        yield server


@pytest.fixture
def clerk(screen: XServer) -> Iterator[Clerk]:
    with Clerk(screen.environment()) as person:
        yield person


@pytest.mark.usefixtures("installed")
def test_an_installed_engineroom_records_once_its_notice_was_acknowledged(clerk: Clerk, screen: XServer) -> None:
    """A plain user, who has no Python environment of the project, sees what was in front."""
    refused = clerk.run("engineroom", "agent", "--for", "1s")
    assert refused.returncode == 3

    assert "WHAT IS RECORDED" in clerk.run("engineroom", "notice", "show").stdout
    assert clerk.run("engineroom", "notice", "accept").returncode == 0
    with ActorClient(screen.environment()) as actor:
        actor.open("claim", app="claims", title="Claim of A. Brandt")
        agent = clerk.run("engineroom", "agent", "--for", "5s")
    assert (agent.returncode, agent.stderr) == (0, "")

    spans = json.loads(clerk.run("engineroom", "timeline", "--json").stdout)["spans"]
    report = json.loads(clerk.run("engineroom", "report", "--by", "app", "--json").stdout)
    assert ("claims", "Claim of A. Brandt") in {(span["app"], span["title"]) for span in spans}
    assert report["recorded_s"] > 0
    assert sum(row["seconds"] for row in report["rows"]) == pytest.approx(report["recorded_s"])


@pytest.mark.usefixtures("installed")
def test_the_installed_tray_starts_an_agent_that_records(clerk: Clerk) -> None:
    """What happens at login: the tray comes up, and with it the agent."""
    clerk.run("engineroom", "notice", "show")
    clerk.run("engineroom", "notice", "accept")
    tray = clerk.start("engineroom-tray")
    until = steady_s() + RECORDING_WITHIN_S

    status = clerk.run("engineroom", "status")
    while "Recording" not in status.stdout:
        assert steady_s() < until, f"{status.stderr}; the tray: {tray.poll()}"
        status = clerk.run("engineroom", "status")

    assert tray.poll() is None
    tray.terminate()
    assert tray.communicate(timeout=RECORDING_WITHIN_S) == ("", "")


@pytest.mark.usefixtures("installed")
def test_a_record_of_the_installed_engineroom_belongs_to_its_person(clerk: Clerk) -> None:
    """It is where the README says, and nobody else can open it."""
    clerk.run("engineroom", "notice", "show")

    record = clerk.home / ".local" / "share" / "engineroom" / "record.db"
    assert record.owner() == clerk.home.owner()
    assert record.stat().st_mode & 0o077 == 0


def test_every_library_is_packed_or_promised_by_debian(package: Path, tmp_path: Path) -> None:
    """A desk with nothing but the packages that this one depends on can start it."""
    said_by("dpkg-deb", "--extract", str(package), str(tmp_path))
    files = [path for path in tmp_path.rglob("*") if path.is_file() and path.read_bytes()[:4] == b"\x7fELF"]
    packed = {path.name for path in files}
    needed = {
        library for path in files for library in re.findall(r"NEEDED\s+(\S+)", said_by("objdump", "-p", str(path)))
    } - packed
    promised = set(re.findall(r"[a-z0-9.+-]{3,}", said_by("dpkg-deb", "--field", str(package), "Depends")))

    assert {library: owners_of(library) for library in needed if not owners_of(library) & promised} == {}


def test_the_package_speaks_german(package: Path, tmp_path: Path) -> None:
    """Our words compiled, the sentences of other processes, and what Qt itself says."""
    said_by("dpkg-deb", "--extract", str(package), str(tmp_path))

    packed = {path.name for path in tmp_path.rglob("*_de.*")}
    assert packed == {"engineroom_de.qm", "engineroom_de.json", "qtbase_de.qm"}


def owners_of(library: str) -> set[str]:
    """The Debian packages that hold a library of this name."""
    found = subprocess.run(["dpkg", "--search", f"*/{library}"], capture_output=True, text=True, check=False)
    return {line.split(":")[0] for line in found.stdout.splitlines()}


def test_purging_leaves_nothing_behind(package: Path) -> None:
    """Neither program nor start at login; records of people are not the package's."""
    if is_installed():
        pytest.skip("somebody uses Engineroom on this machine: it is not removed by a test")
    said_by("apt-get", "install", "--yes", str(package))
    ours = [Path(line) for line in said_by("dpkg", "--listfiles", "engineroom").splitlines() if "engineroom" in line]
    assert [path for path in ours if not path.exists()] == []

    said_by("apt-get", "purge", "--yes", "engineroom")

    assert len(ours) > 100
    assert [path for path in ours if path.exists()] == []
    assert not is_installed()
