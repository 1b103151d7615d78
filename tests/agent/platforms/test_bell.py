import select
import threading

from agent.platforms.bell import Bell


def test_a_ring_is_heard_once() -> None:
    """Whoever asks learns of it, and nobody is told twice."""
    bell = Bell()
    bell.ring()
    bell.ring()

    assert bell.heard()
    assert not bell.heard()
    bell.close()


def test_a_ring_makes_it_readable() -> None:
    """Waiting on it together with other descriptors ends at a ring from another thread."""
    bell = Bell()
    ringer = threading.Thread(target=bell.ring)
    ringer.start()
    readable, _writable, _broken = select.select([bell], [], [], 60.0)
    ringer.join()

    assert [bell] == readable
    bell.close()


def test_a_ring_after_the_end_is_no_error() -> None:
    """A late signal handler does not bring a stopping agent down."""
    bell = Bell()
    bell.close()

    bell.ring()
