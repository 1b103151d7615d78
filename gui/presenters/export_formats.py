"""The formats of an export in the person's words; never writes one."""

from dataclasses import dataclass

from core.period import Period
from core.wording import translate


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """One way to write what was recorded."""

    key: str
    """As the command line names it."""
    name: str
    suffix: str


def export_formats() -> tuple[ExportFormat, ...]:
    """The most used first."""
    return (
        ExportFormat("csv", translate("Export", "Table for a spreadsheet (CSV)"), "csv"),
        ExportFormat("ics", translate("Export", "Calendar (iCalendar)"), "ics"),
        ExportFormat("jsonl", translate("Export", "Lines for programs (JSON)"), "jsonl"),
        ExportFormat("activitywatch", translate("Export", "ActivityWatch"), "json"),
    )


def file_name(kind: ExportFormat, period: Period) -> str:
    """Says which days are inside."""
    days = [period.first] if period.first == period.last else [period.first, period.last]
    return f"engineroom-{'-to-'.join(day.isoformat() for day in days)}.{kind.suffix}"
