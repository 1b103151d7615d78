"""Rules that are checked, explained, previewed and changed, through the commands and a real agent."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.clock import MS_PER_HOUR, now_ms, offset_min
from stage.actor_client import ActorClient
from stage.at_work import AgentAtWork
from stage.xserver import XServer
from storage.engine import open_for_writing
from storage.record import Batch, Record
from tests.end_to_end.showing import show
from tests.factories import a_span
from tests.storage.records import OFFICE, rules

DUNNING = """
[[rule]]
id = "dunning"
app = "ledger"
title_contains = "reminder"
category = "Work/Dunning"
"""
EVERYTHING = """
[[rule]]
id = "everything"
app = "*"
category = "Work/Everything"
"""


@pytest.fixture
def actor(screen: XServer) -> Iterator[ActorClient]:
    with ActorClient(screen.environment()) as client:
        yield client


def file_of(folder: Path, text: str) -> str:
    file = folder / "new-rules.toml"
    file.write_text(text, encoding="utf-8")
    return str(file)


def remember(work: AgentAtWork) -> None:
    """A quarter of an hour of yesterday's reminders, as an agent of then would have left them."""
    engine = open_for_writing(work.paths.record)
    at_ms = now_ms() - 24 * MS_PER_HOUR
    span = a_span(at_ms, seconds=900, app="ledger", title="A reminder of yesterday", off_min=offset_min(at_ms))
    Record(engine, rules(OFFICE)).write(Batch(new=(span,)))
    engine.dispose()


def shares(work: AgentAtWork, period: str) -> dict[str, float]:
    return {row["key"]: row["seconds"] for row in work.json("report", period, "--by", "category")["rows"]}


def test_a_file_is_checked_before_it_holds(work: AgentAtWork, tmp_path: Path) -> None:
    """Every fault at once, with its line and the nearest word; a file with one is not applied."""
    bad = file_of(tmp_path, DUNNING.replace("title_contains", "title_contians").replace("Work/", "Wrok/"))
    checked = work.command("rules", "check", bad)
    told = json.loads(work.command("rules", "check", bad, "--json").stdout)
    applied = work.command("rules", "apply", bad, "--yes")
    right = work.command("rules", "check", file_of(tmp_path, DUNNING))

    assert checked.returncode == 1
    assert "line 5, rule[0].title_contians" in checked.stdout
    assert "did you mean 'title_contains'?" in checked.stdout
    assert "line 6, rule[0].category" in checked.stdout
    assert "did you mean 'Work'?" in checked.stdout
    assert len(told["faults"]) == 2
    assert (applied.returncode, work.paths.rules.exists()) == (1, False)
    assert (right.returncode, right.stderr) == (0, "1 rule, nothing wrong.\n")


def test_a_pattern_that_runs_away_is_refused(work: AgentAtWork, tmp_path: Path) -> None:
    """And an agent goes on recording with a person's file that has one."""
    runaway = DUNNING.replace('title_contains = "reminder"', "title_regex = '(a+)+$'")
    refused = work.command("rules", "check", file_of(tmp_path, runaway))
    work.accept_notice()
    work.paths.rules.parent.mkdir(parents=True, exist_ok=True)
    work.paths.rules.write_text(runaway, encoding="utf-8")
    agent = work.record()
    warnings = work.status().warnings
    work.stop(agent)

    assert refused.returncode == 1
    assert "line 5, rule[0].title_regex" in refused.stdout
    assert any("title_regex" in warning and "until then the shipped rules hold" in warning for warning in warnings)


def test_a_window_and_a_moment_are_explained(work: AgentAtWork, actor: ActorClient, tmp_path: Path) -> None:
    """By the rule that decides, and by what each earlier one missed."""
    work.command("rules", "apply", file_of(tmp_path, DUNNING + EVERYTHING), "--yes")
    window = work.json("rules", "explain", "--app", "LEDGER.EXE", "--title", "An invoice")
    work.accept_notice()
    agent = work.record()
    show(actor, work, "Last reminder")
    work.save()
    [at] = [span["start"] for span in work.json("timeline")["spans"] if span["title"] == "Last reminder"][:1]
    work.stop(agent)
    moment = work.command("rules", "explain", at[:19])
    nothing = work.command("rules", "explain", "2020-01-01T09:14")

    assert (window["rule"], window["category"], window["layer"]) == ("everything", "Work/Everything", "personal")
    assert [missed["rule"] for missed in window["missed"]] == ["dunning"]
    assert "reminder" in window["missed"][0]["why"]
    assert "by the rule dunning (yours)" in moment.stdout
    assert (nothing.returncode, "Nothing was recorded on 2020-01-01" in nothing.stderr) == (1, True)


