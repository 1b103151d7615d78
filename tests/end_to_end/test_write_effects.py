"""What a rule forbids reaches no file, from its day on and after a scrub also from before, through the real agent."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from agent.control import Request, Status, ask
from core.case_key import own_case_key
from core.case_token import case_token
from reports.shapes import Today
from stage.actor_client import ActorClient
from stage.at_work import AgentAtWork
from stage.xserver import XServer
from tests.end_to_end.showing import show

RULES = """
[[rule]]
id = "cases"
title_contains = "claim"
case = 'C-(?P<case>\\d+)'

[[rule]]
id = "clients"
title_word = "Dear"
redact = '(?<=Dear )\\w+'
mark = "client"

[[rule]]
id = "banking"
app_contains = "zwi"
private = true
"""
IDENTIFIER, CLIENT, PROGRAM = "470815", "Ottokar", "Zwickyprogram"
CLAIM, LETTER, ACCOUNTS = f"Claim C-{IDENTIFIER}", f"Dear {CLIENT} - letter", "Accounts of March"
LEFT = {("ledger", "Claim C-‹case›"), ("ledger", "Dear ‹client› - letter"), ("", "")}


@pytest.fixture
def actor(screen: XServer) -> Iterator[ActorClient]:
    with ActorClient(screen.environment()) as client:
        yield client


def write_rules(work: AgentAtWork) -> None:
    work.paths.rules.parent.mkdir(parents=True, exist_ok=True)
    work.paths.rules.write_text(RULES, encoding="utf-8")


def traces(folder: Path) -> list[tuple[str, str]]:
    """(File, what it tells) wherever one of the words is found in a file below `folder`."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    words = (IDENTIFIER, CLIENT, PROGRAM, ACCOUNTS)
    return [(path.name, word) for path in files for word in words if word.lower().encode() in path.read_bytes().lower()]


def shown(work: AgentAtWork) -> set[tuple[str, str]]:
    return {(span["app"], span["title"]) for span in work.json("timeline")["spans"] if span["app"] != "actor"}


def export(work: AgentAtWork, form: str) -> str:
    file = work.home / f"export.{form}"
    done = work.command("export", "today", "--format", form, "--output", str(file))
    assert done.returncode == 0, done.stderr
    return file.read_text(encoding="utf-8")


def await_shown(work: AgentAtWork, left: str) -> None:
    """Until this is what is left of the window in front; nothing, where it is private."""
    state = "active" if left else "private"
    work.await_status(lambda status: (status.title, status.state) == (left, state))


def test_what_a_rule_forbids_reaches_no_file(work: AgentAtWork, actor: ActorClient) -> None:
    """Record, log, backup, exports; the case is a token that only the key explains."""
    write_rules(work)
    work.accept_notice()
    agent = work.record()
    for app, title, left in (
        ("Ledger", CLAIM, "Claim C-‹case›"),
        ("Ledger", LETTER, "Dear ‹client› - letter"),
        (PROGRAM, ACCOUNTS, ""),
        ("Ledger", "Balance", "Balance"),
    ):
        actor.open(title, app=app, title=title)
        actor.activate(title)
        await_shown(work, left)
        work.save()
    during = traces(work.home)
    assert work.command("backup").returncode == 0
    work.stop(agent)
    lines = [json.loads(line) for line in export(work, "jsonl").splitlines()]
    texts = [export(work, form) for form in ("csv", "activitywatch", "ics")]
    token = case_token(own_case_key(work.paths.case_key), IDENTIFIER)

    assert (during, traces(work.home)) == ([], [])
    assert shown(work) >= LEFT
    assert {line["case"] for line in lines if line.get("title") == "Claim C-‹case›"} == {token}
    assert "private" in {line["state"] for line in lines if line.get("app") == ""}
    assert [token in text for text in texts] == [True, False, False]
    assert work.paths.case_key.stat().st_mode & 0o777 == 0o600
    assert own_case_key(work.paths.case_key).hex() not in "".join(
        path.read_text(errors="replace") for path in work.home.rglob("*") if path.is_file() and path.name != "case.key"
    )


