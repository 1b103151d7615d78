"""How tray and commands talk to the agent: JSON lines that only this user can send; never touches the record."""

import json
from contextlib import closing
from pathlib import Path
from typing import Any, Literal, TypeVar

import msgspec

from agent.line import call, read_line
from core.converting import converted
from core.errors import EngineroomError, MachineError, UserError

ANSWER_WITHIN_S = 10.0
IN_FRONT = "in-front"
Shape = TypeVar("Shape")


class Request(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One command to the agent."""

    do: Literal["status", "today", "save", "pause", "private", "resume", "acknowledge", "follow", "stop", "give-way"]
    """`give-way`: another session waits to record; who has lost its desktop for long stops."""
    choice: str = ""
    """Which pause, one of `core.config.PauseChoice`; with `give-way`, `IN_FRONT` where its person sees who waits."""


class Sensed(msgspec.Struct, frozen=True):
    """A `Capability` on the wire."""

    sense: str
    works: bool
    how: str
    remedy: str
    unasked: bool = False


class Status(msgspec.Struct, frozen=True, kw_only=True):
    """What the agent is doing now."""

    pid: int
    version: str
    session: str
    """The desktop session that is being recorded."""
    backend: str
    mode: Literal["recording", "paused", "private", "blocked", "off-hours"]
    state: str | None
    """State of the span under way; None when nothing is being observed."""
    app: str
    title: str
    """As stored."""
    last_sample_ms: int | None
    """UTC epoch ms."""
    mode_until_ms: int | None
    """When a pause or the time off ends by itself; UTC epoch ms."""
    ruleset: str
    warnings: list[str]
    losses: list[str]
    """What was lost of the record and not read of yet; the request `acknowledge` puts it away."""
    senses: list[Sensed]
    pause_choices: list[str]
    private_allowed: bool


class AgentAbsent(MachineError):
    """No agent listens."""

    def __init__(self) -> None:
        super().__init__("No agent is running", "start it with `engineroom agent`, or open the tray")


def ask(place: Path, request: Request, answer: type[Shape]) -> Shape:
    """Send one request to the agent and wait for its answer.

    Raises AgentAbsent when nobody listens, and UserError or MachineError when the agent says no.
    """
    try:
        with closing(call(place, ANSWER_WITHIN_S)) as line:
            line.send(msgspec.json.encode(request) + b"\n")
            said = read_line(line)
    except (FileNotFoundError, ConnectionRefusedError) as error:
        raise AgentAbsent from error
    except OSError as error:
        raise MachineError(f"The agent does not answer: {error}", "stop it and start it again") from error
    if not said.endswith(b"\n"):
        raise MachineError("The agent does not answer: it broke off", "stop it and start it again")
    reply: dict[str, Any] = json.loads(said)
    if "happened" in reply:
        blame: type[EngineroomError] = UserError if reply["blame"] == "user" else MachineError
        raise blame(reply["happened"], reply["remedy"])
    return converted(reply, answer)
