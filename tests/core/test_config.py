"""Settings: who may set what, and what a person reads when a file is wrong."""

import getpass
import re
from base64 import b64encode
from pathlib import Path

import pytest

from core.config import Config, Settings, Source, demand_pause, load_config
from core.errors import UserError
from core.privacy import TitleLevel

ORGANISATION = '[organisation]\nname = "Back Office Ltd"\ndpia = "DPIA-7"\n'


@pytest.fixture
def settings_file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


@pytest.fixture
def policy_file(tmp_path: Path) -> Path:
    return tmp_path / "policy.toml"


def configured(settings_file: Path, policy_file: Path, settings: str = "", policy: str = "") -> Config:
    settings_file.write_text(settings, encoding="utf-8")
    if policy:
        policy_file.write_text(policy, encoding="utf-8")
    return load_config(settings_file, policy_file)


def test_without_files_the_defaults_hold_and_nobody_manages_the_desk(settings_file: Path, policy_file: Path) -> None:
    """A desk without a policy is its owner's: titles are kept whole."""
    config = load_config(settings_file, policy_file)

    assert config.settings == Settings()
    assert config.settings.titles is TitleLevel.FULL
    assert set(config.sources.values()) == {Source.DEFAULT}
    assert not config.managed


def test_each_layer_beats_the_one_below(settings_file: Path, policy_file: Path) -> None:
    """Default, recommended, the person's settings, mandatory."""
    config = configured(
        settings_file,
        policy_file,
        "idle_threshold_s = 60\nday_start_hour = 1\n",
        f"{ORGANISATION}[recommended]\nidle_threshold_s = 120\nprivate_allowed = false\n"
        "[mandatory]\nday_start_hour = 4\n",
    )

    assert (config.settings.idle_threshold_s, config.sources["idle_threshold_s"]) == (60, Source.SETTINGS)
    assert (config.settings.private_allowed, config.sources["private_allowed"]) == (False, Source.RECOMMENDED)
    assert (config.settings.day_start_hour, config.sources["day_start_hour"]) == (4, Source.POLICY)
    assert (config.settings.share_detail, config.sources["share_detail"]) == ("category", Source.DEFAULT)


def test_a_managed_desk_redacts_titles_by_default(settings_file: Path, policy_file: Path) -> None:
    """The policy need not say so; a policy that says otherwise is followed."""
    assert configured(settings_file, policy_file, policy=ORGANISATION).settings.titles is TitleLevel.REDACTED
    assert (
        configured(
            settings_file, policy_file, policy=f'{ORGANISATION}[mandatory]\ntitles = "app-only"\n'
        ).settings.titles
        is TitleLevel.APP_ONLY
    )


def test_a_managed_desk_lets_go_of_detail_and_a_private_one_of_nothing(settings_file: Path, policy_file: Path) -> None:
    """Thirty days span by span and thirteen months of totals, unless the policy says otherwise."""
    private = configured(settings_file, policy_file).settings
    managed = configured(settings_file, policy_file, policy=ORGANISATION).settings
    told = configured(
        settings_file, policy_file, policy=f"{ORGANISATION}[mandatory]\nkeep_spans_days = 14\nerase_allowed = false\n"
    ).settings

    assert (private.keep_spans_days, private.keep_totals_months, private.erase_allowed) == (0, 0, True)
    assert (managed.keep_spans_days, managed.keep_totals_months, managed.erase_allowed) == (30, 13, True)
    assert (told.keep_spans_days, told.keep_totals_months, told.erase_allowed) == (14, 13, False)


def test_a_policy_whose_hours_are_wrong_is_told_with_its_table(settings_file: Path, policy_file: Path) -> None:
    """Nobody is recorded at hours that were meant to be free."""
    with pytest.raises(UserError, match=r"policy\.toml, line 5, mandatory\.working_hours\[0\]: 'Mon 7-19' is not of"):
        configured(settings_file, policy_file, policy=f'{ORGANISATION}[mandatory]\nworking_hours = ["Mon 7-19"]\n')


KEY = bytes(range(16))


@pytest.mark.parametrize("written", [KEY.hex(), KEY.hex().upper(), b64encode(KEY).decode(), f" {KEY.hex()} "])
def test_the_key_of_cases_comes_from_the_policy_and_is_shown_nowhere(
    settings_file: Path, policy_file: Path, written: str
) -> None:
    """As hex digits or base64; whatever prints the configuration does not print it."""
    config = configured(settings_file, policy_file, policy=f'{ORGANISATION}case_key = "{written}"\n')

    assert config.case_key == KEY
    assert not any(shown in repr(config) for shown in (KEY.hex(), repr(KEY), written.strip()))


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("00112233445566778899aabbccdd", "the key of the cases has 14 bytes, which is less than 16"),
        ("correct horse battery staple", "the key of the cases is neither hex digits nor base64"),
        ("ä" * 32, "the key of the cases is neither hex digits nor base64"),
    ],
)
def test_a_key_that_is_none_is_told_with_its_line_but_without_its_text(
    settings_file: Path, policy_file: Path, written: str, fault: str
) -> None:
    """What somebody meant as a secret is not printed."""
    with pytest.raises(UserError, match=rf"policy\.toml, line 4, organisation\.case_key: {fault} — ") as raised:
        configured(settings_file, policy_file, policy=f'{ORGANISATION}case_key = "{written}"\n')

    assert written not in str(raised.value)


