"""What this desk would have recorded of what another program saw."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from core.case_token import case_token
from core.clock import MS_PER_DAY, MS_PER_HOUR, offset_min
from core.period import EPOCH, DayStarts
from core.privacy import TitleLevel
from core.span import NOTHING_SHOWN, Context, Span, State
from core.working_hours import parse_working_hours
from interchange.admission import Terms, admitted
from interchange.event import Event, Tally
from tests.classifiers.redactors import BANKING, CASES, KEY, a_redactor
from tests.factories import BERLIN_WINTER_MIN, NINE
from tests.interchange.told import an_event, terms

HOUR_S = 3600
TOKEN = "abcdefgh234567ab"


def spans(*events: Event, by: Terms | None = None) -> list[Span]:
    return list(admitted(events, by or terms(), Tally()))


def test_an_event_becomes_a_span_with_all_that_it_says() -> None:
    (span,) = spans(an_event(0, 12.5, app="mail", title="Inbox", state=State.CALL, off_min=345, source="csv:x"))

    assert span == Span(
        start_ms=NINE,
        observed_ms=12_500,
        context=Context("mail", "Inbox"),
        state=State.CALL,
        off_min=345,
        source="csv:x",
    )


@pytest.mark.parametrize(
    ("level", "title"),
    [
        (TitleLevel.FULL, "Case 4711 0815 of a@example.org"),
        (TitleLevel.REDACTED, "Case ‹number› of ‹mail›"),
        (TitleLevel.APP_ONLY, ""),
    ],
)
def test_titles_are_masked_as_those_that_the_agent_sees(level: TitleLevel, title: str) -> None:
    (span,) = spans(an_event(title="Case 4711 0815 of a@example.org"), by=terms(titles=level))

    assert span.context == Context("calc", title)


def test_rules_take_out_of_an_import_what_they_take_out_of_life() -> None:
    """A case that the title shows is the one; a token of the file holds where it shows none."""
    by = terms(redactor=a_redactor(CASES + BANKING))
    told = [
        an_event(0, 60, title="Claim C-4711")._replace(case=TOKEN),
        an_event(60, 120, title="Budget")._replace(case=TOKEN),
        an_event(120, 180, app="bank", title="Accounts")._replace(case=TOKEN),
    ]

    assert [(of.context, of.state, of.case) for of in spans(*told, by=by)] == [
        (Context("calc", "Claim C-‹case›"), State.ACTIVE, case_token(KEY, "4711")),
        (Context("calc", "Budget"), State.ACTIVE, TOKEN),
        (NOTHING_SHOWN, State.PRIVATE, None),
    ]


@pytest.mark.parametrize("case", ["4711", "C-4711-of-Anna-B", "", "=1+1"])
def test_what_is_no_token_is_never_taken_for_one(case: str) -> None:
    """A column of another program may have that name, and identifiers in it."""
    (span,) = spans(an_event()._replace(case=case))

    assert span.case is None


@pytest.mark.parametrize(
    "event",
    [
        an_event(app="KeePassXC.exe", title="secret"),
        an_event(app="firefox", title="A surprise (Private Browsing)"),
        an_event(app="firefox", title="A surprise", state=State.PRIVATE),
    ],
    ids=["password manager", "private browsing", "private time"],
)
def test_of_private_windows_only_time_is_kept(event: Event) -> None:
    """Whatever else the file says of them."""
    (span,) = spans(event)

    assert (span.context, span.state) == (NOTHING_SHOWN, State.PRIVATE)


def test_an_event_of_days_is_split_where_each_of_them_begins() -> None:
    """From Monday 9:00 to Wednesday 9:00 in Berlin, where days begin at 4:00."""
    begin_at_four = terms(day_starts=DayStarts(((EPOCH, 4),)))

    found = spans(an_event(0, 48 * HOUR_S), by=begin_at_four)

    assert [(span.start_ms - NINE, span.observed_ms) for span in found] == [
        (0, 19 * MS_PER_HOUR),
        (19 * MS_PER_HOUR, 24 * MS_PER_HOUR),
        (43 * MS_PER_HOUR, 5 * MS_PER_HOUR),
    ]


@pytest.mark.parametrize(
    ("first", "last", "offsets"),
    [
        # 29 March 2026, 02:00 becomes 03:00 in Berlin; the events last from 00:30 to 05:30 on the clock
        ("2026-03-28T23:30", 4, [(60, 1.5), (120, 2.5)]),
        # 25 October 2026, 03:00 becomes 02:00
        ("2026-10-24T22:30", 6, [(120, 2.5), (60, 3.5)]),
    ],
)
def test_a_change_of_clocks_splits_an_event(first: str, last: float, offsets: list[tuple[int, float]]) -> None:
    """A file that forgets the zone is read in that of this machine, hour by hour as the clocks showed."""
    start_ms = utc_ms(first)
    event = an_event()._replace(start_ms=start_ms, end_ms=start_ms + round(last * MS_PER_HOUR))

    found = spans(event, by=terms(offset_at=offset_min))

    assert [(span.off_min, span.observed_ms / MS_PER_HOUR) for span in found] == offsets


def utc_ms(text: str) -> int:
    return round(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp() * 1000)


def test_an_offset_of_its_own_is_kept() -> None:
    """A traveller's day begins where the traveller was: at 18:15 UTC in Kathmandu."""
    midnight_s = 10.25 * HOUR_S  # after 9:00 in Berlin, 8:00 UTC

    found = spans(an_event(midnight_s - 60, midnight_s + 60, off_min=345))

    assert [(span.off_min, span.observed_ms) for span in found] == [(345, 60_000), (345, 60_000)]