def test_history_is_scrubbed_when_the_person_agrees(work: AgentAtWork, actor: ActorClient) -> None:
    """A running agent notices the new rules and says what the record holds; the scrub leaves it in no copy."""
    work.accept_notice()
    agent = work.record()
    warned = shown_before_the_rules(work, actor)
    refused = work.command("scrub", "--yes")
    work.stop(agent)
    record = work.paths.record
    for name in ("record.db.before-v3", "record.db.aside-2026-01-01T090000"):
        shutil.copyfile(record, record.with_name(name))
    before, recorded = traces(work.home), work.json("report")["recorded_s"]
    kept = work.command("scrub", said="n\n")
    told = traces(work.home)
    done = work.command("scrub", said="y\n")

    assert [said for said in warned.warnings if "scrub" in said] == [
        "The rules now forbid 3 titles that the record still holds — `engineroom scrub`"
    ]
    assert (refused.returncode, "An agent is recording" in refused.stderr) == (1, True)
    assert len(before) == 16
    assert ("Nothing was changed." in kept.stderr, told) == (True, before)
    assert [line.split() for line in done.stdout.splitlines()] == [
        ["Program", "Titles"],
        ["ledger", "2"],
        [PROGRAM.lower(), "1"],
    ]
    assert traces(work.home) == []
    assert shown(work) >= LEFT
    assert work.json("report")["recorded_s"] == recorded
    assert work.json("scrub") == {"titles": 0, "programs": 0, "spans": 0}
    again = work.record()
    ask(work.paths.socket, Request("today"), Today)
    assert not warns_of_history(work.save())
    work.stop(again)


def shown_before_the_rules(work: AgentAtWork, actor: ActorClient) -> Status:
    """What the agent says once there are rules about what it has recorded."""
    show(actor, work, CLAIM)
    show(actor, work, LETTER)
    show(actor, work, ACCOUNTS, app=PROGRAM)
    show(actor, work, "Balance")
    work.save()
    assert work.command("backup").returncode == 0
    write_rules(work)
    ask(work.paths.socket, Request("today"), Today)
    return work.await_status(warns_of_history)


def warns_of_history(status: Status) -> bool:
    return any("engineroom scrub" in said for said in status.warnings)


def test_a_stricter_level_of_titles_is_noticed_too(work: AgentAtWork, actor: ActorClient) -> None:
    """Whoever stores less from today on is asked about yesterday."""
    work.accept_notice()
    agent = work.record()
    show(actor, work, CLAIM)
    work.stop(agent)
    work.set('titles = "app-only"')
    work.accept_notice()
    agent = work.record()
    work.await_status(warns_of_history)
    work.stop(agent)
    done = work.json("scrub", "--yes")

    assert (done["titles"] >= 1, traces(work.home)) == (True, [])
    assert work.rows("SELECT DISTINCT title FROM context") == [("",)]


def test_an_import_is_looked_at_by_the_same_rules(work: AgentAtWork, tmp_path: Path) -> None:
    """What another program recorded is masked, hidden and named as if the agent had seen it."""
    write_rules(work)
    work.accept_notice()
    file = tmp_path / "told.csv"
    rows = [("ledger", CLAIM), ("ledger", LETTER), (PROGRAM, ACCOUNTS)]
    lines = [
        f"2026-03-02T09:0{number}:00+01:00,60000,{app},{title},{IDENTIFIER}" for number, (app, title) in enumerate(rows)
    ]
    file.write_text("\n".join(["start,duration_ms,app,title,case", *lines]), encoding="utf-8")

    assert work.json("import", str(file), "--format", "csv")["written"] == 3
    token = case_token(own_case_key(work.paths.case_key), IDENTIFIER)
    assert traces(work.home) == []
    assert work.rows(
        "SELECT title, token FROM span JOIN context USING (ctx_id) LEFT JOIN case_token USING (case_id)"
        " ORDER BY start_ms"
    ) == [("Claim C-‹case›", token), ("Dear ‹client› - letter", None), ("", None)]


def test_who_may_not_erase_may_not_scrub(work: AgentAtWork) -> None:
    """A rule of one's own would be a way around the policy."""
    work.accept_notice()
    work.set("erase_allowed = false")
    refused = work.command("scrub", "--yes")

    assert refused.returncode == 1
    assert "The policy does not allow to take out what was recorded — ask who manages this desk" in refused.stderr


def test_without_a_record_there_is_nothing_to_scrub(work: AgentAtWork) -> None:
    """And none is made."""
    refused = work.command("scrub", "--yes")

    assert (refused.returncode, work.paths.record.exists()) == (1, False)
    assert "There is no record" in refused.stderr
