import subprocess
import sys
from pathlib import Path

import pytest
import system_packages

ROOT = Path(__file__).parents[2]
LISTS = [ROOT / "packaging" / name for name in ("debian-run.txt", "debian-test.txt", "debian-desktops.txt")]


def test_every_listed_package_says_why_it_is_needed() -> None:
    """A person who is asked for root can judge each line."""
    needed = system_packages.reasons(LISTS)

    assert len(needed) > 20
    assert [name for name, why in needed.items() if not why] == []


def test_no_package_is_listed_twice() -> None:
    """One reason each; what runs on a desktop is not repeated for the tests."""
    names = [line.split()[0] for path in LISTS for line in path.read_text().splitlines() if not line.startswith("#")]

    assert sorted(set(names)) == sorted(names)


def test_parts_of_debians_python_are_needed_only_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Debian splits its Python up and has no such parts of another one."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    parts = {f"python{version}-venv", f"libpython{version}"}

    monkeypatch.setattr(sys, "base_prefix", "/usr")
    assert parts <= system_packages.reasons(LISTS).keys()

    monkeypatch.setattr(sys, "base_prefix", "/opt/python")
    assert not parts & system_packages.reasons(LISTS).keys()


def test_what_is_there_is_not_installed_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`dpkg` is on every Debian, so that nothing has to be asked of a server, nor of root."""
    system_packages.provide({"dpkg": "installs packages"})

    assert capsys.readouterr().out == "== System packages: all 1 are there\n"


def test_another_system_than_debian_is_told_what_is_needed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without apt-get the names are said and the rest goes on."""
    monkeypatch.setenv("PATH", "")

    system_packages.provide({"libegl1": "Qt draws through it"})

    assert "libegl1" in capsys.readouterr().out


def test_without_root_and_sudo_the_exact_command_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A person who may not become root can hand the line to somebody who may."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("os.geteuid", lambda: 1000)

    with pytest.raises(system_packages.CannotInstall, match="apt-get install --yes --no-install-recommends libegl1"):
        system_packages.install(["libegl1"])


def test_progress_speaks_for_a_silent_program_and_passes_its_failure_on() -> None:
    """Nothing is silent for more than a few seconds, and a failure keeps its exit code."""
    script = "import progress, sys; progress.SILENT_S = 0.05; progress.run('Waiting', sys.argv[1:])"
    quiet = [sys.executable, "-c", "import sys, time; time.sleep(0.4); print('end'); sys.exit(7)"]
    failed = subprocess.run(
        [sys.executable, "-c", script, *quiet],
        cwd=ROOT / "packaging",
        capture_output=True,
        text=True,
        check=False,
    )

    assert "… Waiting, 0 s so far" in failed.stdout
    assert "   end\n" in failed.stdout
    assert "returned non-zero exit status 7" in failed.stderr
