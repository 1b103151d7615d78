from pathlib import Path

import pytest
from licences import collect_licences


def test_the_licences_of_all_frozen_libraries_are_found(tmp_path: Path) -> None:
    """Each library that is packed brings its text, but Qt, whose licence every Debian holds."""
    collect_licences(tmp_path)

    found = {folder.name for folder in tmp_path.iterdir()}
    assert found >= {"apscheduler", "msgspec", "psutil", "python", "pyinstaller", "pywinctl", "sqlalchemy"}
    assert all(any(text.read_bytes() for text in folder.iterdir()) for folder in tmp_path.iterdir())


def test_a_library_without_a_licence_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is handed on whose terms are unknown."""
    lock = tmp_path / "run.txt"
    lock.write_text("shiboken6==1\n")
    monkeypatch.setattr("licences.LOCK", lock)
    monkeypatch.setattr("licences.TEXTS_IN_DEBIAN", ())

    with pytest.raises(LookupError, match="shiboken6"):
        collect_licences(tmp_path / "licences")
