"""Where several sessions of one person want to record: waits its turn; never records itself."""

import sys
from pathlib import Path

from agent.control import IN_FRONT, Request, Status, ask
from agent.endings import Endings
from agent.lease import Lease, session_name
from agent.platforms import is_in_front
from core.clock import steady_s
from core.errors import EngineroomError, UserError

ASK_FOR_LEASE_EVERY_S = 1.0
ASK_TO_GIVE_WAY_EVERY_S = 10.0


def wait_for(lease: Lease, endings: Endings, holder_at: Path) -> bool:
    """Wait until no other session records this person; False when told to stop.

    The holder answers at `holder_at`, and gives way once its desktop has been lost for long, or hidden while this
    session is in front. Raises UserError when the agent that records belongs to this very session, and sees it.
    """
    said = False
    ask_at_s = steady_s()
    while not lease.take():
        holder = lease.holder_session()
        if holder and steady_s() >= ask_at_s:
            ask_at_s = steady_s() + ASK_TO_GIVE_WAY_EVERY_S
            if not _is_blocked_there(holder_at) and holder == session_name():
                raise UserError(f"An agent already records {holder}", "see it with `engineroom status`")
        if holder and not said:
            print(f"The session on {holder} records; waiting until it ends.", file=sys.stderr, flush=True)
            said = True
        if endings.wait(ASK_FOR_LEASE_EVERY_S):
            return False
    return True


def _is_blocked_there(holder_at: Path) -> bool:
    """Whether the holder has lost its desktop; it is told that somebody waits."""
    try:
        request = Request("give-way", IN_FRONT if is_in_front() else "")
        return ask(holder_at, request, Status).mode == "blocked"
    except EngineroomError:  # it begins, ends, or is older than this
        return False
