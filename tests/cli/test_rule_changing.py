"""Another rule file in the place of one's own, whichever system wrote it."""

from pathlib import Path

import pytest

from core.paths import user_paths
from tests.classifiers.rule_files import rule_text
from tests.cli.commands import told

MAIL = rule_text({"id": "Für Mail", "app": "mail", "category": "Work/Mail"})
FROM_WINDOWS = b"\xef\xbb\xbf" + MAIL.replace("\n", "\r\n").encode()


def test_a_file_from_windows_is_put_in_force(home: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """With its line ends where it is the first; in those of the file that it takes the place of where it is not."""
    given = tmp_path / "given.toml"
    given.write_bytes(FROM_WINDOWS)
    told(capfd, "rules", "apply", str(given), "--yes")
    rules = user_paths().rules
    assert rules.read_bytes() == MAIL.replace("\n", "\r\n").encode()
    rules.write_text("# mine\n", encoding="utf-8")
    told(capfd, "rules", "apply", str(given), "--yes")

    assert rules.read_bytes() == MAIL.encode()
