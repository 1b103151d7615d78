"""What this desktop session offers besides windows: a tray, and a start at login; never sets either up."""

from collections.abc import Mapping

from agent.platforms.autostart import choose_autostart
from cli.finding import Finding, doubtful, fine


def tray_finding(tray: str | None) -> Finding:
    if tray is None:
        return doubtful("tray", "This desktop has no tray", "`engineroom tray` shows its window in place of the icon")
    return fine("tray", f"There is {tray}")


def autostart_finding(environment: Mapping[str, str]) -> Finding:
    """Whether something starts Engineroom when this person logs in."""
    found = choose_autostart(environment).found()
    return fine("autostart", found.how) if found.works else doubtful("autostart", found.how, found.remedy)
