"""An agent notices once for each change of the rules what its record may not hold any more."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar, cast

import pytest

from agent.loop import Loop
from classifiers.in_force import RulesInForce
from classifiers.redacting import RedactorInForce
from classifiers.rule_places import RulePlaces
from cli.history_watch import HistoryWatch
from core.errors import MachineError
from core.privacy import TitleLevel
from storage.meta import REDACTION
from tests.classifiers.redactors import CASES, CLIENTS, KEY
from tests.factories import a_span
from tests.storage.records import Kept, kept_in

T = TypeVar("T")


class OneThread:
    """A loop between whose beats everything happens at once."""

    refuses = False
    saved = 0

    def call(self, work: Callable[[], T]) -> T:
        if self.refuses:
            raise MachineError("The agent is stopping", "start it again")
        return work()

    def save(self) -> None:
        self.saved += 1


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    with kept_in(tmp_path) as record:
        record.write(a_span(title="Claim C-4711"))
        yield record


@pytest.fixture
def loop() -> OneThread:
    return OneThread()


@pytest.fixture
def rules(tmp_path: Path) -> RulesInForce:
    return RulesInForce(RulePlaces(personal=tmp_path / "rules.toml", last_good=tmp_path / "last-good.toml"))


@pytest.fixture
def watch(kept: Kept, rules: RulesInForce, loop: OneThread) -> Iterator[HistoryWatch]:
    with kept.service() as service:
        yield HistoryWatch(kept.record, service, RedactorInForce(rules, TitleLevel.FULL, KEY), cast(Loop, loop))


def change(rules: RulesInForce, folder: Path, text: str) -> None:
    (folder / "rules.toml").write_text(text, encoding="utf-8")
    rules.refresh()


def known(kept: Kept) -> bool:
    return kept.rows(f"SELECT count(*) FROM meta WHERE name = '{REDACTION}'") == [(1,)]


def test_each_change_of_what_may_be_stored_is_looked_into_once(
    watch: HistoryWatch, kept: Kept, rules: RulesInForce, loop: OneThread, tmp_path: Path
) -> None:
    """What was seen under the rules before is written first; other changes of rules are none of its business."""
    watch.look()
    first = watch.warning, known(kept), loop.saved
    change(rules, tmp_path, CASES)
    due = watch.is_due
    watch.look()
    watch.look()
    change(rules, tmp_path, CASES + "category = 'Work/Claims'\n")
    still_due = watch.is_due

    assert first == (None, True, 1)
    assert (due, still_due, loop.saved) == (True, False, 2)
    assert watch.warning == "The rules now forbid 1 titles that the record still holds — `engineroom scrub`"
    assert not known(kept)


def test_rules_that_forbid_nothing_of_it_make_the_warning_go(
    watch: HistoryWatch, kept: Kept, rules: RulesInForce, tmp_path: Path
) -> None:
    """And the next start need not look again."""
    change(rules, tmp_path, CASES)
    watch.look()
    change(rules, tmp_path, CLIENTS)
    watch.look()

    assert (watch.warning, known(kept)) == (None, True)


def test_what_could_not_be_looked_into_stays_due(watch: HistoryWatch, loop: OneThread) -> None:
    """An agent that stops, or a record that refuses, is no reason to say that all is well."""
    loop.refuses = True
    watch.look()

    assert (watch.is_due, watch.warning) == (True, None)