def test_the_key_is_no_setting_of_a_person(settings_file: Path, policy_file: Path) -> None:
    """Only who manages the desk gives one; without a policy there is none."""
    assert configured(settings_file, policy_file).case_key is None
    with pytest.raises(UserError, match="there is no key 'case_key'"):
        configured(settings_file, policy_file, f'case_key = "{KEY.hex()}"\n')


def test_everyone_can_read_who_manages_the_desk(settings_file: Path, policy_file: Path) -> None:
    """Name and assessment come with the configuration."""
    config = configured(settings_file, policy_file, policy=ORGANISATION)

    assert config.managed
    assert config.organisation is not None
    assert (config.organisation.name, config.organisation.dpia) == ("Back Office Ltd", "DPIA-7")


@pytest.mark.parametrize("dpia", ["", 'dpia = ""\n', 'dpia = "  "\n'])
def test_a_managed_desk_without_an_impact_assessment_records_nothing(
    settings_file: Path, policy_file: Path, dpia: str
) -> None:
    """The error says where its reference goes."""
    with pytest.raises(UserError, match=r"policy\.toml, line \d, organisation\.dpia: .* — enter the reference"):
        configured(settings_file, policy_file, policy=f'[organisation]\nname = "X"\n{dpia}')


@pytest.mark.parametrize(
    ("settings", "fault"),
    [
        ("\nidle_treshold_s = 60", "line 2, idle_treshold_s: there is no key 'idle_treshold_s', did you mean"),
        ("\nidle_treshold_s = 60", "'idle_threshold_s'? — use one of call_apps, day_start_hour,"),
        ("idle_threshold_s = 5", "line 1, idle_threshold_s: expected a whole number >= 10 — correct the value"),
        ("idle_threshold_s = 1801", "line 1, idle_threshold_s: expected a whole number <= 1800"),
        ('idle_threshold_s = "5m"', "line 1, idle_threshold_s: expected a whole number, not text"),
        ("# late\nday_start_hour = 7", "line 2, day_start_hour: expected a whole number <= 6"),
        ('titles = "redactd"', "line 1, titles: 'redactd' is not a value for this key, did you mean 'redacted'?"),
        ('titles = "redactd"', "— use one of app-only, full, redacted"),
        ('pause_choices = ["15m", "2h"]', "line 1, pause_choices[1]: '2h' is not a value for this key"),
        ('pause_choices = ["15m", "2h"]', "— use one of 15m, 1h, tomorrow"),
        ('share_detail = "title"', "'title' is not a value for this key — use one of category, kind"),
        ("keep_spans_days = -1", "line 1, keep_spans_days: expected a whole number >= 0"),
        (
            '\nworking_hours = ["Mon 07:00-19:00", "Tue-Foo 07:00-19:00"]',
            "line 2, working_hours[1]: 'Foo' is not a day: they are Mon, Tue, Wed, Thu, Fri, Sat, Sun",
        ),
        ('working_hours = ["07:00-19:00"]', "— write days and times as in 'Mon-Fri 07:00-19:00'"),
    ],
)
def test_a_wrong_setting_is_told_with_file_line_and_key(
    settings_file: Path, policy_file: Path, settings: str, fault: str
) -> None:
    """With the nearest valid word where there is one."""
    with pytest.raises(UserError, match=rf"settings\.toml, .*{re.escape(fault)}"):
        configured(settings_file, policy_file, settings)


@pytest.mark.parametrize("table", ["mandatory", "recommended"])
def test_a_wrong_policy_is_told_with_its_table(settings_file: Path, policy_file: Path, table: str) -> None:
    """IT finds the line as an employee does."""
    with pytest.raises(UserError, match=rf"policy\.toml, line 5, {table}\.idle_threshold_s: expected a whole number"):
        configured(settings_file, policy_file, policy=f"{ORGANISATION}[{table}]\nidle_threshold_s = false\n")


def test_a_policy_that_names_nobody_is_refused(settings_file: Path, policy_file: Path) -> None:
    """Without an organisation there is nobody to ask."""
    with pytest.raises(UserError, match="the key 'organisation' is missing"):
        configured(settings_file, policy_file, policy="[mandatory]\n")


def test_a_person_without_a_chosen_name_has_that_of_their_login(settings_file: Path, policy_file: Path) -> None:
    """The name under which totals are shared is never empty."""
    assert configured(settings_file, policy_file).person == getpass.getuser()
    assert configured(settings_file, policy_file, 'person = "Anna"').person == "Anna"


def test_only_an_allowed_pause_is_taken() -> None:
    """The error lists what may be chosen."""
    settings = Settings(pause_choices=("15m",))

    demand_pause(settings, "15m")
    with pytest.raises(UserError, match="A pause of 'tomorrow' is not among those allowed — choose one of: 15m"):
        demand_pause(settings, "tomorrow")
    with pytest.raises(UserError, match="choose one of: none"):
        demand_pause(Settings(pause_choices=()), "15m")
