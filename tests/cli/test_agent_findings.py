"""What is made of what agent and desktop say of themselves."""

from typing import Any

import pytest
from msgspec.structs import replace

from agent.control import Status
from classifiers.loading import shipped_sets
from cli.agent_findings import agent_findings, remote_findings, rules_finding, saving_finding, sense_findings
from cli.finding import Finding, Level
from core.capability import INPUT_UNASKED, Capability, Sense
from core.version import VERSION
from tests.factories import NINE

WELL = Status(
    pid=1,
    version=VERSION,
    session="display :0",
    backend="x11",
    mode="recording",
    state="active",
    app="calc",
    title="",
    last_sample_ms=NINE - 2000,
    mode_until_ms=None,
    ruleset="abc",
    warnings=[],
    losses=[],
    senses=[],
    pause_choices=[],
    private_allowed=True,
)


def levels(status: Status) -> dict[str, Level]:
    return {finding.about: finding.level for finding in agent_findings(status, NINE)}


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, {"agent": "ok", "sample": "ok"}),
        ({"mode": "paused", "last_sample_ms": None}, {"agent": "ok", "sample": "ok"}),
        ({"mode": "off-hours", "last_sample_ms": NINE - 60_000}, {"agent": "ok", "sample": "ok"}),
        ({"mode": "blocked"}, {"agent": "fail", "sample": "ok"}),
        ({"last_sample_ms": NINE - 16_000}, {"agent": "ok", "sample": "fail"}),
        ({"last_sample_ms": None}, {"agent": "ok", "sample": "warn"}),
        ({"last_sample_ms": NINE + 3_600_000}, {"agent": "ok", "sample": "ok"}),
        ({"version": "0.0.1"}, {"agent": "ok", "sample": "ok", "version": "warn"}),
    ],
)
def test_an_agent_that_does_not_do_its_work_is_told(changed: dict[str, Any], expected: dict[str, str]) -> None:
    """A pause is the person's own; a desktop that is not seen, or a beat that stopped, is a failure."""
    assert levels(replace(WELL, **changed)) == expected


def test_what_the_agent_warns_of_is_told_with_its_remedy() -> None:
    """As it stands in `engineroom status`."""
    told = list(agent_findings(replace(WELL, warnings=["Saving failed — make room", "Plain words"]), NINE))

    assert told[2:] == [
        Finding("agent", Level.WARN, "Saving failed", "make room"),
        Finding("agent", Level.WARN, "Plain words", ""),
    ]


@pytest.mark.parametrize(
    ("mode", "recorded_until_ms", "level"),
    [
        ("recording", NINE - 17_000, Level.OK),
        ("recording", NINE - 63_000, Level.FAIL),
        ("paused", NINE - 63_000, Level.OK),
        ("recording", 0, Level.FAIL),
    ],
)
def test_recording_that_does_not_reach_the_disk_is_a_failure(mode: Any, recorded_until_ms: int, level: Level) -> None:
    """The agent saves every 15 seconds: a minute behind, the disk or a lock refuses."""
    assert saving_finding(replace(WELL, mode=mode), recorded_until_ms).level is level


def test_without_the_window_in_front_recording_does_not_work() -> None:
    """Any other sense may be missing."""
    senses = [Capability(sense=sense, works=False, how=f"no {sense}", remedy=f"buy {sense}") for sense in Sense]

    found = {finding.about: finding for finding in sense_findings("none", senses)}

    assert found["back-end"] == Finding("back-end", Level.OK, "none")
    assert found["window"] == Finding("window", Level.FAIL, "no window", "buy window")
    assert {found[sense].level for sense in Sense if sense is not Sense.WINDOW} == {Level.WARN}


def test_what_nobody_asked_for_is_not_missing() -> None:
    """Input that the settings leave uncounted is no reason to worry; input that cannot be counted is one."""
    counting = Capability(sense=Sense.INPUT, works=False, how="Wayland does not tell")
    levels = [list(sense_findings("sway", [sense]))[1].level for sense in (INPUT_UNASKED, counting)]

    assert levels == [Level.OK, Level.WARN]


def test_a_window_of_another_computer_is_told() -> None:
    """Citrix and its like, by the programs that the shipped rules know."""
    remote = shipped_sets().apps["remote-desktops"]

    found = list(remote_findings({"wfica", "calc", "mstsc"}, remote))

    assert [finding.what.split()[0] for finding in found] == ["mstsc", "wfica"]
    assert {finding.level for finding in found} == {Level.WARN}
    assert "inside this window nothing is seen" in found[0].what
    assert "in the session" in found[0].remedy
    assert list(remote_findings({"calc"}, remote)) == []


def test_rules_from_before_are_no_failure() -> None:
    """They hold until the file is right again."""
    assert rules_finding("abc", None).level is Level.OK
    assert rules_finding("abc", "line 3 is wrong — correct it") == Finding(
        "rules", Level.WARN, "line 3 is wrong", "correct it"
    )