def test_what_a_file_would_change_is_shown_and_then_so(work: AgentAtWork, tmp_path: Path) -> None:
    """With a warning where a rule takes too much; refused at the question, it changes nothing."""
    work.accept_notice()
    remember(work)
    file = file_of(tmp_path, DUNNING)
    before = shares(work, "yesterday")
    preview = work.json("rules", "preview", file)
    wide = work.command("rules", "preview", file_of(tmp_path, EVERYTHING))
    file = file_of(tmp_path, DUNNING)
    refused = work.command("rules", "apply", file, said="n\n")
    applied = work.command("rules", "apply", file, said="y\n")

    assert before == {"Unclassified": 900.0}
    assert [(c["old"], c["new"], c["seconds"], c["rules"]) for c in preview["changes"]] == [
        ("Unclassified", "Work/Dunning", 900.0, ["dunning"])
    ]
    assert preview["changes"][0]["windows"] == [{"app": "ledger", "title": "A reminder of yesterday", "seconds": 900.0}]
    assert "Take care: The rule 'everything' takes 100% of all time at the desk." in wide.stdout
    assert "Nothing was changed." in refused.stderr
    assert "Unclassified -> Work/Dunning  0:15:00 in 1 title, by dunning" in applied.stdout
    assert "hold for all that is recorded" in applied.stderr
    assert shares(work, "yesterday") == {"Work/Dunning": 900.0}
    assert work.paths.rules.stat().st_mode & 0o777 == 0o600


def test_an_agent_follows_at_once_and_old_time_stays_where_it_is_asked_to(
    work: AgentAtWork, actor: ActorClient, tmp_path: Path
) -> None:
    """New rules for new time only; then others for history too, which the agent builds its totals by."""
    work.accept_notice()
    remember(work)
    agent = work.record()
    work.await_status(lambda _status: work.rows("SELECT count(*) FROM roll_day_app") != [(0,)])
    new_only = work.json("rules", "apply", file_of(tmp_path, DUNNING), "--new-only", "--yes")
    show(actor, work, "Last reminder")
    work.save()
    after_new_only = shares(work, "yesterday"), shares(work, "today").keys()
    status = work.status()
    ever = work.json("rules", "apply", file_of(tmp_path, DUNNING.replace("Dunning", "Letters")), "--yes")
    work.await_status(lambda _status: work.rows(STORED) == [("Work/Letters",)])
    after_ever = shares(work, "yesterday"), shares(work, "today").keys()
    work.stop(agent)

    assert (new_only["since"], new_only["agent"], ever["since"]) == ("now", True, "ever")
    assert status.ruleset == new_only["ruleset"] != ever["ruleset"]
    assert after_new_only[0] == {"Unclassified": 900.0}
    assert "Work/Dunning" in after_new_only[1]
    assert after_ever[0] == {"Work/Letters": 900.0}
    assert "Work/Letters" in after_ever[1]


STORED = "SELECT DISTINCT path FROM roll_day_app JOIN category USING (cat_id) WHERE path <> 'Unclassified'"


def test_categories_of_activitywatch_become_rules(work: AgentAtWork, tmp_path: Path) -> None:
    """Written to a file that checks as right and is never written over."""
    export = tmp_path / "aw.json"
    rule = {"type": "regex", "regex": "Invoice|Reminder", "ignore_case": True}
    export.write_text(json.dumps({"categories": [{"name": ["Work", "Billing"], "rule": rule}]}), encoding="utf-8")
    output = tmp_path / "taken.toml"
    taken = work.command("rules", "import", str(export), "--output", str(output))
    again = work.command("rules", "import", str(export), "--output", str(output))

    assert "1 category taken over." in taken.stderr
    assert work.command("rules", "check", str(output)).returncode == 0
    assert (again.returncode, "is there already" in again.stderr) == (1, True)
    work.command("rules", "apply", str(output), "--yes")
    explained = work.json("rules", "explain", "--app", "firefox", "--title", "Reminder 7")
    assert explained["category"] == "Work/Billing"
