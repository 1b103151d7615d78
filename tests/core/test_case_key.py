"""A person's own key: made once, for them alone, and never replaced by another."""

import threading
from pathlib import Path

import pytest

from core.case_key import OWN_KEY, own_case_key
from core.errors import MachineError, UserError
from tests.plain_user import as_plain_user


def test_a_key_is_made_once_and_read_ever_after(tmp_path: Path) -> None:
    """It is random, and only its user can read it."""
    file, other = tmp_path / "data" / "case.key", tmp_path / "other" / "case.key"
    key = own_case_key(file)

    assert len(key) == OWN_KEY
    assert own_case_key(file) == key
    assert own_case_key(other) != key
    assert file.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in file.parent.iterdir()] == ["case.key"]


def test_two_who_come_first_have_one_key(tmp_path: Path) -> None:
    """Agent and import may start in the same moment."""
    file = tmp_path / "case.key"
    ready, keys = threading.Barrier(8), list[bytes]()

    def ask() -> None:
        ready.wait()
        keys.append(own_case_key(file))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (len(keys), len(set(keys))) == (8, 1)


@pytest.mark.parametrize("content", ["", "00ff", "no key at all"])
def test_a_file_that_is_no_key_is_told_and_left(tmp_path: Path, content: str) -> None:
    """With another key every case would become another one: that is for the person to decide."""
    file = tmp_path / "case.key"
    file.write_text(content)

    with pytest.raises(UserError, match="this is no key — delete it; cases then have other tokens"):
        own_case_key(file)
    assert file.read_text() == content


def test_a_folder_that_nobody_may_write_to_is_told(tmp_path: Path) -> None:
    """As the system says it."""
    folder = tmp_path / "closed"
    folder.mkdir()

    def check() -> None:
        folder.chmod(0o500)
        with pytest.raises(MachineError, match="Permission denied"):
            own_case_key(folder / "case.key")

    as_plain_user(check, folder)
