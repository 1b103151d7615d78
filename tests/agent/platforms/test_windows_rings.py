"""Rings for whoever waits on Windows; the room itself needs no Windows."""

import threading

from agent.platforms.windows_rings import Ring, Rings
from tests.agent.platforms.contract import FOR_EVER_S


def test_nobody_rang() -> None:
    """A wait ends by itself."""
    rings = Rings()

    assert rings.heard(0.0) == set()
    assert rings.heard(0.01) == set()


def test_a_storm_of_rings_is_heard_once() -> None:
    """All that came before are taken in together, of both kinds."""
    rings = Rings()
    for _ in range(5000):
        rings.ring(Ring.TOLD)
    rings.ring(Ring.WAKE)

    assert rings.heard(FOR_EVER_S) == {Ring.TOLD, Ring.WAKE}
    assert rings.heard(0.0) == set()


def test_a_ring_from_another_thread_ends_a_wait() -> None:
    """It is not waited for to the end."""
    rings = Rings()
    ringing = threading.Timer(0.05, rings.ring, [Ring.WAKE])
    ringing.start()

    assert rings.heard(FOR_EVER_S) == {Ring.WAKE}
    ringing.join()
