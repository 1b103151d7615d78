"""What an invented team has shared, each person's totals out of a month of their own; never anybody's real totals."""

from datetime import datetime, timedelta
from pathlib import Path

from core.paths import Paths, paths_below
from gui.access.record_access import RecordAccess
from stage.office_month import NOW, SEED, office_month, write_month

COLLEAGUES = ("B. Demir", "C. Ivanova", "D. Okoye", "E. Lund")
AWAY_SINCE = {"D. Okoye": timedelta(days=9)}
"""Whose totals are old."""


def share_team(folder: Path, homes: Path) -> None:
    """Totals of some colleagues in `folder`, made in homes of their own."""
    for seed, person in enumerate(COLLEAGUES, start=SEED + 1):
        paths = paths_below(homes / person)
        until: datetime = NOW - AWAY_SINCE.get(person, timedelta())
        write_month(paths, list(office_month(seed, until)))
        share_month(paths, person, folder)


def share_month(paths: Paths, person: str, folder: Path) -> None:
    """What has been recorded below `paths`, as this person shares it."""
    paths.settings.write_text(f'person = "{person}"\n', encoding="utf-8")
    access = RecordAccess(paths=paths, policy=paths.config / "policy.toml")
    access.share(str(folder), access.totals_to_share().totals)
