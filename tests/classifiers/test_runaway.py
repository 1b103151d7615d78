"""Patterns that can run away on some title are refused before any title meets them."""

import stat
from pathlib import Path

import pytest

from classifiers.loading import read_layers, shipped_files
from classifiers.named_sets import NamedSets
from classifiers.pattern_trial import slowest_s
from classifiers.rule import Layer
from classifiers.rule_file import read_rules
from classifiers.runaway import BUDGET_S, LONGEST_TITLE, Proofs, runaway_faults, runaways
from core.toml_file import read_toml

NESTED = [r"(a+)+$", r"(\w+\s?)*$", r"(a|b|ab)*c", r"(?P<case>(C+-?)+)!", r"(x+x+)+y"]
SIDE_BY_SIDE = [r"\s*\s*\s*\s*x", r".*.*.*.*=", r"\d+\d+\d+\d+x"]
FINE = [
    r"^call \d", r"\bgoogle (calendar|kalender)\b", r"\b(calendar|kalender)\b.*\boutlook\b", r"Claim (?P<case>C-\d+)",
    r"(foo|bar)+ \d{3,5}", r"foo.*bar.*baz", r"\w+@\w+\.\w+", r"x{0,500}y", r"(?i:a)++b", "",
]  # fmt: skip


def test_only_patterns_that_run_away_are_refused() -> None:
    """However many stand in the same file, and whatever their order."""
    bad = [NESTED[0], SIDE_BY_SIDE[0]]

    assert set(runaways([*FINE[:5], *bad, *FINE[5:]])) == set(bad)


@pytest.mark.slow
@pytest.mark.parametrize("pattern", [*NESTED, *SIDE_BY_SIDE])
def test_each_known_way_to_run_away_is_found(pattern: str) -> None:
    """A repetition within another, or several beside each other that find the same."""
    assert list(runaways([pattern])) == [pattern]


def test_a_refused_pattern_is_named_with_its_place(tmp_path: Path) -> None:
    """File, line, key, reason and the way out."""
    path = tmp_path / "rules.toml"
    path.write_text("[[rule]]\nid = \"r\"\ncategory = \"Work\"\ntitle_regex = ['ok', '(a+)+$']\n", encoding="utf-8")
    file = read_toml(path)

    [fault] = runaway_faults(file, read_rules(file, Layer.PERSONAL, NamedSets()))

    assert str(fault) == (
        f"{path}, line 4, rule[0].title_regex: the pattern '(a+)+$' can run away: there are titles that it takes over"
        " 200 ms for — let no repetition stand within another or beside one that finds the same, or use title_contains"
    )


def test_what_was_proven_is_not_tried_again(tmp_path: Path) -> None:
    """Only good patterns are remembered, for this user alone; a damaged file proves nothing."""
    proofs = Proofs(tmp_path / "data" / "proven.json")
    assert proofs.unproven(["a", "b", "a"]) == ["a", "b"]

    proofs.add(["a"])

    assert Proofs(tmp_path / "data" / "proven.json").unproven(["a", "b"]) == ["b"]
    assert stat.S_IMODE((tmp_path / "data" / "proven.json").stat().st_mode) == 0o600
    for damage in ("", "{}", "[1]", "\0"):
        (tmp_path / "data" / "proven.json").write_text(damage, encoding="utf-8")
        assert proofs.unproven(["a"]) == ["a"]


def test_no_shipped_pattern_runs_away() -> None:
    """They are never tried on a person's machine, so they are here."""
    assert list(shipped_files())
    for read in read_layers([]):
        for placed in read.patterns:
            assert max(slowest_s(placed.pattern, LONGEST_TITLE, BUDGET_S)) <= BUDGET_S, placed
