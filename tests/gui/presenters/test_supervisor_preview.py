"""The row that a supervisor would see, worked out as a real one: by hand, the private time is part of what is not."""

from core.config import Config, Settings
from gui.presenters.supervisor_preview import supervisor_preview


def config(detail: str = "category") -> Config:
    settings = Settings(person="Anna", share_detail="kind" if detail == "kind" else "category")
    return Config(settings=settings, sources={}, organisation=None)


def test_private_time_and_gaps_are_one_number_without_a_reason() -> None:
    """4:05 + 0:52 + 0:14 + 1:01 are 6:12; 0:12 private and 0:37 unobserved are 0:49."""
    preview = supervisor_preview(config())

    assert dict(zip(preview.head, preview.row, strict=True)) == {
        "Name": "Anna",
        "Day": "Thu 12 Mar",
        "Recorded": "6:12",
        "Work": "4:05",
        "Knowl.": "0:52",
        "Unclass.": "–",
        "Personal": "0:14",
        "Idle": "1:01",
        "Not rec.": "0:49",
    }


def test_a_policy_that_shares_kinds_only_shows_the_same_row() -> None:
    """The supervisor's page sums by kind anyway."""
    assert supervisor_preview(config("kind")).row == supervisor_preview(config()).row
