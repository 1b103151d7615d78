"""A screen for the whole module of a test, an agent's home for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from stage.at_work import AgentAtWork
from stage.xserver import ScreenSize, XServer


@pytest.fixture(scope="module")
def screen() -> Iterator[XServer]:
    with XServer(window_manager="openbox") as server:
        yield server


@pytest.fixture
def work(screen: XServer, home: Path) -> Iterator[AgentAtWork]:
    at_work = AgentAtWork(screen.environment(), home)
    yield at_work
    at_work.close()


@pytest.fixture
def tray_screen() -> Iterator[XServer]:
    with XServer(window_manager="openbox", tray=True, size=ScreenSize(width=1400, height=900)) as server:
        yield server


@pytest.fixture
def desk(tray_screen: XServer, home: Path) -> Iterator[AgentAtWork]:
    at_work = AgentAtWork(tray_screen.environment(QT_QPA_PLATFORM="xcb"), home)
    yield at_work
    at_work.close()
