"""The formats that there are, and those that are offered."""

import re
from collections.abc import Collection
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli.arguments import parse
from core.clock import MS_PER_DAY
from core.errors import UserError
from core.span import Span
from interchange.admission import admitted
from interchange.event import Tally
from interchange.formats import READERS, WRITERS, read_events
from tests.interchange.told import a_file, judged, spans_with_any_text, terms, written


@pytest.mark.parametrize(("words", "known"), [(("import", "a file"), READERS), (("export",), WRITERS)])
def test_the_command_line_offers_what_there_is(
    words: tuple[str, ...], known: Collection[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """It does not load the room to know."""
    with pytest.raises(SystemExit):
        parse([*words, "--format", "no such format"])

    offered = capsys.readouterr().err.rpartition("choose from ")[2]
    assert set(re.findall(r"\w+", offered)) == set(known)


@pytest.mark.parametrize("form", READERS)
@given(spans=spans_with_any_text(), damage=st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=6)), max_size=3))
def test_a_damaged_file_is_read_or_refused(form: str, spans: list[Span], damage: list[tuple[float, bytes]]) -> None:
    """Whatever happened to its bytes, nobody meets an error of ours; what is read fits a record."""
    content = written(map(judged, spans), form).encode()
    for place, instead in damage:
        at = round(place * len(content))
        content = content[:at] + instead + content[at + 3 :]
    tally = Tally()
    try:
        events = read_events(a_file(content), form, tally)
    except UserError:
        return

    found = list(admitted(events, terms(), tally))
    assert all(span.observed_ms <= MS_PER_DAY for span in found)
    assert all(one.end_ms <= other.start_ms for one, other in pairwise(found))
    assert all((span.context.app + span.context.title).encode() is not None for span in found)
