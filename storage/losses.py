"""What was lost when a record could not be used, remembered until the person has read it; never looks for damage."""

import json
from dataclasses import asdict, dataclass, replace

from sqlalchemy import Connection

from core.clock import local_time
from storage.meta import LOSSES, read_fact, write_fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """One time that the record was set aside and built again."""

    at_ms: int
    """UTC epoch ms."""
    reason: str
    """What was wrong with it, in words that follow `it`."""
    aside: str | None
    """The name under which the old file is kept; None where there was none."""
    backup: str | None
    """The name of the backup that the new one began with; None where there was no good one."""
    spans_saved: int
    """How many spans were read out of the old file that the backup did not have."""
    complete_until_ms: int
    """Until when nothing is missing, UTC epoch ms; 0 where nothing was there to begin with."""
    acknowledged_ms: int | None = None
    """When the person said that they have read it; None until then."""

    def __str__(self) -> str:
        """Everything a person wants to know of it."""
        told = [f"On {_moment(self.at_ms)} the record could not be used: it {self.reason}."]
        spans = f"{self.spans_saved} spans that could still be read"
        told.append(f"It was built again from {f'the backup {self.backup} and ' if self.backup else ''}{spans}.")
        if self.complete_until_ms:
            told.append(f"Until {_moment(self.complete_until_ms)} nothing is missing; later spans may be.")
        else:
            told.append("What was recorded before may be missing.")
        if self.aside:
            told.append(f"The old file is kept as {self.aside}.")
        return " ".join(told)


def news_of_losses(connection: Connection) -> tuple[Loss, ...]:
    """Every loss of this record that the person has not read of, the oldest first."""
    return tuple(loss for loss in all_losses(connection) if loss.acknowledged_ms is None)


def all_losses(connection: Connection) -> tuple[Loss, ...]:
    stored = read_fact(connection, LOSSES)
    return tuple(Loss(**row) for row in json.loads(stored)) if stored else ()


def note_loss(connection: Connection, loss: Loss) -> None:
    _write(connection, (*all_losses(connection), loss))


def acknowledge_losses(connection: Connection, at_ms: int) -> None:
    """The person has read of every loss so far."""
    known = all_losses(connection)
    _write(connection, tuple(replace(one, acknowledged_ms=one.acknowledged_ms or at_ms) for one in known))


def _write(connection: Connection, known: tuple[Loss, ...]) -> None:
    write_fact(connection, LOSSES, json.dumps([asdict(one) for one in known]) if known else None)


def _moment(at_ms: int) -> str:
    return f"{local_time(at_ms):%Y-%m-%d %H:%M}"
