"""Reads COMPOUND_TEXT, in which old X11 programs write what Latin-1 cannot hold; never writes it."""

import re
from collections.abc import Iterator

_PIECE = re.compile(
    rb"(?P<escape>\x1b%[G@]|\x1b%/[0-4]|\x1b\$?[()\-][\x40-\x7e]|\x9b[012]?\]|\x1b)?"
    rb"(?P<body>(?:(?!\x9b[012]?\])[^\x1b])*)",
    re.DOTALL,
)
_RUN = re.compile(rb"[\x00-\x7f]+|[\x80-\xff]+")
_UTF8 = b"\x1b%G"
_EXTENDED = b"\x1b%/"
_LEFT = {
    b"\x1b(B": "ascii",
    b"\x1b(J": "ascii",
    b"\x1b$(A": "gb2312",
    b"\x1b$(B": "euc_jp",
    b"\x1b$(C": "euc_kr",
}
"""Character sets for bytes below 0x80."""
_RIGHT = {
    b"\x1b-A": "iso8859_1",
    b"\x1b-B": "iso8859_2",
    b"\x1b-C": "iso8859_3",
    b"\x1b-D": "iso8859_4",
    b"\x1b-F": "iso8859_7",
    b"\x1b-G": "iso8859_6",
    b"\x1b-H": "iso8859_8",
    b"\x1b-L": "iso8859_5",
    b"\x1b-M": "iso8859_9",
    b"\x1b-b": "iso8859_15",
    b"\x1b)I": "shift_jis",
    b"\x1b$)A": "gb2312",
    b"\x1b$)B": "euc_jp",
    b"\x1b$)C": "euc_kr",
}
"""Character sets for bytes from 0x80 on."""

_NAMED = re.compile(r"(microsoft-)?(?P<codec>iso8859-\d+|koi8-[ru]|cp125\d|big5|gbk|gb18030|tis620)(-0)?")
"""Character sets that extended segments name; Python knows more, some of which raise or run wild."""


def from_compound_text(value: bytes) -> str:
    """`value` as text; what cannot be read becomes the replacement character."""
    return "".join(_pieces(value))


def _pieces(value: bytes) -> Iterator[str]:
    left, right = "ascii", "iso8859_1"
    for piece in _PIECE.finditer(value):
        escape, body = piece["escape"] or b"", piece["body"]
        if escape == _UTF8:
            yield body.decode(errors="replace")
            continue
        if escape.startswith(_EXTENDED):
            segment, body = _split_extended(body)
            yield _from_extended(segment)
        left = _LEFT.get(escape, left)
        right = _RIGHT.get(escape, right)
        yield from (_from_run(run, left, right) for run in _RUN.findall(body))


def _from_run(run: bytes, left: str, right: str) -> str:
    if run[0] >= 0x80:
        return run.decode(right, errors="replace")
    if left == "ascii":
        return run.decode("ascii")
    high = bytes(byte | 0x80 if byte > 0x20 else byte for byte in run)  # as Python's codecs have these sets
    return high.decode(left, errors="replace")


def _split_extended(body: bytes) -> tuple[bytes, bytes]:
    """The extended segment, whose length stands in two bytes of seven bits, and what follows it."""
    if len(body) < 2:
        return b"", b""
    size = (body[0] & 0x7F) * 128 + (body[1] & 0x7F)
    return body[2 : 2 + size], body[2 + size :]


def _from_extended(segment: bytes) -> str:
    """Text in a character set that is named, as in `koi8-r STX text`."""
    name, _stx, text = segment.partition(b"\x02")
    known = _NAMED.fullmatch(name.decode("latin-1").lower())
    try:
        return text.decode(known["codec"] if known else "ascii", errors="replace")
    except LookupError:  # such as iso8859-12, which was never made
        return text.decode("ascii", errors="replace")
