"""The command `rules suggest` on a record of one morning."""

import tomllib
from pathlib import Path

import pytest

from cli.main import main
from core.paths import paths_below
from core.span import Span
from storage.engine import open_for_writing
from storage.record import Batch, Record
from storage.rejudging import rejudge
from tests.cli.commands import told
from tests.factories import NINE, a_span
from tests.storage.records import OFFICE, rules

MONDAY = ("--from", "2026-03-02", "--to", "2026-03-02")
KITCHEN = "[[rule]]\nid = 'kitchen'\napp = 'desk'\ntitle = 'Kitchen'\ncategory = 'Personal'\n"
TITLES = ("Flood Meier", "Flood Schulz", "Flood Huber", "Storm Ost", "Hail")


@pytest.fixture
def morning(home: Path) -> Path:
    """Ten minutes of each of five windows that no rule knows, in a program of which the rules know half an hour."""
    paths = paths_below(home)
    paths.config.mkdir(parents=True, exist_ok=True)
    paths.rules.write_text(KITCHEN, encoding="utf-8")
    judge = rules(OFFICE)
    engine = open_for_writing(paths.record)
    rejudge(engine, judge)
    Record(engine, judge).write(Batch(new=tuple(_spans())))
    engine.dispose()
    return home


def _spans() -> list[Span]:
    windows = [*((title, 600) for title in TITLES), ("Kitchen", 1800), ("Kitchen 2", 60)]
    starts = [NINE + 600_000 * n for n in range(len(TITLES))] + [NINE + 3_600_000, NINE + 5_400_000]
    return [
        a_span(start, seconds=length, app="desk", title=title)
        for start, (title, length) in zip(starts, windows, strict=True)
    ]


def test_it_is_judged_by_the_rules_of_now_and_printed_as_a_rule_file(
    morning: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Though the record has not been judged by them yet; what is no rule is a comment."""
    found = told(capfd, "rules", "suggest", *MONDAY)
    assert (found["attended_s"], found["unclassified_s"]) == (4860, 3060)
    assert found["programs"] == [{"app": "desk", "seconds": 3060, "titles": 6}]
    assert found["words"][0] == {"word": "flood", "seconds": 1800, "titles": 3}
    first = {key: value for key, value in found["rules"][0].items() if key != "toml"}
    assert first == {
        "app": "desk",
        "word": "flood",
        "category": "Personal",
        "seconds": 1800,
        "titles": 3,
        "overrides_s": 0,
        "corrections": 0,
    }

    assert main(["rules", "suggest", *MONDAY]) == 0
    text = capfd.readouterr().out
    assert text.startswith("# 2026-03-02 to 2026-03-02: 0:51:00 of 1:21:00 at the desk are unclassified.\n")
    written = tomllib.loads(text)["rule"]
    assert written == [tomllib.loads(rule["toml"])["rule"][0] for rule in found["rules"]]


def test_three_corrections_become_a_rule_that_applies(morning: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The text that is printed is a rule file; in force, it says of the windows what the person had said."""
    for n in range(3):
        start, end = f"2026-03-02T09:{n}2", f"2026-03-02T09:{n}5"
        told(capfd, "correct", "--from", start, "--to", end, "Work/Claims")
    offered = told(capfd, "rules", "suggest", *MONDAY)["rules"][0]
    assert (offered["app"], offered["word"], offered["category"]) == ("desk", "flood", "Work/Claims")
    assert (offered["corrections"], offered["seconds"]) == (3, 1800 - 9 * 60)

    rules_file = paths_below(morning).rules
    rules_file.write_text(offered["toml"] + rules_file.read_text(encoding="utf-8"), encoding="utf-8")

    rows = told(capfd, "report", *MONDAY, "--by", "category")["rows"]
    assert {row["key"]: row["seconds"] for row in rows}["Work/Claims"] == 1800
    assert told(capfd, "rules", "suggest", *MONDAY)["rules"][0]["word"] != "flood"
