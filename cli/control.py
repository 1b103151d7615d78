"""The commands that talk to a running agent; never opens the record."""

import argparse

from agent.control import Request, Status, ask
from cli.output import hours, print_json
from core.clock import now_ms
from core.paths import user_paths


def show_status(parsed: argparse.Namespace) -> None:
    status = _asked(parsed, Request("acknowledge" if parsed.acknowledge else "status"))
    if parsed.json:
        return
    if status.app:
        print(f"In front: {status.app}" + (f" — {status.title}" if status.title else ""))
    age_s = _age_s(status)
    print("Last sample: none yet" if age_s is None else f"Last sample: {age_s:.1f} s ago")
    for sense in status.senses:
        remedy = f" — {sense.remedy}" if sense.remedy else ""
        print(f"  {'sees' if sense.works else 'does not see'} {sense.sense}: {sense.how}{remedy}")
    for warning in status.warnings:
        print(f"Warning: {warning}")
    for loss in status.losses:
        print(f"Warning: {loss} — `engineroom status --acknowledge` puts this away")


def pause(parsed: argparse.Namespace) -> None:
    _asked(parsed, Request("pause", parsed.choice))


def private(parsed: argparse.Namespace) -> None:
    _asked(parsed, Request("private"))


def resume(parsed: argparse.Namespace) -> None:
    _asked(parsed, Request("resume"))


def _asked(parsed: argparse.Namespace, request: Request) -> Status:
    """Ask the agent, and print in one line, or as JSON, what it does now."""
    status = ask(user_paths().socket, request, Status)
    if parsed.json:
        print_json(_as_json(status))
    else:
        state = f", {status.state}" if status.state and status.mode == "recording" else ""
        remaining = _remaining_ms(status)
        until = "" if remaining is None else f" for another {hours(int(remaining))}"
        print(f"{status.mode.capitalize()}{state}{until} ({status.backend}, {status.session}, pid {status.pid})")
    return status


def _as_json(status: Status) -> dict[str, object]:
    """The documented shape of `engineroom status --json`."""
    return {
        "mode": status.mode,
        "state": status.state,
        "backend": status.backend,
        "app": status.app,
        "title": status.title,
        "last_sample_age_s": _age_s(status),
        "mode_ends_in_s": _remaining_ms(status, 1000),
        "session": status.session,
        "pid": status.pid,
        "version": status.version,
        "ruleset": status.ruleset,
        "warnings": status.warnings,
        "losses": status.losses,
        "senses": [{"sense": s.sense, "works": s.works, "how": s.how, "remedy": s.remedy} for s in status.senses],
    }


def _age_s(status: Status) -> float | None:
    return None if status.last_sample_ms is None else max(0, now_ms() - status.last_sample_ms) / 1000


def _remaining_ms(status: Status, unit: int = 1) -> float | None:
    return None if status.mode_until_ms is None else max(0, status.mode_until_ms - now_ms()) / unit
