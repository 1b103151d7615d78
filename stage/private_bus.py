"""A D-Bus daemon of a screen's own; never the bus of whoever runs it."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from stage.children import Children

_FOR_ALL = """<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <policy context="default">
    <allow user="*"/>
    <allow own="*"/>
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
  </policy>
</busconfig>
"""
"""Other users may connect, as root does to the screen of a plain user; no service is started by being asked for."""


def start_session_bus(children: Children, environment: Mapping[str, str]) -> str:
    """The address of a session bus like any other, which starts services that are asked for."""
    return _address(children, environment, ("dbus-daemon", "--session"))


def start_bus_for_all(
    children: Children, environment: Mapping[str, str], folder: Path, *, as_user: Sequence[str] = ()
) -> str:
    """The address of a bus in `folder`, which belongs to whom `as_user` makes its owner."""
    settings = folder / "bus.conf"
    settings.write_text(_FOR_ALL.format(folder=folder), encoding="utf-8")
    return _address(children, environment, (*as_user, "dbus-daemon", f"--config-file={settings}"))


def _address(children: Children, environment: Mapping[str, str], command: Sequence[str]) -> str:
    _daemon, address = children.start_announced(
        (*command, "--nofork", "--nopidfile", "--print-address={pipe}"), environment
    )
    return address
