"""What stands for as long as a block: it begins as a whole, or gives back what it had; never outlives its context."""

import shutil
import tempfile
from abc import ABC, abstractmethod
from pathlib import Path
from types import TracebackType
from typing import Self


class Standing(ABC):
    """Has a folder of its own from beginning to end."""

    def __init__(self) -> None:
        self._home = Path()

    def __enter__(self) -> Self:
        self._home = Path(tempfile.mkdtemp(prefix="engineroom-stage-"))
        try:
            self._begin()
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    @abstractmethod
    def _begin(self) -> None:
        """Furnish the folder, and start what runs."""

    @abstractmethod
    def _give_back(self) -> None:
        """End what runs, however far it came."""

    def _end(self) -> None:
        self._give_back()
        shutil.rmtree(self._home, ignore_errors=True)
