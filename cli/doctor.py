"""The command `doctor`: looks into everything that recording depends on; never mends anything."""

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import closing

from agent.control import AgentAbsent, Request, Status, ask
from agent.platforms import choose_desktop
from agent.platforms.tray import find_tray
from classifiers.in_force import RulesInForce
from classifiers.loading import shipped_sets
from cli.agent_findings import agent_findings, remote_findings, rules_finding, saving_finding, sense_findings
from cli.desk import Desk, this_desk
from cli.finding import Finding, Level, fine, refused
from cli.notice import demand_notice
from cli.output import print_json
from cli.record_findings import backup_finding, clock_finding, disk_finding, loss_findings, record_finding
from cli.session_findings import autostart_finding, tray_finding
from core.capability import Capability, Sense, with_idle_estimated
from core.clock import local_time, now_ms
from core.clock_keeping import is_kept_right
from core.config import Settings
from core.errors import EngineroomError
from core.paths import Paths, user_paths
from core.period import Period
from reports.service import service_for
from storage.engine import open_for_reading
from storage.overview import overview

WORKS, DOES_NOT = 0, 1


def run_doctor(parsed: argparse.Namespace) -> int:
    """Print every finding; exit with 0 only where recording works."""
    findings = list(_findings())
    works = all(finding.level is not Level.FAIL for finding in findings)
    if parsed.json:
        print_json({"works": works, "findings": [_as_json(finding) for finding in findings]})
        return WORKS if works else DOES_NOT
    widest = max(len(finding.about) for finding in findings)
    for finding in findings:
        remedy = f" — {finding.remedy}" if finding.remedy else ""
        print(f"{finding.level:4}  {finding.about:{widest}}  {finding.what}{remedy}")
    print("Recording works." if works else "Recording does not work.", file=sys.stderr)
    return WORKS if works else DOES_NOT


def _as_json(finding: Finding) -> dict[str, str]:
    return {"about": finding.about, "level": finding.level, "what": finding.what, "remedy": finding.remedy}


def _findings() -> Iterator[Finding]:
    paths = user_paths()
    desk: Desk | None = None
    status: Status | None = None
    try:
        desk = this_desk()
    except EngineroomError as error:
        yield refused("settings", error)
    try:
        status = ask(paths.socket, Request("status"), Status)
    except AgentAbsent as error:
        yield refused("agent", error)
        yield from _fresh_desktop(Settings() if desk is None else desk.config.settings)
    except EngineroomError as error:
        yield refused("agent", error)
    if status is not None:
        yield from agent_findings(status, now_ms())
        senses = (
            Capability(sense=Sense(s.sense), works=s.works, how=s.how, remedy=s.remedy, unasked=s.unasked)
            for s in status.senses
        )
        yield from sense_findings(status.backend, senses)
    yield tray_finding(find_tray())
    yield autostart_finding(os.environ)
    yield disk_finding(paths.data)
    yield backup_finding(paths.backups, local_time(now_ms()).date())
    record = record_finding(paths.record)
    yield record
    is_sound = record.level is not Level.FAIL
    if is_sound:
        yield from _unless_refused("record", _in_the_record(paths, status))
    if desk is not None:
        yield from _unless_refused("rules", _rules(desk, status, record_is_sound=is_sound))


def _unless_refused(about: str, findings: Iterator[Finding]) -> Iterator[Finding]:
    """`findings` as far as they go."""
    try:
        yield from findings
    except EngineroomError as error:
        yield refused(about, error)


def _fresh_desktop(settings: Settings) -> Iterator[Finding]:
    """What an agent that started now would see."""
    try:
        watch_calls = bool(settings.call_apps)
        with closing(choose_desktop(count_input=settings.input_counts, watch_calls=watch_calls)) as desktop:
            senses = with_idle_estimated(desktop.capabilities(), settings.idle_threshold_s)
            yield from sense_findings(desktop.name, senses)
    except EngineroomError as error:
        yield refused("window", error)


def _in_the_record(paths: Paths, status: Status | None) -> Iterator[Finding]:
    engine = open_for_reading(paths.record, of_any_age=True)
    try:
        found = overview(engine)
    finally:
        engine.dispose()
    yield clock_finding(found, now_ms(), synchronised=is_kept_right())
    yield from loss_findings(found)
    if status is not None:
        yield saving_finding(status, found.until_ms)


def _rules(desk: Desk, status: Status | None, *, record_is_sound: bool) -> Iterator[Finding]:
    """Whether the files hold, what they say of today's programs, and whether the notice that follows is known."""
    rules = RulesInForce(desk.rule_places)
    yield rules_finding(rules.version, rules.warning)
    if not record_is_sound:
        return
    seen = _seen_today(desk, rules)
    yield from remote_findings({*seen, status.app} if status else seen, shipped_sets().apps["remote-desktops"])
    if status is None:
        yield from _unless_refused("notice", _notice(desk))


def _seen_today(desk: Desk, rules: RulesInForce) -> set[str]:
    service = service_for(desk.paths.record, rules, desk.config.settings.idle_threshold_s)
    try:
        today = service.today_is(now_ms())
        return {row.key for row in service.report(Period(today, today), "app", now_ms()).rows}
    finally:
        service.engine.dispose()


def _notice(desk: Desk) -> Iterator[Finding]:
    """An agent that runs has seen to this itself."""
    demand_notice(desk)
    yield fine("notice", "Acknowledged")
