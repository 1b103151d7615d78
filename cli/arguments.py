"""The command line in one place; never runs a command."""

import argparse
import re
from collections.abc import Callable, Sequence

from core.period import PERIOD_WORDS
from core.version import VERSION

Run = Callable[[argparse.Namespace], int | None]
Command = Callable[..., argparse.ArgumentParser]
_GROUPINGS = ("kind", "category", "app", "hour", "day")
_ANSWERS = ("meeting", "phone", "paper", "break", "ignore", "same")
_READ_FORMATS = ("activitywatch", "csv", "jsonl")
_WRITTEN_FORMATS = (*_READ_FORMATS, "ics")


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The parsed command line, whose `run` is the command to call; ends the program on wrong usage."""
    return _parser().parse_args(arguments)


def seconds(text: str) -> float:
    """`90s`, `5m` or `2h` in seconds."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?)([smh])", text)
    if not found:
        raise argparse.ArgumentTypeError(f"{text!r} is not a length of time such as 90s, 5m or 2h")
    return float(found[1]) * {"s": 1, "m": 60, "h": 3600}[found[2]]


def _later(module: str, function: str) -> Run:
    """A command that is imported when it runs, so that `status` does not wait for the database library."""

    def run(parsed: argparse.Namespace) -> int | None:
        import importlib

        command: Run = getattr(importlib.import_module(module), function)
        return command(parsed)

    return run


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="engineroom",
        description="Desktop activity for back offices: local first, honest to the people it observes.",
    )
    parser.add_argument("--version", action="version", version=f"engineroom {VERSION}")
    command = _commands(parser, "command")
    agent = command("agent", "Record this desktop until stopped.", "agent_process", "run_agent")
    agent.add_argument("--for", dest="seconds", type=seconds, metavar="TIME", help="stop by itself, such as 90s")
    command("stop", "End the agent; what it recorded is on disk then.", "stopping", "run_stop")
    command("tray", "Show the icon in the tray, and the windows behind it.", "tray", "run_tray")
    status = command("status", "Say what the agent is doing, and what is wrong.", "control", "show_status")
    status.add_argument("--acknowledge", action="store_true", help="say no more of what was lost so far")
    command("doctor", "Say whether recording works, and what to do where it does not.", "doctor", "run_doctor")
    _add_desktop(
        _commands(command("desktop", "Have this desktop tell Engineroom what it tells nobody unasked."), "action")
    )
    autostart = command("autostart", "Say what starts at login, or change it.", "autostart", "run_autostart")
    autostart.add_argument("switch", nargs="?", choices=("on", "off"), help="say only what holds if not given")
    pause = command("pause", "Stop recording for a while.", "control", "pause")
    pause.add_argument("choice", metavar="15m|1h|tomorrow", choices=("15m", "1h", "tomorrow"))
    command("private", "Note that time passes, and nothing else.", "control", "private")
    command("resume", "End a pause or private time.", "control", "resume")
    notice = command("notice", "Show or acknowledge what is recorded.", "notice", "run_notice")
    notice.add_argument("action", choices=("show", "accept", "sample"))
    notice.add_argument("--hash", metavar="SHA256", help="of the notice that is meant; refused where another one holds")
    _add_reports(command)
    _add_corrections(command)
    _add_sharing(command)
    _add_interchange(command)
    _add_keeping(command)
    _add_own_data(_commands(command("data", "See and take along everything that is kept about you."), "action"))
    rules = command("rules", "Check, explain, try out and change the rules.")
    _add_rules(_commands(rules, "action"))
    return parser


def _commands(parser: argparse.ArgumentParser, metavar: str) -> Command:
    added = parser.add_subparsers(required=True, metavar=metavar)

    def command(name: str, text: str, module: str = "", function: str = "") -> argparse.ArgumentParser:
        one = added.add_parser(name, help=text, description=text)
        if module:
            one.add_argument("--json", action="store_true", help="print the result as JSON")
            one.set_defaults(run=_later(f"cli.{module}", function))
        return one

    return command


def _add_desktop(action: Command) -> None:
    install = action(
        "install", "On GNOME with Wayland: install the extension that tells of windows.", "installing", "run_install"
    )
    install.add_argument("--remove", action="store_true", help="take it out again")


def _add_rules(action: Command) -> None:
    check = action("check", "Say everything that is wrong with a rule file.", "rule_checking", "check_rules")
    check.add_argument("file", nargs="?", metavar="FILE", help="your own rules if not given")
    explain = action("explain", "Say which rule decides, and what others missed by.", "rule_checking", "explain_rules")
    explain.add_argument("moment", nargs="?", metavar="SPAN", help="when it was, such as 09:14 or 2026-03-12T09:14:30")
    explain.add_argument("--app", metavar="A", help="a program")
    explain.add_argument("--title", metavar="T", help="the title of its window")
    preview = action("preview", "Say what a changed rule file would change.", "rule_changing", "preview_rules")
    preview.add_argument("file", metavar="FILE")
    _add_period(preview)
    apply = action("apply", "Show what a rule file changes, then let it hold.", "rule_changing", "apply_rules")
    apply.add_argument("file", metavar="FILE")
    _add_period(apply)
    apply.add_argument("--new-only", action="store_true", help="what was recorded before stays as it was")
    apply.add_argument("--yes", action="store_true", help="change the rules without asking")
    suggest = action(
        "suggest",
        "Say where unclassified time went, and which rules would explain it.",
        "suggesting",
        "print_suggestions",
    )
    _add_period(suggest, "four weeks")
    taken = action("import", "Make a rule file of ActivityWatch's categories.", "rule_checking", "import_rules")
    taken.add_argument("file", metavar="FILE", help="its settings, exported as JSON")
    taken.add_argument("--output", metavar="FILE", help="the file to write; stdout if not given")


