"""What a command learns of its desk."""

from pathlib import Path

from cli.desk import Desk
from core.config import Config, load_config
from core.paths import paths_below
from tests.factories import a_window

KEY = bytes(range(16))
RULES = "[[rule]]\nid = 'cases'\napp = 'calc'\ncase = 'C-(?P<case>\\d+)'\n"


def desk(folder: Path, policy: str = "") -> Desk:
    """A person's desk in `folder`, with a rule on cases."""
    paths = paths_below(folder)
    paths.config.mkdir(parents=True, exist_ok=True)
    paths.rules.write_text(RULES, encoding="utf-8")
    file = folder / "policy.toml"
    file.write_text(policy, encoding="utf-8")
    config: Config = load_config(paths.settings, file if policy else folder / "none.toml")
    return Desk(paths=paths, config=config)


def token(of: Desk) -> str | None:
    return of.redactor(of.rules().ruleset)(a_window("calc", "C-4711")).case


def test_one_case_is_one_token_on_two_desks_of_one_policy(tmp_path: Path) -> None:
    """The key of the policy is used, and none is made."""
    policy = f'[organisation]\nname = "X"\ndpia = "7"\ncase_key = "{KEY.hex()}"\n'
    one, other = desk(tmp_path / "one", policy), desk(tmp_path / "other", policy)

    assert one.case_key() == KEY
    assert token(one) == token(other) is not None
    assert not one.paths.case_key.exists()


def test_without_a_policy_each_desk_has_tokens_of_its_own(tmp_path: Path) -> None:
    """The same ones tomorrow, and others next door."""
    one, other = desk(tmp_path / "one"), desk(tmp_path / "other")

    assert token(one) == token(desk(tmp_path / "one"))
    assert token(one) != token(other)


def test_rules_of_ones_own_are_no_news_in_the_notice(tmp_path: Path) -> None:
    """Only what others decided has to be acknowledged."""
    with_rules = desk(tmp_path).notice()
    desk(tmp_path).paths.rules.unlink()
    this = Desk(paths=paths_below(tmp_path), config=load_config(tmp_path / "none.toml", tmp_path / "none.toml"))

    assert with_rules == this.notice()
