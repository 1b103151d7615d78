from pathlib import Path

from pytestqt.qtbot import QtBot

from gui.tray.first_start import FirstStart


def test_the_second_start_lets_the_first_show_what_it_was_asked_for(tmp_path: Path, qtbot: QtBot) -> None:
    """And is not the first itself."""
    first, second = FirstStart(tmp_path / "run"), FirstStart(tmp_path / "run")
    assert first.take()
    first.listen()
    assert not second.take()
    with qtbot.waitSignal(first.wished) as heard:
        second.pass_on("supervisor")

    assert heard.args == ["supervisor"]
    first.give_back()


def test_a_wish_is_not_lost_between_lock_and_ear(tmp_path: Path, qtbot: QtBot) -> None:
    """It may come while the first is still starting."""
    first, second = FirstStart(tmp_path / "run"), FirstStart(tmp_path / "run")
    assert first.take()
    second.pass_on("notice")
    with qtbot.waitSignal(first.wished) as heard:
        first.listen()

    assert heard.args == ["notice"]
    first.give_back()


def test_whoever_comes_after_the_first_has_ended_is_first(tmp_path: Path) -> None:
    """The lock goes with its holder, and its folder is private."""
    first, second = FirstStart(tmp_path / "run"), FirstStart(tmp_path / "run")
    assert first.take()
    first.give_back()

    assert second.take()
    assert (tmp_path / "run").stat().st_mode & 0o077 == 0
    second.give_back()
