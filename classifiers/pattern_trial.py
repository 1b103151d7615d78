"""The other side of `runaway`: a process that tries patterns and may be ended at any time; never reads a rule file."""

import re
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection

from classifiers.nasty_titles import nasty_titles

READY = "ready"


STILL_AT_IT = "still at it"


def slowest_s(pattern: re.Pattern[str], longest: int, enough_s: float) -> Iterator[float]:
    """CPU seconds of the title that took longest so far, title by title; the first over `enough_s` ends the search."""
    slowest = 0.0
    for title in nasty_titles(pattern, longest):
        before = time.process_time()
        pattern.sub("", title)
        slowest = max(slowest, time.process_time() - before)
        yield slowest
        if slowest > enough_s:
            return


def work(connection: "Connection[object, object]", patterns: list[str], longest: int, enough_s: float) -> None:
    """Try one pattern after the other, and tell of each how long it took."""
    connection.send(READY)
    for written in patterns:
        took_s = [0.0]
        for slowest in slowest_s(re.compile(written, re.IGNORECASE), longest, enough_s):
            connection.send(STILL_AT_IT)
            took_s.append(slowest)
        connection.send(took_s[-1])
    connection.close()
