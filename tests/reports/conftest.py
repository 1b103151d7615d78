"""What every test of this room may ask for; never used outside of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage.records import Kept, kept_in


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    with kept_in(tmp_path) as record:
        yield record
