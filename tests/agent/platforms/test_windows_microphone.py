"""Which programs hold the microphone, out of what Windows notes of its use."""

import pytest

from agent.platforms.windows_microphone import Use, holders

BOOTED_MS = 1_700_000_000_000
NOW = (BOOTED_MS + 3_600_000 + 11_644_473_600_000) * 10_000
"""An hour later, in 100 ns since 1601."""
HOUR = 36_000_000_000


@pytest.mark.parametrize(
    ("use", "names"),
    [
        (Use("C:#Program Files#Zoom#bin#Zoom.exe", packaged=False, started=NOW, stopped=0), {"zoom"}),
        (Use("MSTeams_8wekyb3d8bbwe", packaged=True, started=NOW, stopped=0), {"msteams"}),
        (
            Use("Microsoft.SkypeApp_kzf8qxf38zg5c", packaged=True, started=NOW, stopped=0),
            {"microsoft.skypeapp", "skypeapp"},
        ),
        (Use("C:#Zoom.exe", packaged=False, started=NOW, stopped=NOW + 1), set()),
        (Use("C:#Zoom.exe", packaged=False, started=NOW - 2 * HOUR, stopped=0), set()),
        (Use("C:#Zoom.exe", packaged=False, started=NOW - HOUR, stopped=0), {"zoom"}),
        (Use("C:#Zoom.exe", packaged=False, started=0, stopped=0), set()),
        (Use("", packaged=False, started=NOW, stopped=0), set()),
    ],
    ids=[
        "program",
        "package",
        "package with a maker",
        "given back",
        "before the boot",
        "at the boot",
        "never",
        "no name",
    ],
)
def test_who_holds_it_is_who_took_it_since_the_start_and_did_not_give_it_back(use: Use, names: set[str]) -> None:
    """What was in use when the power went off is noted as in use for ever, and is not."""
    assert names == holders([use], BOOTED_MS)


def test_several_hold_it_at_once() -> None:
    """Each with all of its names."""
    uses = [Use(f"C:#{name}.exe", packaged=False, started=NOW, stopped=0) for name in ("Zoom", "Teams")]

    assert {"zoom", "teams"} == holders(uses, BOOTED_MS)
