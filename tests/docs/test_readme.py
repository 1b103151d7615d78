import json
import re
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from classifiers.judging import RuleJudge
from classifiers.loading import load_ruleset
from classifiers.redacting import RuleRedactor
from core.case_token import case_token
from core.config import Settings, load_config
from core.privacy import TitleLevel
from core.sample import Window
from core.span import Context

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def table_below(heading: str, header: str) -> list[list[str]]:
    """The rows of the table that begins with `header`, in the chapter `heading`, as cells."""
    lines = README.split(f"## {heading}\n")[1].split(header)[1].split("\n\n")[0].splitlines()[2:]
    return [[cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]


def block_with(word: str) -> str:
    """The indented block in which `word` stands."""
    blocks = re.findall(r"(?:^    .*\n)+", README, re.MULTILINE)
    return textwrap.dedent(next(block for block in blocks if word in block))


def engineroom(*words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "cli.main", *words], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_every_command_is_described() -> None:
    """The table of commands has those of the command line, and no others."""
    offered = re.search(r"invalid choice.*\(choose from (.*)\)", usage_error())
    assert offered

    described = {name for cells in table_below("Commands", "| command | what") for name in commands_in(cells[0])}

    assert described == set(re.findall(r"'(\w+)'", offered[1]))


def usage_error() -> str:
    command = [sys.executable, "-m", "cli.main", "no-such-command"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stderr


def commands_in(cell: str) -> list[str]:
    return [quoted.split()[0] for quoted in re.findall(r"`([^`]+)`", cell)]


def test_every_setting_is_described_with_its_default() -> None:
    """The table of settings agrees with core/config.py."""
    in_words = {"login name": "", "none": ""}
    rows = table_below("Settings", "| key | default")
    described = {key.strip("`"): in_words.get(default) for key, default, _meaning in rows}
    described |= {key.strip("`"): json.loads(default.strip("`")) for key, default, _ in rows if default not in in_words}
    settings = json.loads(json.dumps({name: getattr(Settings(), name) for name in Settings.__struct_fields__}))

    assert described == settings


@pytest.mark.parametrize(
    ("described", "words"),
    [
        ("`notice show`", ("notice", "show", "--json")),
        ("`report`", ("report", "--json")),
        ("`timeline`", ("timeline", "--json")),
        ("`corrections`", ("corrections", "--json")),
        ("`rules suggest`", ("rules", "suggest", "--json")),
        ("`supervisor`", ("supervisor", "--from", ".", "--json")),
    ],
)
def test_json_has_the_shape_that_is_described(described: str, words: tuple[str, ...]) -> None:
    """Whoever builds on the output finds the keys of the README, in that order."""
    engineroom("notice", "show")
    shape = next(cells[1] for cells in table_below("Commands", "| command | object") if cells[0] == described)
    outermost = re.sub(r"\[[^]]*\]", "", shape)

    assert list(json.loads(engineroom(*words))) == re.findall(r'"(\w+)"', outermost)


def test_the_rule_that_is_shown_works(tmp_path: Path) -> None:
    """An example that is copied does what the text says."""
    file = tmp_path / "rules.toml"
    file.write_text(block_with("[[rule]]"), encoding="utf-8")

    verdict = RuleJudge(load_ruleset(file)).default(Context("Thunderbird", "Fwd: invoice 12 - Inbox"))

    assert (verdict.category.path, verdict.rule_id) == ("Work/Invoices", "supplier-invoices")


def test_the_effects_that_are_shown_work(tmp_path: Path) -> None:
    """They take out what the text says."""
    file = tmp_path / "rules.toml"
    file.write_text(block_with("private = true"), encoding="utf-8")
    redactor = RuleRedactor(load_ruleset(file).rules, TitleLevel.FULL, bytes(16))

    letter = redactor(Window(app="writer", title="Dear Anna - your claim C-4711"))
    assert letter.context == Context("writer", "‹client› - your claim C-‹case›")
    assert letter.case == case_token(bytes(16), "4711")
    assert redactor(Window(app="Bank.exe", title="Accounts")).private


def test_the_policy_that_is_shown_works(tmp_path: Path) -> None:
    """It beats the person's settings where it must, and loses where it only recommends."""
    policy, settings = tmp_path / "policy.toml", tmp_path / "settings.toml"
    policy.write_text(block_with("[organisation]"), encoding="utf-8")
    settings.write_text('titles = "full"\nidle_threshold_s = 120\n', encoding="utf-8")

    config = load_config(settings, policy)

    assert config.managed
    assert (config.settings.titles, config.settings.idle_threshold_s) == ("app-only", 120)
