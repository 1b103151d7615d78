"""What is known of the agent, as glyph and words; never asks it."""

from dataclasses import dataclass
from enum import StrEnum

from agent.control import Status
from core.config import PauseChoice
from core.period import OffsetAt
from core.span import State
from core.wording import translate
from gui.presenters.moments import moment_ahead

PAUSES: tuple[PauseChoice, ...] = ("15m", "1h", "tomorrow")


class Phase(StrEnum):
    """Where the tray and the agent are with each other."""

    STARTING = "starting"
    NOTICE_DUE = "notice due"
    ANSWERING = "answering"
    STOPPED = "stopped"


class Glyph(StrEnum):
    """The shapes that tell the states apart; each a file of the same name."""

    RECORDING = "recording"
    IDLE = "idle"
    CALL = "call"
    PAUSED = "paused"
    PRIVATE = "private"
    STOPPED = "stopped"
    OFFLINE = "offline"
    BLOCKED = "blocked"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Agent:
    """The agent as the tray knows it."""

    phase: Phase
    status: Status | None = None
    """The latest answer; None unless it is answering."""
    reason: str = ""
    """Why it stopped, where it said so."""
    team_in_reach: bool = True
    """Whether the folder that totals are shared to can be reached."""


@dataclass(frozen=True, slots=True)
class PauseOption:
    """One pause, and whether the policy allows it."""

    choice: str
    text: str
    allowed: bool


def glyph_of(agent: Agent) -> Glyph:
    status = agent.status
    if status is None:
        return Glyph.NOTICE if agent.phase is Phase.NOTICE_DUE else Glyph.STOPPED
    if status.mode == "off-hours":
        return Glyph.PAUSED
    if status.mode != "recording":
        return Glyph(status.mode)
    by_state = {
        State.PRIVATE: Glyph.PRIVATE,
        State.LOCKED: Glyph.IDLE,
        State.IDLE: Glyph.IDLE,
        State.CALL: Glyph.CALL,
        State.ACTIVE: Glyph.RECORDING,
    }
    glyph = by_state[State(status.state)] if status.state else Glyph.RECORDING
    return Glyph.OFFLINE if glyph is Glyph.RECORDING and not agent.team_in_reach else glyph


def head_of(agent: Agent) -> str:
    """The state in two or three words."""
    if agent.phase is Phase.STARTING:
        return translate("Agent", "Starting")
    if agent.status is not None and agent.status.state == State.LOCKED and agent.status.mode == "recording":
        return translate("Agent", "Recording, locked")
    if agent.status is not None and agent.status.mode == "off-hours":
        return translate("Agent", "Outside working hours")
    return {
        Glyph.RECORDING: translate("Agent", "Recording"),
        Glyph.IDLE: translate("Agent", "Recording, idle"),
        Glyph.CALL: translate("Agent", "Recording, in a call"),
        Glyph.PAUSED: translate("Agent", "Paused"),
        Glyph.PRIVATE: translate("Agent", "Private time"),
        Glyph.STOPPED: translate("Agent", "Agent not running"),
        Glyph.OFFLINE: translate("Agent", "Recording, team store out of reach"),
        Glyph.BLOCKED: translate("Agent", "Cannot see the window in front"),
        Glyph.NOTICE: translate("Agent", "Notice not yet read"),
    }[glyph_of(agent)]


def line_of(agent: Agent, offset_at: OffsetAt, now_ms: int) -> str:
    """The second line: what is in front, until when, or why not."""
    status = agent.status
    if status is None:
        return {
            Phase.STARTING: translate("Agent", "The agent is being started"),
            Phase.NOTICE_DUE: translate("Agent", "Nothing is recorded before you have read it"),
        }.get(agent.phase, translate("Agent", "Nothing is recorded"))
    if status.mode in {"paused", "off-hours"} and status.mode_until_ms is not None:
        until = moment_ahead(status.mode_until_ms, offset_at, now_ms)
        return translate("Agent", "Until {time}, nothing is recorded").format(time=until)
    if glyph_of(agent) is Glyph.PRIVATE:
        return translate("Agent", "Only that time passes is noted")
    if status.mode == "blocked":
        return translate("Agent", "Nothing is recorded")
    return " — ".join(part for part in (status.app, status.title) if part) or translate("Agent", "No window in front")


def offer_of(agent: Agent) -> str:
    """The one thing that the person can do to make recording go on; empty where nothing is wrong."""
    return {
        Phase.STOPPED: translate("Agent", "Start again"),
        Phase.NOTICE_DUE: translate("Agent", "Read the notice"),
    }.get(agent.phase, "")


def attention_of(agent: Agent) -> str:
    """Why a look into the popover is due, in a few words; empty where it is not."""
    if agent.status is None:
        return ""
    if agent.status.losses:
        return translate("Agent", "Part of the record was lost")
    return translate("Agent", "Something needs your attention") if agent.status.warnings else ""


def can_resume(agent: Agent) -> bool:
    return agent.status is not None and agent.status.mode in {"paused", "private"}


def pause_options(agent: Agent) -> tuple[PauseOption, ...]:
    """Every pause there is; those that the policy forbids say so."""
    texts = (
        translate("Agent", "15 minutes"),
        translate("Agent", "1 hour"),
        translate("Agent", "Until tomorrow"),
    )
    answering = agent.status is not None
    allowed = agent.status.pause_choices if agent.status else []
    return tuple(
        PauseOption(
            choice,
            text
            if choice in allowed or not answering
            else translate("Agent", "{pause}: not allowed").format(pause=text),
            choice in allowed,
        )
        for choice, text in zip(PAUSES, texts, strict=True)
    )


def private_allowed(agent: Agent) -> bool:
    return agent.status is not None and agent.status.private_allowed and agent.status.mode != "private"
