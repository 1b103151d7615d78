"""How recording stands, by what the agent and the desktop say of themselves; never asks either."""

from collections.abc import Collection, Iterable, Iterator

from agent.control import Status
from cli.finding import Finding, Level, doubtful, failed, fine
from core.capability import Capability, Sense
from core.clock import MS_PER_MIN, MS_PER_S
from core.version import VERSION

STALE_MS = 15 * MS_PER_S
"""An agent that looks does so every few seconds."""
UNSAVED_MS = MS_PER_MIN
"""It saves four times as often."""
RESTART = "stop the agent and start it again; its log may say why"


def agent_findings(status: Status, now_ms: int) -> Iterator[Finding]:
    """Whether the agent that runs does what it should."""
    if status.mode == "blocked":
        yield failed("agent", f"The agent runs on {status.session} and sees nothing", "see `window` in this list")
    elif status.mode == "recording":
        yield fine("agent", f"Records {status.session} with the back-end {status.backend}")
    else:
        yield fine("agent", f"Runs on {status.session}; at present it is {_in_words(status.mode)}")
    if status.version != VERSION:
        yield doubtful("version", f"The agent is Engineroom {status.version}, this is {VERSION}", "start it again")
    yield _sample(status, now_ms)
    for warning in status.warnings:
        what, _dash, remedy = warning.partition(" — ")
        yield doubtful("agent", what, remedy)


def saving_finding(status: Status, recorded_until_ms: int) -> Finding:
    """Whether what the agent sees reaches the disk."""
    late_ms = (status.last_sample_ms or 0) - recorded_until_ms
    if status.mode == "recording" and late_ms > UNSAVED_MS:
        seconds = late_ms // MS_PER_S
        return failed(
            "saving",
            f"The last {seconds} seconds of recording are not on the disk",
            "make room on the disk, and close what keeps the record locked",
        )
    return fine("saving", "What is recorded reaches the disk")


def sense_findings(backend: str, senses: Iterable[Capability]) -> Iterator[Finding]:
    """What the desktop can tell; without the window in front there is nothing to record."""
    yield fine("back-end", backend)
    for sense in senses:
        level = Level.FAIL if sense.sense is Sense.WINDOW else Level.WARN
        level = Level.OK if sense.works or sense.unasked else level
        yield Finding(sense.sense.value, level, sense.how, sense.remedy)


def remote_findings(seen: Collection[str], remote_desktops: Collection[str]) -> Iterator[Finding]:
    """Which windows of other computers are in front, or were today."""
    for app in sorted(set(seen) & set(remote_desktops)):
        yield doubtful(
            "remote",
            f"{app} shows another computer: inside this window nothing is seen",
            "install Engineroom in the session that it shows",
        )


def rules_finding(version: str, warning: str | None) -> Finding:
    """Whether the rules in force are those of the files."""
    if warning:
        what, _dash, remedy = warning.partition(" — ")
        return doubtful("rules", what, remedy)
    return fine("rules", f"Those of the files are in force ({version})")


def _sample(status: Status, now_ms: int) -> Finding:
    if status.mode not in {"recording", "private"}:
        return fine("sample", f"None is taken while the agent is {_in_words(status.mode)}")
    if status.last_sample_ms is None:
        return doubtful("sample", "The agent has not looked at the desktop yet", "ask again in a few seconds")
    age_s = max(0, now_ms - status.last_sample_ms) / MS_PER_S
    if age_s * MS_PER_S > STALE_MS:
        return failed("sample", f"The last sample was taken {age_s:.0f} s ago", RESTART)
    return fine("sample", f"The last one was taken {age_s:.1f} s ago")


def _in_words(mode: str) -> str:
    return {"off-hours": "outside the working hours", "private": "in private time"}.get(mode, mode)
