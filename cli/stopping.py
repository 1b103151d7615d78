"""The command `stop`: has the agent end in order and waits until it has; never ends it by force."""

import argparse
import sys
import threading
from pathlib import Path

from agent.control import Request, Status, ask
from agent.lease import Lease
from cli.output import print_json
from core.clock import steady_s
from core.errors import MachineError
from core.paths import user_paths

ENDS_WITHIN_S = 30.0
LOOK_EVERY_S = 0.05


def run_stop(parsed: argparse.Namespace) -> None:
    """Stop recording on this desk; everything recorded until now is on disk afterwards."""
    paths = user_paths()
    status = ask(paths.socket, Request("stop"), Status)
    if not _was_given_back(paths.lease, status.session):
        raise MachineError("The agent is still at work", "wait a moment: it ends when everything is written")
    if parsed.json:
        print_json({"stopped": status.pid, "session": status.session})
    else:
        print(f"Stopped recording {status.session}.", file=sys.stderr)


def _was_given_back(file: Path, holder: str) -> bool:
    """Whether the lease was free soon, or went to another session that waited for it."""
    lease, until = Lease(file, "engineroom stop"), steady_s() + ENDS_WITHIN_S
    while steady_s() < until:
        if lease.take():
            lease.give_back()
            return True
        if lease.holder_session() not in {holder, ""}:
            return True
        threading.Event().wait(LOOK_EVERY_S)
    return False
