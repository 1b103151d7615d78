"""What the page on one's own data says: what is kept, what left, who can see it; never reads any of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.config import Config
from core.holding import Holding, Kept
from core.period import OffsetAt
from core.privacy import TitleLevel
from core.wording import translate
from gui.presenters.local_formats import local_formats
from gui.presenters.moments import days_until, moment
from gui.presenters.policy import PolicyFiles, kept_for_ever, kept_months, short_hash
from reports.shares import Share

KB, MB, GB = 1000, 1000**2, 1000**3


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnData:
    """What was found of one person on one computer."""

    holdings: tuple[Holding, ...]
    shares: tuple[Share, ...]
    """The latest first."""
    size: int
    """Bytes that all of it takes."""
    config: Config
    files: PolicyFiles
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Deletion:
    """The days that shall go, both of these too; all of them where none is given."""

    first: date | None = None
    """None where they go from the beginning on."""
    last: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One thing to do; it cannot be done where `offer` is empty."""

    mark: str
    head: str
    text: str
    offer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDataView:
    """The whole page."""

    lead: str
    sentence: str
    stored: tuple[tuple[str, ...], ...]
    """One for each kind of data that there is, in the columns of `stored_head`."""
    deleted: str
    """What is deleted by itself."""
    sent: tuple[tuple[str, ...], ...]
    sent_hint: str
    wrong: Card
    letter: Card | None
    """None where nobody is named who could be written to."""
    delete: Card
    policy: Card


def stored_head() -> tuple[str, ...]:
    return (
        translate("Own data", "Kind"),
        translate("Own data", "Contains"),
        translate("Own data", "From – to"),
        translate("Own data", "Kept"),
        translate("Own data", "Rows"),
        translate("Own data", "Who can see it"),
    )


def sent_head() -> tuple[str, ...]:
    return (
        translate("Own data", "When"),
        translate("Own data", "What"),
        translate("Own data", "Under the name"),
        translate("Own data", "Where to"),
    )


def own_data_view(found: OwnData, offset_at: OffsetAt) -> OwnDataView:
    return OwnDataView(
        lead=translate("Own data", "{size} on this computer").format(size=size_in_words(found.size)),
        sentence=_sentence(found, offset_at),
        stored=tuple(_stored(one, found) for one in found.holdings if one.rows),
        deleted=_deleted(found.config),
        sent=tuple(_sent(share, offset_at, found.today) for share in found.shares),
        sent_hint=_sent_hint(found.shares),
        wrong=_wrong(),
        letter=_letter() if found.config.organisation and found.config.organisation.contact else None,
        delete=_delete(found.config),
        policy=_policy(found),
    )


def size_in_words(size: int) -> str:
    """`18.6 MB`."""
    for unit, name in ((GB, "GB"), (MB, "MB"), (KB, "kB")):
        if size >= unit:
            return f"{size / unit:.1f} {name}".replace(".", local_formats().decimal_point)
    return translate("Own data", "{count} bytes").format(count=size)


def count_in_words(count: int) -> str:
    """`18,412`, or `18.412` where a comma parts the decimals."""
    text = f"{count:,}"
    return text.replace(",", ".") if local_formats().decimal_point == "," else text


def shared_before(share: Share, offset_at: OffsetAt, today: date) -> str:
    """What stands above the rows of one share."""
    at_ms = share.totals.written_ms
    only = translate("Own data", "These rows left this computer {moment}, under the name “{person}”, and nothing else.")
    more = translate(
        "Own data",
        "These rows left this computer {moment}, under the name “{person}”, "
        "together with those of earlier days that you have deleted here since.",
    )
    return (more if share.forgotten else only).format(
        moment=moment(at_ms, offset_at(at_ms), today), person=share.totals.person
    )


def _sentence(found: OwnData, offset_at: OffsetAt) -> str:
    if not found.shares:
        rest = translate(
            "Own data", ", and none of it has left. Everything Engineroom knows about you is on this page."
        )
        return rest if any(one.rows for one in found.holdings) else ""
    at_ms = found.shares[0].totals.written_ms
    return translate(
        "Own data",
        ", last shared {moment}: day totals, no titles. Everything Engineroom knows about you is on this page.",
    ).format(moment=moment(at_ms, offset_at(at_ms), found.today))


def _stored(one: Holding, found: OwnData) -> tuple[str, ...]:
    name, contains = _in_words(one.what, found.config)
    return (
        name,
        contains,
        days_until(one.first, one.last, found.today),
        _kept(one.what, found.config),
        count_in_words(one.rows),
        _who(one.what),
    )


