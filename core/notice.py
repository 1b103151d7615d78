"""What a person must have read before anything is recorded; never records that they did."""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass

from core.config import Config
from core.notice_page import Page, page_as_text
from core.notice_wording import how_long_and_why, pause_and_private, what_is_recorded, who_sees_what
from core.redactor import Effect
from core.wording import Translate, in_english


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """The whole notice, as it applies to one desk under one policy, in one language."""

    title: str
    pages: tuple[Page, ...]
    hash: str
    """SHA-256 of the English text, whatever the language: another as soon as anything in it means something else."""

    def as_text(self) -> str:
        """The notice for a terminal."""
        return "\n\n".join([self.title, *(page_as_text(page) for page in self.pages)]) + "\n"


def notice_for(config: Config, effects: Collection[Effect] = (), translate: Translate = in_english) -> Notice:
    """The notice that `config` calls for, and rules that others wrote and that have these effects."""
    title, pages = _written(config, effects, translate)
    english = _written(config, effects, in_english)
    return Notice(title=title, pages=pages, hash=hashlib.sha256(repr(english).encode()).hexdigest())


def _written(config: Config, effects: Collection[Effect], translate: Translate) -> tuple[str, tuple[Page, ...]]:
    return translate("Notice", "Before anything is recorded"), (
        what_is_recorded(config, effects, translate),
        who_sees_what(config, translate),
        how_long_and_why(config, translate),
        pause_and_private(config, translate),
    )
