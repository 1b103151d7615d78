"""One Wine for all tests of Windows, since it takes seconds to start, and a home of its own for each."""

from collections.abc import Iterator

import pytest

from stage.wine import WineStage
from stage.xserver import XServer
from tests.windows.desk import WindowsDesk


@pytest.fixture(scope="session")
def wine() -> Iterator[WineStage]:
    with XServer() as screen, WineStage(screen) as stage:
        yield stage


@pytest.fixture
def windows(wine: WineStage, request: pytest.FixtureRequest) -> WineStage:
    request.node.user_properties.append(("desktop", "windows"))
    return wine


@pytest.fixture
def desk(windows: WineStage, request: pytest.FixtureRequest) -> Iterator[WindowsDesk]:
    desk = WindowsDesk(windows, request.node.name)
    yield desk
    desk.close()
