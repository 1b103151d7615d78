"""The commands `report` and `timeline`; never works out a number."""

import argparse
from datetime import date, timedelta

from cli.desk import this_desk
from cli.output import clock_time, hours, iso, print_json, print_table
from core.clock import now_ms, offset_min
from core.errors import UserError
from core.period import Period, named_period, parse_day
from core.span import InputCount
from reports.service import ReportService
from reports.shapes import Bounds, Coverage, Report, Timeline


def print_report(parsed: argparse.Namespace) -> None:
    service, today = service_and_today()
    report = service.report(asked_period(parsed, today), parsed.by, until_ms=now_ms())
    if parsed.json:
        print_json(report_as_json(report))
        return
    rows = [(row.key or "(no window)", hours(row.observed_ms), hours(row.attended_ms)) for row in report.rows]
    total = ("Recorded", hours(report.recorded_ms), hours(sum(row.attended_ms for row in report.rows)))
    print_table((parsed.by.capitalize(), "Time", "At the desk"), [*rows, total], numbers=(1, 2))
    print(
        f"{report.period.first} to {report.period.last}, {report.timezone}; not recorded in between "
        f"{hours(report.gap_ms)}; idle after {report.idle_threshold_s} s; rules {report.ruleset}"
    )
    if report.coverage.attended_ms:
        print(coverage_in_words(report.coverage))


def print_timeline(parsed: argparse.Namespace) -> None:
    service, today = service_and_today()
    day = parse_day(parsed.date, today)
    timeline = service.timeline(day, until_ms=now_ms())
    if parsed.json:
        print_json(timeline_as_json(timeline))
        return
    rows = [
        (
            piece.span.start_ms,
            (
                clock_time(piece.span.start_ms, piece.span.off_min),
                clock_time(piece.span.end_ms, piece.span.off_min),
                piece.span.state.value,
                piece.verdict.category.path,
                piece.span.context.app,
                piece.span.context.title,
                _input_in_words(piece.span.input),
            ),
        )
        for piece in timeline.pieces
    ]
    for gap in timeline.gaps:
        off_min = offset_min(gap.start_ms)
        times = clock_time(gap.start_ms, off_min), clock_time(gap.end_ms, off_min)
        rows.append((gap.start_ms, (*times, "gap", gap.why.value, "", "", "")))
    shown = [row for _start, row in sorted(rows)]
    head = ("From", "To", "State", "Category", "App", "Title", "Input")
    columns = len(head) if any(row[-1] for row in shown) else len(head) - 1
    print_table(head[:columns], [row[:columns] for row in shown])


def _input_in_words(counted: InputCount) -> str:
    if not counted.total:
        return ""
    return f"{counted.total}, {counted.injected} by software" if counted.injected else str(counted.total)


def coverage_in_words(of: Coverage) -> str:
    """The shares of the time at the desk, and how much of it leaves them open."""
    shares = f"Work {_per_cent(of.work)}, knowledge {_per_cent(of.knowledge)} of the time at the desk"
    if not of.unclassified_ms:
        return f"{shares}: all of it is classified"
    share = round(of.unclassified_ms / of.attended_ms * 100)
    return f"{shares}: {f'{share} %' if share else 'less than 1 %'} is unclassified"


def _per_cent(of: Bounds | None) -> str:
    if of is None:
        return "unknown"
    low, high = round(of.low * 100), round(of.high * 100)
    return f"{low} %" if low == high else f"{low} to {high} %"


def _shares(of: Bounds | None) -> list[float] | None:
    return None if of is None else [round(of.low, 4), round(of.high, 4)]


def report_as_json(report: Report) -> dict[str, object]:
    """The documented shape of `engineroom report --json`."""
    return {
        "from": report.period.first.isoformat(),
        "to": report.period.last.isoformat(),
        "timezone": report.timezone,
        "recorded_s": report.recorded_ms / 1000,
        "gap_s": report.gap_ms / 1000,
        "idle_threshold_s": report.idle_threshold_s,
        "ruleset": report.ruleset,
        "attended_s": report.coverage.attended_ms / 1000,
        "unclassified_s": report.coverage.unclassified_ms / 1000,
        "work_share": _shares(report.coverage.work),
        "knowledge_share": _shares(report.coverage.knowledge),
        "rows": [
            {"key": row.key, "seconds": row.observed_ms / 1000, "active_s": row.attended_ms / 1000}
            for row in report.rows
        ],
    }


def timeline_as_json(timeline: Timeline) -> dict[str, object]:
    """The documented shape of `engineroom timeline --json`."""
    return {
        "spans": [
            {
                "start": iso(piece.span.start_ms, piece.span.off_min),
                "end": iso(piece.span.end_ms, piece.span.off_min),
                "app": piece.span.context.app,
                "title": piece.span.context.title,
                "state": piece.span.state.value,
                "category": piece.verdict.category.path,
                "rule": piece.verdict.rule_id,
                "input": piece.span.input.total,
                "injected": piece.span.input.injected,
            }
            for piece in timeline.pieces
        ],
        "gaps": [
            {
                "start": iso(gap.start_ms, offset_min(gap.start_ms)),
                "end": iso(gap.end_ms, offset_min(gap.end_ms)),
                "why": gap.why.value,
            }
            for gap in timeline.gaps
        ],
    }


def service_and_today() -> tuple[ReportService, date]:
    """Answers from this desk's record, and the local day it is."""
    desk = this_desk()
    service = desk.service(desk.rules())
    return service, service.today_is(now_ms())


def asked_period(parsed: argparse.Namespace, today: date) -> Period:
    """The period that the command line names by a word or by its days."""
    if parsed.period and (parsed.first or parsed.last):
        raise UserError("A period has a name or two days, not both", "leave out one of them")
    if parsed.first or parsed.last:
        last = parse_day(parsed.last, today) if parsed.last else max(today, parse_day(parsed.first, today))
        first = parse_day(parsed.first, today) if parsed.first else last - timedelta(days=27)
        return Period(first, last)
    return named_period(parsed.period or "today", today)
