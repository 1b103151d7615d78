"""Gives time that no rule knows to the activity on both sides of it; never to anything longer than the limit."""

from collections.abc import Sequence

from classifiers.cutting import NO_GAP_MS
from classifiers.lengths import in_words
from classifiers.verdicts import NO_RULE, is_unknown
from core.category import Kind
from core.judge import Piece, Verdict
from core.span import ATTENDED

_CARRYING = (f"{Kind.WORK}/", f"{Kind.KNOWLEDGE}/")


def carry_over(pieces: list[Piece], leaning: Sequence[int], limit_ms: int) -> None:
    """Replace in `pieces`, a day in order, what is unknown between two stretches of one activity.

    `leaning` are the numbers of attended pieces among which all unknown ones are.
    """
    for first in leaning:
        if not first or not is_unknown(pieces[first].verdict):
            continue
        path = pieces[first - 1].verdict.category.path
        if path.startswith(_CARRYING):
            _carry(pieces, path, first, _end_of_run(pieces, first), limit_ms)


def _end_of_run(pieces: list[Piece], first: int) -> int:
    """The number of the first piece behind the unknown stretch that begins with `first`."""
    at = first + 1
    while at < len(pieces) and _goes_on(pieces, at) and is_unknown(pieces[at].verdict):
        at += 1
    return at


def _carry(pieces: list[Piece], path: str, first: int, behind: int, limit_ms: int) -> None:
    if behind == len(pieces) or path != pieces[behind].verdict.category.path:
        return
    length_ms = pieces[behind - 1].span.end_ms - pieces[first].span.start_ms
    if length_ms > limit_ms or not _goes_on(pieces, first) or not _goes_on(pieces, behind):
        return
    why = f"carried over from {path} on both sides, {in_words(length_ms)}"
    for number in range(first, behind):
        span, verdict = pieces[number].span, pieces[number].verdict
        # a piece that was kept active goes on to say so
        said = why + verdict.why.removeprefix(NO_RULE.why)
        pieces[number] = Piece(span, Verdict(pieces[behind].verdict.category, None, said))


def _goes_on(pieces: list[Piece], number: int) -> bool:
    """Whether somebody was at the desk throughout this piece and the one before it, without a gap between them."""
    before, span = pieces[number - 1].span, pieces[number].span
    attended = before.state in ATTENDED and span.state in ATTENDED
    return attended and span.start_ms - before.end_ms <= NO_GAP_MS
