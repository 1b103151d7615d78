"""The tray program of a person who chose German, in a real tray."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from translations import compile_all

from stage.at_work import AgentAtWork
from stage.hands import Hands
from stage.xserver import XServer
from tests.end_to_end.test_tray import icon_of


@pytest.fixture
def desk(home: Path) -> Iterator[AgentAtWork]:
    compile_all()
    with XServer(window_manager="openbox", tray=True) as server:
        at_work = AgentAtWork(server.environment(QT_QPA_PLATFORM="xcb"), home)
        yield at_work
        at_work.close()


def test_whoever_sets_german_is_spoken_to_in_german(desk: AgentAtWork) -> None:
    """By the setting alone: the system of this test speaks no German."""
    hands = Hands(desk.environment)
    desk.accept_notice()
    desk.set('language = "de"\n')
    desk.start_tray()
    desk.await_status(lambda status: status.mode == "recording")

    hands.click(*icon_of(hands))
    assert hands.await_window("Engineroom: heute")

    desk.start_tray("--show", "day")
    assert hands.await_window("Engineroom — Meine Zeit")
