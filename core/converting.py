"""Reads plain values and JSON into shapes, from any thread; never knows what a shape is for."""

import threading
from typing import TypeVar

import msgspec

T = TypeVar("T")
_one_at_a_time = threading.Lock()
"""Two threads that meet a shape for the first time in the same moment crash msgspec 0.22."""


def converted(data: object, shape: type[T]) -> T:
    """As `msgspec.convert`."""
    with _one_at_a_time:
        return msgspec.convert(data, shape)


def decoded(text: bytes, shape: type[T]) -> T:
    """As `msgspec.json.decode`."""
    with _one_at_a_time:
        return msgspec.json.decode(text, type=shape)
