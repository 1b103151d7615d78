"""What the page on one's own data learns and has done, off the UI thread; the closed tray never imports it."""

import hashlib
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from agent.control import Request, Status, ask
from core.clock import MS_PER_S, local_time, now_ms
from core.config import Config, load_config
from core.errors import EngineroomError
from core.holding import Holding, Kept
from core.paths import Paths, touch_private
from gui.command import run_engineroom, run_long
from gui.presenters.own_data import Deletion, OwnData
from gui.presenters.policy import PolicyFiles
from reports.shapes import NumberedCorrection
from reports.shares import read_shares

Reached = Callable[[float | None], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDataAccess:
    """Each call opens what it needs and closes it again; all may take a while."""

    paths: Paths
    policy: Path

    def read(self) -> OwnData:
        """Everything that is kept; nothing where nothing was recorded yet."""
        return OwnData(
            holdings=(*self._holdings(), self._backups()),
            shares=read_shares(self.paths.shares),
            size=sum(found.st_size for found in _there(self.paths.data.rglob("*")) if stat.S_ISREG(found.st_mode)),
            config=self.config(),
            files=self.files(),
            today=self.today(),
        )

    def corrections(self) -> tuple[NumberedCorrection, ...]:
        """Those in force, the latest stretch first."""
        from reports.own_data import own_record  # late, as in `open_record`

        return own_record(self.paths.record).corrections if self.paths.record.exists() else ()

    def config(self) -> Config:
        return load_config(self.paths.settings, self.policy)

    def files(self) -> PolicyFiles:
        sha256 = hashlib.sha256(self.policy.read_bytes()).hexdigest() if self.policy.exists() else ""
        return PolicyFiles(settings=self.paths.settings, policy=self.policy, sha256=sha256)

    @staticmethod
    def today() -> date:
        return local_time(now_ms()).date()

    @staticmethod
    def export(folder: str, reached: Reached) -> str:
        """Where everything is now; cancelled, half of it is nowhere."""
        return run_long(reached, "data", "export", "--to", folder, "--progress").removeprefix("Written: ")

    def erase(self, deletion: Deletion, reached: Reached) -> None:
        """An agent that runs is ended first, and has to be started again.

        Once it has begun it is not cancelled: half of it would leave in the copies what is gone from the record.
        """
        with suppress(EngineroomError):  # there may be none, and erasing says so if one does not go
            ask(self.paths.socket, Request("status"), Status)
            run_engineroom("stop")
        reached(None)  # the last moment to want it no longer
        run_long(lambda _share: None, "erase", *_days_of(deletion), "--yes")

    @staticmethod
    def write_text(file: Path, text: str) -> None:
        """For this person alone; raises MachineError where that is impossible."""
        touch_private(file)
        file.write_text(text, encoding="utf-8")

    def _holdings(self) -> tuple[Holding, ...]:
        if not self.paths.record.exists():
            return ()
        with suppress(EngineroomError):
            ask(self.paths.socket, Request("save"), Status)
        from reports.own_data import own_record

        return own_record(self.paths.record).holdings

    def _backups(self) -> Holding:
        copies = [*self.paths.backups.glob("record-????-??-??.db"), *self.paths.data.glob("record.db.*")]
        days = sorted(day for copy in copies for day in _made_on(copy))
        return Holding(
            what=Kept.BACKUPS, rows=len(days), first=days[0] if days else None, last=days[-1] if days else None
        )


def _days_of(deletion: Deletion) -> tuple[str, ...]:
    """As the command wants them."""
    if deletion.last is None:
        return ("--all",)
    if deletion.first is None:
        return "--before", (deletion.last + timedelta(days=1)).isoformat()
    return "--from", deletion.first.isoformat(), "--to", deletion.last.isoformat()


def _made_on(copy: Path) -> Iterator[date]:
    """A daily backup bears its day in its name; it is rewritten whenever something is let go of."""
    try:
        yield date.fromisoformat(copy.stem.removeprefix("record-"))
    except ValueError:
        yield from (local_time(round(found.st_mtime * MS_PER_S)).date() for found in _there([copy]))


def _there(files: Iterable[Path]) -> Iterator[os.stat_result]:
    """What is known of those that are still there: the agent's logs come and go."""
    for file in files:
        with suppress(FileNotFoundError):
            yield file.stat()
