"""The gate: nothing is recorded before this person acknowledged the notice as it reads today, under today's policy."""

from pathlib import Path

import pytest

from cli.desk import Desk
from cli.main import NO_NOTICE, main
from cli.notice import demand_notice
from core.clock import now_ms
from core.config import load_config
from core.errors import NoticeNotAccepted
from core.paths import user_paths
from core.wording import in_english, speak_through
from storage.engine import open_for_writing, transaction
from storage.receipts import note_accepted, note_shown

POLICY = '[organisation]\nname = "Back Office Ltd"\ndpia = "DPIA-7"\n'


def desk_under(policy: Path, text: str) -> Desk:
    policy.write_text(text, encoding="utf-8")
    paths = user_paths()
    return Desk(paths=paths, config=load_config(paths.settings, policy))


def accept(desk: Desk) -> None:
    engine = open_for_writing(desk.paths.record)
    with transaction(engine) as connection:
        note_shown(connection, desk.notice().hash, desk.config.person, now_ms())
        note_accepted(connection, desk.notice().hash, desk.config.person, now_ms())
    engine.dispose()


@pytest.mark.parametrize(
    "changed",
    [
        POLICY.replace("DPIA-7", "DPIA-8"),
        POLICY + "[mandatory]\ninput_counts = true\n",
        POLICY + "[mandatory]\nkeep_spans_days = 60\n",
        POLICY + '[recommended]\ntitles = "app-only"\n',
    ],
)
def test_a_changed_policy_asks_again(tmp_path: Path, changed: str) -> None:
    """Before anything else is recorded; once it is as it was, what was acknowledged holds."""
    policy = tmp_path / "policy.toml"
    accept(desk_under(policy, POLICY))
    demand_notice(desk_under(policy, POLICY))
    with pytest.raises(NoticeNotAccepted):
        demand_notice(desk_under(policy, changed))
    demand_notice(desk_under(policy, POLICY))

    accept(desk_under(policy, changed))
    demand_notice(desk_under(policy, changed))


def test_another_language_asks_nothing_again(tmp_path: Path) -> None:
    """The receipt names the English text, whatever the person read."""
    policy = tmp_path / "policy.toml"
    accept(desk_under(policy, POLICY))
    speak_through(lambda _context, text: text.upper())
    try:
        demand_notice(desk_under(policy, POLICY))
    finally:
        speak_through(in_english)


def test_another_person_of_the_same_desk_is_asked(tmp_path: Path) -> None:
    """One name, one receipt."""
    policy = tmp_path / "policy.toml"
    accept(desk_under(policy, POLICY))

    with pytest.raises(NoticeNotAccepted):
        demand_notice(desk_under(policy, POLICY + '[mandatory]\nperson = "Berta"\n'))


def test_nothing_is_recorded_without_it(capsys: pytest.CaptureFixture[str]) -> None:
    """The agent ends with a code of its own, which the tray knows."""
    assert main(["agent", "--for", "1s"]) == NO_NOTICE
    assert "the notice has not been acknowledged" in capsys.readouterr().err


def test_a_notice_that_holds_no_more_is_neither_noted_nor_acknowledged(capsys: pytest.CaptureFixture[str]) -> None:
    """A window shows what held when it was opened; what holds by now may even have been shown before."""
    paths = user_paths()
    read = Desk(paths=paths, config=load_config(paths.settings, paths.config / "policy.toml")).notice().hash
    paths.config.mkdir(parents=True)
    paths.settings.write_text("idle_threshold_s = 60\n", encoding="utf-8")
    assert main(["notice", "show"]) == 0
    for action in ("show", "accept"):
        assert main(["notice", action, "--hash", read]) == 1
    assert "Another notice holds than the one that was read" in capsys.readouterr().err
    assert main(["agent", "--for", "1s"]) == NO_NOTICE
    paths.settings.unlink()

    assert main(["notice", "show", "--hash", read]) == 0
    assert main(["notice", "accept", "--hash", read]) == 0
