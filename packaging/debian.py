"""Puts the frozen programs into a plain .deb; never freezes and never installs anything."""

import shutil
import subprocess
from pathlib import Path

from licences import collect_licences
from progress import run

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "packaging" / "deb"
PROGRAMS = ("engineroom", "engineroom-tray")
HOME = "opt/engineroom"
DOCUMENTS = "usr/share/doc/engineroom"
AUTOSTART = "etc/xdg/autostart/engineroom.desktop"
PLACES = {
    TEMPLATES / "autostart.desktop": AUTOSTART,
    TEMPLATES / "engineroom-tray.desktop": "usr/share/applications/engineroom-tray.desktop",
    TEMPLATES / "engineroom-agent.service": "usr/lib/systemd/user/engineroom-agent.service",
    TEMPLATES / "copyright": f"{DOCUMENTS}/copyright",
    ROOT / "gui" / "glyphs" / "recording.svg": "usr/share/icons/hicolor/scalable/apps/engineroom.svg",
}


def build_deb(frozen: Path, version: str, work: Path, target: Path) -> Path:
    """The package in `target`, made of the folder `frozen`; raises CalledProcessError where dpkg-deb refuses."""
    tree = work / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(frozen, tree / HOME, symlinks=True)
    for source, place in PLACES.items():
        (tree / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, tree / place)
    collect_licences(tree / DOCUMENTS / "licences")
    _link_programs(tree)
    architecture = _output("dpkg", "--print-architecture")
    _write_control(tree, version, architecture)
    _open_to_all(tree)
    target.mkdir(exist_ok=True)
    package = target / f"engineroom_{version}_{architecture}.deb"
    run("Packing", ["dpkg-deb", "-Zzstd", "--root-owner-group", "--build", str(tree), str(package)])
    return package


def _link_programs(tree: Path) -> None:
    (tree / "usr" / "bin").mkdir()
    for program in PROGRAMS:
        (tree / "usr" / "bin" / program).symlink_to(f"/{HOME}/{program}")


def _write_control(tree: Path, version: str, architecture: str) -> None:
    installed_kb = _output("du", "--summarize", "--block-size=1K", str(tree)).split()[0]
    control = (TEMPLATES / "control").read_text(encoding="utf-8")
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN" / "control").write_text(
        control.format(version=version, architecture=architecture, installed_kb=installed_kb), encoding="utf-8"
    )
    (tree / "DEBIAN" / "conffiles").write_text(f"/{AUTOSTART}\n", encoding="utf-8")


def _open_to_all(tree: Path) -> None:
    """Everybody reads, nobody but root writes, whatever the umask of the builder."""
    for path in (tree, *tree.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)


def _output(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
