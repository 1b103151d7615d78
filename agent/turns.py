"""One at a time may change a record that an agent writes to; never waits for a turn."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from agent.lease import Lease
from core.errors import NotNow


@contextmanager
def beside_an_agent(lease_file: Path, command: str) -> Iterator[None]:
    """While no other command changes the record; raises NotNow where one does. Recording may go on."""
    lease = Lease(lease_file, f"engineroom {command}")
    is_alone = lease.take()
    if not is_alone and lease.holder_session().startswith("engineroom "):
        raise NotNow(f"`{lease.holder_session()}` is at work on the record", "try again when it has ended")
    try:
        yield
    finally:
        if is_alone:
            lease.give_back()
