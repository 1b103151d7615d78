"""The policy in plain words: no setting is left out, and each says who set it."""

from pathlib import Path

import pytest

from core.config import Config, Settings, load_config
from gui.presenters.policy import PolicyFiles, PolicyView, policy_as_text, policy_view, settings_in_words, short_hash

MANAGED = """\
[organisation]
name = "Back Office Ltd"
dpia = "DPIA-7"
contact = "Berta, room 3"
[mandatory]
private_allowed = false
[recommended]
idle_threshold_s = 600
"""
FILES = PolicyFiles(settings=Path("/home/a/settings.toml"), policy=Path("/etc/policy.toml"), sha256="9f2c41d8" * 8)


def view(tmp_path: Path, settings: str = "", policy: str = "") -> PolicyView:
    for name, text in (("settings.toml", settings), ("policy.toml", policy)):
        if text:
            (tmp_path / name).write_text(text, encoding="utf-8")
    return policy_view(load_config(tmp_path / "settings.toml", tmp_path / "policy.toml"), FILES)


def row(shown: PolicyView, name: str) -> tuple[str, str]:
    [found] = [row for row in shown.rows if row.name == name]
    return found.value, found.source


def test_every_setting_is_told() -> None:
    """A setting that is added has to be put into words here too."""
    assert set(settings_in_words()) == set(Settings.__struct_fields__)


def test_each_value_names_who_set_it(tmp_path: Path) -> None:
    """Default, policy, recommendation and the person's own settings, in this order of strength."""
    shown = view(tmp_path, "pause_choices = []\nprivate_allowed = true\n", MANAGED)

    assert row(shown, "Private time") == ("Not allowed", "The policy")
    assert row(shown, "Idle begins") == ("After 10 min without input", "Recommended by the policy")
    assert row(shown, "Pauses") == ("Not allowed", "Your settings")
    assert row(shown, "Window titles") == (
        "Stored with numbers, addresses and paths masked",
        "Default on a managed desk",
    )
    assert shown.sentence == "Back Office Ltd manages this desk. Everybody at it can read all of this."
    assert dict(shown.facts) == {
        "Purpose": "none is stated",
        "Impact assessment": "DPIA-7",
        "Questions": "Berta, room 3",
        "The policy": "/etc/policy.toml",
        "Its SHA-256": "9f2c41d8" * 8,
        "Your settings": "/home/a/settings.toml",
    }


@pytest.mark.parametrize(
    ("settings", "name", "value"),
    [
        ('titles = "app-only"', "Window titles", "Not stored, only the application is"),
        ("idle_threshold_s = 90", "Idle begins", "After 90 s without input"),
        ("call_apps = []", "Calls", "Not noticed"),
        ('call_apps = ["@call-programs", "zoom"]', "Calls", "By the microphone of: call programs, zoom"),
        ("input_counts = true", "Keys, clicks and scrolls", "Counted, never read"),
        ('working_hours = ["Mon-Fri 07:00-19:00"]', "Recording hours", "Mon-Fri 07:00-19:00"),
        ("day_start_hour = 4", "A day begins", "At 04:00"),
        ('pause_choices = ["15m", "tomorrow"]', "Pauses", "15 minutes, until tomorrow"),
        ("keep_spans_days = 14", "Windows and times are kept", "14 days, then only totals"),
        ("keep_totals_months = 6", "Totals are kept", "6 months"),
        ("keep_totals_months = 6", "Windows and times are kept", "6 months"),
        ("keep_spans_days = 1", "Windows and times are kept", "1 day, then only totals"),
        ("keep_totals_months = 1", "Totals are kept", "1 month"),
        ("", "Totals are kept", "Until you delete it"),
        ("erase_allowed = false", "Totals are kept", "For good"),
        ('share_detail = "kind"', "What you share names", "Kinds only, such as Work"),
        ('share_folder = "/srv"', "Where you share to", "/srv"),
        ('person = "Anna"', "Your name when you share", "Anna"),
        ('language = "de"', "Language of the windows", "German"),
    ],
)
def test_values_are_words(tmp_path: Path, settings: str, name: str, value: str) -> None:
    """Not `true` and not `@browsers`."""
    assert row(view(tmp_path, settings), name)[0] == value


def test_a_desk_of_ones_own_says_so(tmp_path: Path) -> None:
    """There is no organisation to speak of."""
    shown = view(tmp_path)

    assert shown.sentence.startswith("Nobody manages this desk")
    assert dict(shown.facts) == {"Your settings": "/home/a/settings.toml"}
    assert {row.source for row in shown.rows} == {"Default"}


def test_it_can_be_copied_as_text(tmp_path: Path) -> None:
    """Line by line."""
    text = policy_as_text(view(tmp_path, policy=MANAGED))

    assert "Impact assessment: DPIA-7\n" in text
    assert "Private time: Not allowed (The policy)\n" in text


def test_a_hash_is_shortened_to_its_ends() -> None:
    """Enough to compare by eye."""
    assert short_hash("9f2c41d8" + "0" * 52 + "07be") == "9f2c 41d8 … 07be"


def test_a_config_without_sources_cannot_be_told() -> None:
    """Silence about who set something would be worse than an error."""
    with pytest.raises(KeyError):
        policy_view(Config(settings=Settings(), sources={}, organisation=None), FILES)
