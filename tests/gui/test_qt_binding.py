import sys

from PySide6.QtCore import QObject

CALLS = 200


def test_calls_into_qt_leave_none_alone() -> None:
    """PySide6 6.12.0 drops a reference to None in every call under Python 3.11, until the process dies of it."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("x")

    assert abs(sys.getrefcount(None) - before) < CALLS / 2
