"""The command `desktop install`: has GNOME Shell tell of its windows, or no longer; never touches another desktop."""

import argparse
import sys

from cli.output import print_json
from core.errors import UserError


def run_install(parsed: argparse.Namespace) -> None:
    """Install or remove the extension, and say what is left to do."""
    if sys.platform != "linux":
        raise UserError("This is not GNOME", "nothing need be installed here; see `engineroom doctor`")
    if parsed.remove:
        _remove(as_json=parsed.json)
    else:
        _install(as_json=parsed.json)


def _install(*, as_json: bool) -> None:
    from agent.platforms.gnome_installing import install  # speaks D-Bus, which other systems lack

    done = install()
    if as_json:
        print_json({"shell": done.shell, "folder": str(done.folder), "works": not done.lacks, "next": done.next})
        return
    print(f"Installed the extension for GNOME Shell {done.shell} in {done.folder}")
    if done.lacks:
        print(f"{done.lacks} — {done.next}", file=sys.stderr)
    else:
        print("It is at work.", file=sys.stderr)


def _remove(*, as_json: bool) -> None:
    from agent.platforms.gnome_installing import remove

    folder = remove()
    if as_json:
        print_json({"folder": None if folder is None else str(folder)})
    elif folder is None:
        print("There is no extension to remove.", file=sys.stderr)
    else:
        print(f"Removed the extension from {folder}")
