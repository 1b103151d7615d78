"""What is masked before a title is stored, and which windows are private; never stores anything."""

import re
from enum import StrEnum

from core.sample import Window


class TitleLevel(StrEnum):
    """How much of a window title reaches the disk."""

    FULL = "full"
    REDACTED = "redacted"
    APP_ONLY = "app-only"


class Mark(StrEnum):
    """What stands in a stored title where something was masked."""

    MAIL = "‹mail›"
    CARD = "‹card›"
    ACCOUNT = "‹account›"
    PHONE = "‹phone›"
    NUMBER = "‹number›"
    QUERY = "‹query›"
    HOME = "‹home›"


PASSWORD_MANAGERS = frozenset({
    "1password", "authenticator", "authy", "bitwarden", "buttercup", "dashlane", "enpass", "gnome-keyring",
    "keepass", "keepass2", "keepassx", "keepassxc", "keeper", "keychain access", "keychain", "kwalletmanager",
    "kwalletmanager5", "lastpass", "nordpass", "org.gnome.secrets", "org.keepassxc.keepassxc", "passwords",
    "proton pass", "qtpass", "roboform", "seahorse", "secrets",
})  # fmt: skip
"""Programs whose windows are always private, in lower case and without `.exe`."""

_PRIVATE_BROWSING = re.compile(
    r"\((?:private browsing|private|incognito|inkognito|inprivate|navigation privée|privater modus)\)\s*$"
    r"|\[inprivate\]"
    r"|[-–—]\s*(?:mozilla firefox private browsing|firefox private browsing|mozilla firefox privater modus"
    r"|mozilla firefox \(?navigation privée\)?|librewolf private browsing|tor browser|inprivate|private window)\s*$"
    r"|^(?:new incognito tab|new inprivate tab|private browsing|neuer inkognito-tab)\b"
    r"|[-–—]\s*\[?inprivate\]?\s*[-–—]",
    re.IGNORECASE,
)

_MAIL = re.compile(r"(?<![\w.+%-])[\w.+%-]++@[\w-]+(?:\.[\w-]+)+")
_QUERY = re.compile(r"(?<=\S)\?[^\s?]*=[^\s]*")
_HOME = re.compile(r"(?:/home/|/Users/|[A-Za-z]:\\Users\\)[^\s/\\:]+")
_ACCOUNT = re.compile(r"\b[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){2,7}(?:[ ]?[A-Z0-9]{1,3})?\b")
_CARD = re.compile(r"(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)")
_PHONE = re.compile(r"(?<![\w+])(?:\+|00|\(?0)\d{1,4}+\)?(?:[ /.-]?\(?\d{1,5}+\)?){1,6}(?!\w)")
_NUMBER = re.compile(r"\d(?:[ ./-]?\d){5,}|\d{5,}")
_DATE = re.compile(r"(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?:19|20)?\d\d")
SHORTEST_PHONE = 7


BUILT_IN = (
    *sorted(PASSWORD_MANAGERS),
    *(of.pattern for of in (_PRIVATE_BROWSING, _MAIL, _QUERY, _HOME, _ACCOUNT, _CARD, _PHONE, _NUMBER, _DATE)),
)
"""What all of this depends on, so that a change of it shows."""


def hides(app: str) -> bool:
    """Whether every window of this program is private by default."""
    return app.lower().removesuffix(".exe") in PASSWORD_MANAGERS


def is_private(window: Window) -> bool:
    """Whether a window is private by default: a password manager or a private-browsing window."""
    return hides(window.app) or _PRIVATE_BROWSING.search(window.title) is not None


def redact(title: str) -> str:
    """`title` with addresses, numbers, queries and home paths replaced by marks; redacting twice changes nothing.

    Heuristics, not a guarantee: a name of a person is not recognised.
    """
    masked = _masked(title)
    while masked != title:  # a mark may part what was glued to it: "12345+49 30 123456" is a number and a phone
        title, masked = masked, _masked(masked)
    return masked


def title_at(level: TitleLevel, title: str) -> str:
    """What may be stored of a title by itself."""
    if level is TitleLevel.APP_ONLY:
        return ""
    return title if level is TitleLevel.FULL else redact(title)


def _masked(title: str) -> str:
    masked = _MAIL.sub(Mark.MAIL, title)
    masked = _QUERY.sub(Mark.QUERY, masked)
    masked = _HOME.sub(Mark.HOME, masked)
    masked = _ACCOUNT.sub(Mark.ACCOUNT, masked)
    masked = _CARD.sub(lambda found: Mark.CARD if _luhn(found[0]) else Mark.NUMBER, masked)
    masked = _PHONE.sub(_phone_mark, masked)
    return _NUMBER.sub(lambda found: found[0] if _DATE.fullmatch(found[0]) else Mark.NUMBER, masked)


def _luhn(digits: str) -> bool:
    """The checksum of payment cards, ISO/IEC 7812-1 annex B."""
    total = 0
    for place, digit in enumerate(int(char) for char in reversed(digits) if char.isdigit()):
        doubled = digit * 2 if place % 2 else digit
        total += doubled - 9 if doubled > 9 else doubled
    return total % 10 == 0


def _phone_mark(found: re.Match[str]) -> str:
    digits = sum(char.isdigit() for char in found[0])
    return Mark.PHONE if digits >= SHORTEST_PHONE and not _DATE.fullmatch(found[0]) else found[0]
