"""What stands for as long as a block, played by something that only has a folder."""

from pathlib import Path

import pytest

from stage.standing import Standing


class Tent(Standing):
    """May fall over while it is put up."""

    def __init__(self, *, falls: bool = False) -> None:
        super().__init__()
        self._falls = falls
        self.folder = Path()
        self.given_back = 0

    def _begin(self) -> None:
        self.folder = self._home
        (self._home / "pegs").write_text("12", encoding="ascii")
        if self._falls:
            raise KeyboardInterrupt

    def _give_back(self) -> None:
        assert (self.folder / "pegs").exists()
        self.given_back += 1


def test_it_stands_within_its_block_and_leaves_nothing() -> None:
    """What it was given goes before the folder in which that stood."""
    with Tent() as tent:
        assert tent.folder.is_dir()
        assert tent.given_back == 0

    assert not tent.folder.exists()
    assert tent.given_back == 1


def test_what_falls_over_at_the_beginning_is_given_back() -> None:
    """Whatever stopped it, also whoever runs the tests."""
    tent = Tent(falls=True)
    with pytest.raises(KeyboardInterrupt), tent:
        pass

    assert not tent.folder.exists()
    assert tent.given_back == 1
