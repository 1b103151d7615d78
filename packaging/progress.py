"""Runs one program, passes on what it prints, and says that it still works when it is silent; never hides a failure."""

import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence

SILENT_S = 4.0


def run(what: str, command: Sequence[str], environment: Mapping[str, str] | None = None) -> None:
    """Run `command`, called `what` when it is silent; raises CalledProcessError with its exit code where it fails."""
    print(f"== {what}", flush=True)
    started = time.monotonic()
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment
    ) as program:
        heard, ended = threading.Event(), threading.Event()
        ticker = threading.Thread(target=_tick, args=(what, started, heard, ended))
        ticker.start()
        try:
            for line in program.stdout or ():
                print(f"   {line.rstrip()}", flush=True)
                heard.set()
        finally:
            ended.set()
            heard.set()
            ticker.join()
    if program.returncode:
        raise subprocess.CalledProcessError(program.returncode, command)
    print(f"   done in {time.monotonic() - started:.0f} s", flush=True)


def _tick(what: str, started: float, heard: threading.Event, ended: threading.Event) -> None:
    while not ended.is_set():
        if not heard.wait(SILENT_S):
            print(f"   … {what}, {time.monotonic() - started:.0f} s so far", flush=True)
        heard.clear()


if __name__ == "__main__":
    try:
        run(sys.argv[1], sys.argv[2:])
    except subprocess.CalledProcessError as error:
        sys.exit(error.returncode)
