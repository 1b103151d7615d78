"""Commands run in the process of a test; never looks at what they should say."""

import json
from typing import Any

import pytest

from cli.main import main


def told(capfd: pytest.CaptureFixture[str], *words: str) -> Any:
    """What a command prints as JSON."""
    capfd.readouterr()
    assert main([*words, "--json"]) == 0
    return json.loads(capfd.readouterr().out)


def refused(capfd: pytest.CaptureFixture[str], *words: str) -> str:
    """What a command says that does nothing."""
    capfd.readouterr()
    assert main(list(words)) == 1
    return capfd.readouterr().err
