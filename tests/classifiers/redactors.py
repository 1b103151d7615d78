"""Redactors to test with, out of rules as a person writes them; never checks anything."""

import tomllib
from pathlib import Path

from classifiers.loading import merged
from classifiers.named_sets import NamedSets
from classifiers.redacting import RuleRedactor
from classifiers.rule import Layer
from classifiers.rule_file import read_rules
from classifiers.ruleset import Ruleset
from core.privacy import TitleLevel
from core.redactor import Kept
from core.toml_file import TomlFile
from tests.factories import a_window

KEY = bytes(range(16))
CASES = """
[[rule]]
id = "cases"
title_contains = "claim"
case = 'C-(?P<case>\\d+)'
"""
CLIENTS = """
[[rule]]
id = "clients"
app = "letters"
redact = ['Dear \\w+', 'Müller']
mark = "client"
"""
BANKING = """
[[rule]]
id = "banking"
app = ["bank", "ledger*"]
private = true

[[rule]]
id = "payroll"
title_contains = "Payroll"
not = { title_contains = "(public)" }
private = true
"""


def written_rules(text: str, layer: Layer = Layer.PERSONAL) -> Ruleset:
    """The rules of a file that says `text`, and no others."""
    read = read_rules(TomlFile(Path("rules.toml"), text, tomllib.loads(text)), layer, NamedSets())
    assert not read.faults
    return merged([read])


def a_redactor(text: str = "", level: TitleLevel = TitleLevel.FULL, key: bytes = KEY) -> RuleRedactor:
    return RuleRedactor(written_rules(text).rules, level, key)


def kept(redactor: RuleRedactor, app: str, title: str) -> Kept:
    return redactor(a_window(app, title))
