"""The notice says what holds on this desk, and is another notice as soon as that changes."""

from pathlib import Path

import pytest

from core.config import Config, load_config
from core.notice import notice_for
from core.notice_wording import never_recorded
from core.redactor import Effect
from core.wording import in_english

MANAGED = """\
[organisation]
name = "Back Office Ltd"
dpia = "DPIA-7"
purpose = "Planning of shifts"
contact = "Berta, room 3"
"""


@pytest.fixture
def desk(tmp_path: Path) -> "Desk":
    return Desk(tmp_path)


class Desk:
    """A desk whose settings and policy a test writes."""

    def __init__(self, folder: Path) -> None:
        self._settings, self._policy = folder / "settings.toml", folder / "policy.toml"

    def config(self, settings: str = "", policy: str = "") -> Config:
        self._settings.write_text(settings, encoding="utf-8")
        self._policy.unlink(missing_ok=True)
        if policy:
            self._policy.write_text(policy, encoding="utf-8")
        return load_config(self._settings, self._policy)

    def text(self, settings: str = "", policy: str = "") -> str:
        return notice_for(self.config(settings, policy)).as_text()


def test_everything_on_every_page_is_shown_on_a_terminal(desk: Desk) -> None:
    """Whoever reads it in a terminal reads as much as in the window."""
    config = desk.config(policy=MANAGED)
    notice = notice_for(config)
    text = notice.as_text()

    assert notice.title in text
    for page in notice.pages:
        pieces = [page.headline.upper(), page.lead, page.footnote, *page.never]
        pieces += [piece for point in page.points for piece in (point.head, point.text)]
        pieces += [cell for row in page.table for cell in row]
        assert [piece for piece in pieces if piece not in text] == []


def test_what_is_never_recorded_is_said_whatever_the_policy(desk: Desk) -> None:
    """Keys, pictures, addresses, positions, content."""
    for text in (desk.text(), desk.text(policy=MANAGED)):
        assert all(f"never: {item}" in text for item in never_recorded(in_english))


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("", "Its application and its title, as the title bar shows it."),
        ('titles = "redacted"', "Numbers, addresses and paths are masked before it is stored."),
        ('titles = "app-only"', "Titles are not stored."),
        ("", "5 min without input count as idle, not as “not working”."),
        ("idle_threshold_s = 90", "1 min 30 s without input count as idle"),
        ("idle_threshold_s = 45", "45 s without input count as idle"),
        (
            "",
            "one of these programs holds the microphone: any of the call programs, any of the chat programs",
        ),
        ('call_apps = ["zoom", "@browsers"]', "holds the microphone: zoom, any of the browsers."),
        ("input_counts = true", "Input counts              Stretch by stretch                No"),
        (
            "input_counts = true",
            "not while the screen is locked by a locker that tells so, in private time or in a pause.",
        ),
        ("", "Input counts              Not recorded                      No"),
        ("", "Stop recording for 15 minutes, an hour, until tomorrow."),
        ('pause_choices = ["1h"]', "Stop recording for an hour."),
        ("pause_choices = []", "The policy allows no pause."),
        ("", "Mark time as private"),
        ("private_allowed = false", "The policy allows no private time."),
        ("", "Nobody manages this desk."),
        ("", "Everything until you erase it"),
        ("keep_spans_days = 14", "Windows and times for 14 days, then only their totals. You can erase it before"),
        ("keep_totals_months = 6", "Windows, times and totals for 6 months."),
        ("keep_spans_days = 1\nkeep_totals_months = 1", "for one day, then only their totals. Totals for one month."),
        ("keep_totals_months = 1", "Windows, times and totals for one month."),
        ("keep_spans_days = 14\nkeep_totals_months = 6", "then only their totals. Totals for 6 months."),
        ("erase_allowed = false", "Everything for good. The policy does not allow you to erase it."),
        ('working_hours = ["Mon-Fri 07:00-19:00"]', "Mon-Fri 07:00-19:00. At other times nothing is looked at."),
    ],
)
def test_the_notice_says_what_holds_here(desk: Desk, settings: str, said: str) -> None:
    """No sentence of it is about some other desk."""
    assert said in desk.text(settings)


@pytest.mark.parametrize("said", ["Back Office Ltd", "DPIA-7", "Planning of shifts", "Berta, room 3", "masked"])
def test_a_managed_desk_names_who_and_why(desk: Desk, said: str) -> None:
    """Organisation, assessment, purpose and contact come from the policy."""
    assert said in desk.text(policy=MANAGED)


def test_a_policy_that_states_no_purpose_is_said_to(desk: Desk) -> None:
    """Silence would look like a promise."""
    text = desk.text(policy='[organisation]\nname = "X"\ndpia = "7"\n')

    assert "X has stated no purpose." in text
    assert "Ask X." in text


def test_what_rules_take_out_is_said_where_others_wrote_them(desk: Desk) -> None:
    """One plain sentence for each effect that holds, and none for those that do not."""
    said = {
        Effect.PRIVATE: "Of windows that the rules call private, that time passed is noted, nothing else.",
        Effect.REDACT: "What the rules name in a title is masked before it is stored.",
        Effect.CASE: "a token made with a secret key is stored in its place",
    }
    for effect in Effect:
        text = notice_for(desk.config(), {effect}).as_text()
        assert {of for of, sentence in said.items() if sentence in text} == {effect}
    assert notice_for(desk.config(), set(Effect)).hash != notice_for(desk.config()).hash


def test_a_notice_is_another_one_when_anything_in_it_changes(desk: Desk) -> None:
    """Its hash is what a person acknowledged: the same for the same words, another for each change."""
    changed = [
        desk.config(),
        desk.config("idle_threshold_s = 60"),
        desk.config('titles = "app-only"'),
        desk.config("private_allowed = false"),
        desk.config("pause_choices = []"),
        desk.config('share_detail = "kind"'),
        desk.config('call_apps = ["zoom"]'),
        desk.config('call_apps = ["zoom", "obs"]'),
        desk.config('call_apps = ["zoom", "@browsers"]'),
        desk.config(policy=MANAGED),
        desk.config(policy=MANAGED.replace("DPIA-7", "DPIA-8")),
    ]
    hashes = [notice_for(config).hash for config in changed]

    assert len(set(hashes)) == len(changed)
    assert notice_for(desk.config()).hash == hashes[0]
    assert notice_for(desk.config('person = "Anna"')).hash == hashes[0]


def test_what_is_off_is_not_spoken_of(desk: Desk) -> None:
    """Without programs for calls nobody is in one, and without counts the number of keys is no point."""
    assert "Whether you are in a call" not in desk.text("call_apps = []")
    assert "How much input there is" not in desk.text()


def test_in_another_language_it_is_the_same_notice(desk: Desk) -> None:
    """Every word of it is told in the person's language, and its hash stays that of the English one."""
    config = desk.config("input_counts = true\nkeep_spans_days = 7", policy=MANAGED)
    plain = notice_for(config, set(Effect))
    loud = notice_for(config, set(Effect), lambda context, text: f"{context}:{text}")

    assert loud.hash == plain.hash
    by_others = {"DPIA-7", "Planning of shifts", "Berta, room 3"}
    texts = [
        text
        for page in loud.pages
        for text in (page.step, page.lead, page.footnote, *page.never, *(cell for row in page.table for cell in row))
    ]
    texts += [text for page in loud.pages for point in page.points for text in (point.head, point.text)]
    assert [text for text in texts if text and text not in by_others and not text.startswith("Notice:")] == []
    assert loud.title == "Notice:Before anything is recorded"