def _add_reports(command: Command) -> None:
    report = command("report", "Print the totals of a period.", "reporting", "print_report")
    _add_period(report)
    report.add_argument("--by", choices=_GROUPINGS, default="kind")
    timeline = command("timeline", "Print one day span by span, with its gaps.", "reporting", "print_timeline")
    timeline.add_argument("--date", metavar="DAY", default="today")


def _add_period(command: argparse.ArgumentParser, otherwise: str = "today") -> None:
    text = f"a period by name; {otherwise} if nothing is given"
    command.add_argument("period", nargs="?", choices=PERIOD_WORDS, help=text)
    command.add_argument("--from", dest="first", metavar="DAY", help="first day, such as 2026-03-12")
    command.add_argument("--to", dest="last", metavar="DAY", help="last day, inclusive")


def _add_corrections(command: Command) -> None:
    correct = command(
        "correct", "Say what a stretch of time really was; it can be undone.", "correcting", "run_correct"
    )
    correct.add_argument("category", nargs="?", metavar="CATEGORY", help="such as Work/Claims")
    correct.add_argument("--from", dest="start", metavar="TIME", help="such as 2026-03-12T09:14, or 09:14 for today")
    correct.add_argument("--to", dest="end", metavar="TIME", help="likewise")
    correct.add_argument("--why", default="", metavar="TEXT", help="in your words")
    correct.add_argument("--undo", type=int, metavar="ID", help="let a correction hold no more")
    explain = command("explain", "Say what time was in which nobody was seen at the desk.", "explaining", "run_explain")
    explain.add_argument("answer", nargs="?", choices=_ANSWERS, help="what you did; a list of the day if not given")
    explain.add_argument("--from", dest="start", metavar="TIME", help="such as 12:04 for today")
    explain.add_argument("--to", dest="end", metavar="TIME", help="likewise")
    explain.add_argument("--as", dest="category", metavar="CATEGORY", help="what it counts as, such as Work/Training")
    explain.add_argument("--note", default="", metavar="TEXT", help="in your words")
    explain.add_argument("--date", metavar="DAY", default="today", help="of which day the list is")
    explain.add_argument("--undo", type=int, nargs="+", metavar="ID", help="take explanations back")
    listed = command("corrections", "List what was corrected, and undone.", "correcting", "print_corrections")
    _add_period(listed, "four weeks")


def _add_sharing(command: Command) -> None:
    share = command("share", "Show the day totals that may leave this computer, then write them.", "sharing", "share")
    share.add_argument("--to", dest="folder", metavar="FOLDER", help="the folder your supervisor reads")
    share.add_argument("--from", dest="first", metavar="DAY", help="first day; 28 days back if not given")
    share.add_argument("--yes", action="store_true", help="write without asking")
    supervisor = command("supervisor", "Print what people have shared.", "sharing", "print_team")
    supervisor.add_argument("--from", dest="folder", metavar="FOLDER", required=True)


def _add_interchange(command: Command) -> None:
    taken_in = command("import", "Take in what another program recorded.", "interchange", "run_import")
    taken_in.add_argument("file", metavar="FILE")
    taken_in.add_argument("--format", required=True, choices=_READ_FORMATS)
    export = command("export", "Write every piece of a period for other programs.", "interchange", "run_export")
    _add_period(export)
    export.add_argument("--format", required=True, choices=_WRITTEN_FORMATS)
    export.add_argument(
        "--output", metavar="FILE", help="the file to write, readable by you alone; stdout if not given"
    )
    export.add_argument("--progress", action="store_true", help="say how far it is, line by line, on stderr")


def _add_own_data(action: Command) -> None:
    action("show", "Say how much is kept of what, and what left this computer.", "own_data", "print_own_data")
    everything = action("export", "Write all of it into a new folder.", "exporting", "export_own_data")
    everything.add_argument("--to", dest="folder", metavar="FOLDER", required=True, help="where the new folder goes")
    everything.add_argument("--progress", action="store_true", help="say how far it is, line by line, on stderr")


def _add_keeping(command: Command) -> None:
    backup = command("backup", "Copy the record as it is now.", "keeping", "run_backup")
    backup.add_argument("--to", metavar="FILE", help="the file to write; today's backup if not given")
    restore = command("restore", "Go back to a backup; the record until now is kept.", "keeping", "run_restore")
    restore.add_argument("file", nargs="?", metavar="FILE", help="the backup")
    restore.add_argument("--latest", action="store_true", help="the newest good daily backup")
    erase = command("erase", "Erase what was recorded, in every copy that Engineroom made.", "keeping", "run_erase")
    history = command("scrub", "Take out of the record what the rules forbid by now.", "scrubbing", "run_scrub")
    history.add_argument("--yes", action="store_true", help="rewrite the titles without asking")
    which = erase.add_mutually_exclusive_group(required=True)
    which.add_argument("--before", metavar="DAY", help="what lies before this day")
    which.add_argument("--from", dest="first", metavar="DAY", help="what lies from this day on, up to the end of --to")
    erase.add_argument("--to", dest="last", metavar="DAY", help="the last day of it")
    which.add_argument("--all", action="store_true", help="everything")
    erase.add_argument("--yes", action="store_true", help="erase without asking")
