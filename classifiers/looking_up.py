"""Names the work that looking something up served; never makes work of knowledge."""

from collections.abc import Sequence

from classifiers.rule import LONGEST_LOOK_BACK_MS
from core.category import Kind
from core.clock import MS_PER_MIN
from core.judge import Piece, Verdict
from core.span import ATTENDED, State

LONGEST_ABSENCE_MS = 5 * MS_PER_MIN
"""Nobody at the desk for longer than this ends a look-up."""
_WORK, _KNOWLEDGE = f"{Kind.WORK}/", Kind.KNOWLEDGE.value


def look_ups(pieces: list[Piece], leaning: Sequence[int]) -> None:
    """Replace in `pieces`, a day in order, the verdicts on knowledge between two stretches of one activity.

    `leaning` are the numbers of attended pieces among which all knowledge is. An episode lasts half an hour at the
    most, from work to work; private time and long absence end it.
    """
    behind = 0
    for first in leaning:
        if first < behind or not _is_knowledge(pieces[first]):
            continue
        before = _next_attended(pieces, first, -1)
        if before is None or not pieces[before].verdict.category.path.startswith(_WORK):
            continue
        episode = [first]
        following = _next_attended(pieces, first, 1)
        while following is not None and _is_knowledge(pieces[following]):
            episode.append(following)
            following = _next_attended(pieces, following, 1)
        behind = episode[-1] + 1
        if following is not None:
            _serve(pieces, before, episode, following)


def _serve(pieces: list[Piece], before: int, episode: list[int], behind: int) -> None:
    path = pieces[before].verdict.category.path
    if path != pieces[behind].verdict.category.path:
        return
    if pieces[behind].span.start_ms - pieces[before].span.end_ms > LONGEST_LOOK_BACK_MS:
        return
    for number in episode:
        span, verdict = pieces[number].span, pieces[number].verdict
        pieces[number] = Piece(
            span, Verdict(verdict.category, verdict.rule_id, f"{verdict.why}, served {path}", serves=path)
        )


def _next_attended(pieces: list[Piece], number: int, step: int) -> int | None:
    """The next piece in that direction at whose time somebody was there; None where too much lies between."""
    span, at = pieces[number].span, number + step
    while 0 <= at < len(pieces):
        other = pieces[at].span
        if other.state in ATTENDED:
            earlier, later = (span, other) if step > 0 else (other, span)
            return at if later.start_ms - earlier.end_ms <= LONGEST_ABSENCE_MS else None
        if other.state is State.PRIVATE:
            return None
        at += step
    return None


def _is_knowledge(attended: Piece) -> bool:
    return attended.verdict.category.path.startswith(_KNOWLEDGE)