def _in_words(what: Kept, config: Config) -> tuple[str, str]:
    spans = {
        TitleLevel.FULL: translate("Own data", "Spans with titles"),
        TitleLevel.REDACTED: translate("Own data", "Spans with masked titles"),
        TitleLevel.APP_ONLY: translate("Own data", "Spans without titles"),
    }
    return {
        Kept.SPANS: (spans[config.settings.titles], translate("Own data", "What was in front, when")),
        Kept.GAPS: (translate("Own data", "Gaps"), translate("Own data", "When nothing was seen, and why")),
        Kept.HOUR_TOTALS: (
            translate("Own data", "Hour totals by category"),
            translate("Own data", "Time per hour"),
        ),
        Kept.DAY_TOTALS: (
            translate("Own data", "Day totals"),
            translate("Own data", "Time per day and program"),
        ),
        Kept.STATEMENTS: (
            translate("Own data", "Corrections and answers"),
            translate("Own data", "What you said, and when"),
        ),
        Kept.RECEIPTS: (
            translate("Own data", "Notice receipts"),
            translate("Own data", "When you read which notice"),
        ),
        Kept.BACKUPS: (translate("Own data", "Backups"), translate("Own data", "All of this as it was")),
    }[what]


def _days(count: int) -> str:
    return translate("Own data", "1 day") if count == 1 else translate("Own data", "{days} days").format(days=count)


def _kept(what: Kept, config: Config) -> str:
    days = config.settings.keep_spans_days
    if what in {Kept.SPANS, Kept.GAPS}:
        return _days(days) if days else kept_months(config.settings)
    if what in {Kept.HOUR_TOTALS, Kept.DAY_TOTALS}:
        return kept_months(config.settings)
    if what is Kept.STATEMENTS:
        return translate("Own data", "As long as their time")
    if what is Kept.BACKUPS:
        return translate("Own data", "The last few")
    return translate("Own data", "As long as the record")


def _who(what: Kept) -> str:
    if what is Kept.DAY_TOTALS:
        return translate("Own data", "You; others if shared")
    return translate("Own data", "You")


def _deleted(config: Config) -> str:
    settings = config.settings
    if settings.keep_spans_days or settings.keep_totals_months:
        return translate("Own data", "What is older than it is kept is really deleted, every night.")
    return translate("Own data", "Nothing is deleted by itself: {kept}.").format(
        kept=kept_for_ever(settings)[:1].lower() + kept_for_ever(settings)[1:]
    )


def _sent(share: Share, offset_at: OffsetAt, today: date) -> tuple[str, ...]:
    at_ms = share.totals.written_ms
    count = share.days
    days = (
        translate("Own data", "Totals of 1 day")
        if count == 1
        else translate("Own data", "Totals of {count} days").format(count=count)
    )
    when = moment(at_ms, offset_at(at_ms), today)
    return when[:1].upper() + when[1:], days, share.totals.person, share.to


def _sent_hint(shares: Sequence[Share]) -> str:
    if not shares:
        return translate("Own data", "Nothing that is kept here has left this computer through Engineroom.")
    if len(shares) == 1:
        return translate("Own data", "Once, by your hand. Open it to see the exact rows.")
    return translate("Own data", "{count} times, by your hand. Open one to see the exact rows.").format(
        count=len(shares)
    )


def _wrong() -> Card:
    return Card(
        mark="note",
        head=translate("Own data", "Something is wrong"),
        text=translate("Own data", "Correct a stretch on its day, or take back what you corrected."),
        offer=translate("Own data", "Open corrections"),
    )


def _letter() -> Card:
    return Card(
        mark="document",
        head=translate("Own data", "Object or ask"),
        text=translate(
            "Own data", "Writes a letter to data protection with the dates you choose. Nothing else is attached."
        ),
        offer=translate("Own data", "Start a letter…"),
    )


def _delete(config: Config) -> Card:
    allowed = config.settings.erase_allowed
    return Card(
        mark="delete",
        head=translate("Own data", "Delete"),
        text=translate(
            "Own data", "Removes everything of the days you choose, or all of it. What you shared stays where it is."
        )
        if allowed
        else translate("Own data", "The policy does not allow you to delete what was recorded."),
        offer=translate("Own data", "Choose days…") if allowed else "",
    )


def _policy(found: OwnData) -> Card:
    organisation = found.config.organisation
    return Card(
        mark="lock",
        head=translate("Own data", "Policy in force"),
        text=translate("Own data", "Set by {organisation}.\nsha256 {hash}").format(
            organisation=organisation.name, hash=short_hash(found.files.sha256)
        )
        if organisation
        else translate("Own data", "Nobody manages this desk. Every setting, and who set it."),
        offer=translate("Own data", "Read the policy"),
    )
