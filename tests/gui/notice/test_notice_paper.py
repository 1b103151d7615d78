"""The notice on paper: every word of it, and the hash that a receipt names."""

import stat
import sys
from pathlib import Path

import pytest

from core.config import Config, Settings
from core.errors import MachineError
from core.notice import notice_for
from gui.notice.notice_paper import paper_html, write_paper
from gui.theme import Appearance

NOTICE = notice_for(Config(settings=Settings(input_counts=True), sources={}, organisation=None))


def test_every_word_is_on_it(appearance: Appearance) -> None:
    """Whatever is added to the notice."""
    html = paper_html(NOTICE)
    texts = [NOTICE.title, NOTICE.hash]
    for page in NOTICE.pages:
        texts += [page.headline, page.lead, page.footnote, *page.never, *(cell for row in page.table for cell in row)]
        texts += [text for point in page.points for text in (point.head, point.text)]

    assert [text for text in texts if text not in html] == []


def test_it_is_a_file_for_its_reader_alone(appearance: Appearance, tmp_path: Path) -> None:
    """A whole PDF, with a beginning and an end."""
    file = write_paper(NOTICE, tmp_path / "notice.pdf")
    written = file.read_bytes()

    assert written.startswith(b"%PDF-")
    assert written.rstrip().endswith(b"%%EOF")
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_place_that_refuses_is_told(appearance: Appearance, tmp_path: Path) -> None:
    """With what to do."""
    with pytest.raises(MachineError):
        write_paper(NOTICE, tmp_path / "missing" / "notice.pdf")
