"""Shapes that several threads meet for the first time in the same moment."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
MEETING = """
import sys, threading
from typing import Annotated, Literal
import msgspec
from msgspec import UNSET, Meta, UnsetType
from core.converting import converted, decoded

sys.setswitchinterval(1e-6)
Word = Annotated[str, Meta(min_length=1)]
Words = Word | Annotated[tuple[Word, ...], Meta(min_length=1)]


def a_new_shape():
    class Conditions(msgspec.Struct, frozen=True, kw_only=True):
        app: Words | UnsetType = UNSET
        title: Words | UnsetType = UNSET
        state: Literal["active", "idle"] | UnsetType = UNSET

    class Rule(Conditions, frozen=True, kw_only=True):
        id: Annotated[str, Meta(min_length=1, max_length=60)] | UnsetType = UNSET
        sets: dict[str, int] = {}
        excluded: Conditions | None = None

    return Rule


def meet(read):
    shape, ready, found = a_new_shape(), threading.Barrier(2), []
    def one():
        ready.wait()
        found.append(read(shape).id)
    threads = [threading.Thread(target=one) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == ["a", "a"], found


for _ in range(1000):
    meet(lambda shape: converted({"id": "a", "app": ["x"]}, shape))
    meet(lambda shape: decoded(b'{"id": "a", "app": "x"}', shape))
"""


def test_two_threads_may_meet_a_shape_together() -> None:
    """In a process of its own, because it would end at once: without a lock, msgspec 0.22 reads freed memory."""
    done = subprocess.run(
        [sys.executable, "-c", MEETING], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")
