"""What is said to an actor and what it tells, one JSON line each; never acts."""

from typing import Literal

import msgspec


class Command(msgspec.Struct, frozen=True, omit_defaults=True):
    """One thing for the actor to do."""

    do: Literal["open", "close", "activate", "title", "key", "quit"]
    window: str = ""
    """The name under which the window was opened."""
    app: str = ""
    """The class part of WM_CLASS."""
    title: str = ""
    key: str = ""
    """A keysym name, such as `a` or `Return`."""


class Truth(msgspec.Struct, frozen=True, kw_only=True):
    """What the X server told the actor about one of its own windows, or what it did to it."""

    saw: Literal["opened", "focus", "blur", "title", "closed", "key"]
    at_ms: int
    """UTC epoch ms at which the actor knew."""
    window: str = ""
    xid: int = 0
    """The X server's number of the window."""
    app: str = ""
    title: str = ""
    in_front: bool = False
    """Whether this window had the focus then."""
