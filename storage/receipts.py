"""Who was shown which notice, and when they acknowledged it; never decides whether that suffices."""

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from storage.schema import notice_receipt


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """One notice that was shown to one person."""

    text_hash: str
    who: str
    shown_ms: int
    """UTC epoch ms."""
    accepted_ms: int | None


def latest_receipt(connection: Connection, text_hash: str, who: str) -> Receipt | None:
    """The latest showing of this text to this person that was acknowledged, else the latest; None if never shown."""
    found = (
        select(notice_receipt)
        .where(notice_receipt.c.hash == text_hash, notice_receipt.c.who == who)
        .order_by(notice_receipt.c.accepted_ms.is_(None), notice_receipt.c.id.desc())
        .limit(1)
    )
    row = connection.execute(found).one_or_none()
    if row is None:
        return None
    return Receipt(text_hash=row.hash, who=row.who, shown_ms=row.shown_ms, accepted_ms=row.accepted_ms)


def note_shown(connection: Connection, text_hash: str, who: str, at_ms: int) -> None:
    connection.execute(insert(notice_receipt).values(hash=text_hash, who=who, shown_ms=at_ms))


def note_accepted(connection: Connection, text_hash: str, who: str, at_ms: int) -> None:
    """Acknowledge every showing of this text to this person that is not acknowledged yet."""
    connection.execute(
        update(notice_receipt)
        .where(notice_receipt.c.hash == text_hash, notice_receipt.c.who == who, notice_receipt.c.accepted_ms.is_(None))
        .values(accepted_ms=at_ms)
    )
