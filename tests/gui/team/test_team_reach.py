import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.errors import UserError
from gui.background import Background
from gui.team.team_reach import TeamReach


@pytest.fixture
def background() -> Iterator[Background]:
    pool = Background()
    yield pool
    pool.close()


def test_a_folder_that_is_away_is_told_and_that_it_came_back(
    background: Background, tmp_path: Path, qtbot: QtBot
) -> None:
    """Each once, however often somebody looks."""
    folder = tmp_path / "team"
    reach = TeamReach(background, lambda: str(folder))
    heard: list[bool] = []
    reach.changed.connect(heard.append)
    for _look in range(2):
        reach.look()
        qtbot.waitUntil(lambda: not background.busy)
    folder.mkdir()
    reach.look()
    qtbot.waitUntil(lambda: not background.busy)

    assert heard == [False, True]


def test_a_server_that_does_not_answer_is_out_of_reach(background: Background, qtbot: QtBot) -> None:
    """At the next look, while the first one still waits."""
    answer = threading.Event()

    def folder() -> str:
        answer.wait()
        return ""

    reach = TeamReach(background, folder)
    heard: list[bool] = []
    reach.changed.connect(heard.append)
    reach.look()
    reach.look()
    assert heard == [False]
    answer.set()

    qtbot.waitUntil(lambda: heard == [False, True])


def test_who_shares_to_no_folder_misses_none(background: Background, qtbot: QtBot) -> None:
    """Nor does somebody whose settings cannot be read: the agent tells of those."""

    def wrong() -> str:
        raise UserError("A setting is wrong", "mend it")

    heard: list[bool] = []
    for folder in (str, wrong):
        reach = TeamReach(background, folder)
        reach.changed.connect(heard.append)
        reach.look()
        qtbot.waitUntil(lambda: not background.busy)

    assert heard == []