def test_what_has_not_passed_yet_is_cut_off() -> None:
    """A span that ends in the future would be where the agent goes on."""
    tally = Tally()

    found = list(
        admitted([an_event(0, 60), an_event(60, 180), an_event(200, 300)], terms(until_ms=NINE + 90_000), tally)
    )

    assert [span.observed_ms for span in found] == [60_000, 30_000]
    assert tally.in_future == 2


def test_days_of_which_only_totals_are_kept_stay_as_they_are() -> None:
    """Local days: Tuesday begins at 23:00 UTC on Monday."""
    tally = Tally()
    tuesday_s = 15 * HOUR_S
    events = [an_event(tuesday_s - 60, tuesday_s + 60), an_event(tuesday_s + 60, tuesday_s + 120)]

    found = list(admitted(events, terms(first_day=date(2026, 3, 3)), tally))

    assert [span.start_ms for span in found] == [NINE + 1000 * tuesday_s, NINE + 1000 * (tuesday_s + 60)]
    assert tally.too_old == 1


def test_outside_the_working_hours_nothing_is_taken_in() -> None:
    """Another program may have gone on in the evening; this desk may not keep that."""
    tally = Tally()
    allowed = terms(working_hours=parse_working_hours(["Mon-Fri 08:00-10:00"]))
    events = [an_event(-2 * HOUR_S, 2 * HOUR_S), an_event(3 * HOUR_S, 4 * HOUR_S), an_event(24 * HOUR_S, 25 * HOUR_S)]

    found = list(admitted(events, allowed, tally))

    assert [((span.start_ms - NINE) / MS_PER_HOUR, span.observed_ms / MS_PER_HOUR) for span in found] == [
        (-1, 2),
        (24, 1),
    ]
    assert tally.off_hours == 3


def test_no_span_is_longer_than_the_longest_day() -> None:
    """A year of one event, in a zone that has two changes of clocks in it."""
    year = an_event(0, 365 * 24 * HOUR_S)

    found = spans(year, by=terms(offset_at=offset_min))

    assert sum(span.observed_ms for span in found) == 365 * MS_PER_DAY
    assert max(span.observed_ms for span in found) == MS_PER_DAY
    assert len(found) == 366 + 2


@pytest.mark.parametrize("offset_at", [lambda _ms: BERLIN_WINTER_MIN, offset_min], ids=["fixed", "Berlin"])
def test_each_day_is_asked_for_its_offset_and_not_each_event(offset_at: Callable[[int], int]) -> None:
    """Two hundred thousand events must not ask two hundred thousand times."""
    asked: list[int] = []

    def counting(utc_ms: int) -> int:
        asked.append(utc_ms)
        return offset_at(utc_ms)

    spans(*(an_event(second, second + 1) for second in range(500)), by=terms(offset_at=counting))

    assert len(asked) == 2
