"""Bytes to text: in which encoding, and who says so."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

from loaders.errors import RefusedError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks; that of UTF-32 begins with that of UTF-16 and so comes first."""

_TYPOGRAPHY = re.compile(rb"[\x80\x82\x84\x85\x91-\x97\x99\xa0\xa3\xa7\xab\xae\xb0\xb7\xbb\xe0-\xef\xf1-\xfc]")
"""Euro, quotes, dashes and the small accented letters as Windows-1252 has them."""

_LABELS = {
    "ascii": "windows-1252",
    "iso8859-1": "windows-1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
"""What these labels mean on the web (WHATWG Encoding Standard, 2023, section 4.2), by Python's name of them."""

_NO_ENCODING_OF_PAGES = {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "utf-7"}
_IN_SEVEN_BITS = {"iso2022_jp", "iso2022_jp_2", "iso2022_kr", "hz"}
"""Text in these looks like plain ASCII, and so like UTF-8."""
_NEVER_GUESSED = ["utf_7", "utf_16", "utf_16_be", "utf_16_le", "utf_32", "utf_32_be", "utf_32_le"]
"""Without a mark these fit nearly any bytes; UTF-16 is told by its zeros instead."""

_BY_MARK = "its byte order mark"
_SAMPLE = 65_536
_FEW = 0.1
_MUCH_CONTROL = 0.02
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\x1a\x1b") | {127})


class Decoded(NamedTuple):
    """A text, its encoding, and where that was learnt."""

    text: str
    encoding: str
    said_by: str


def decode(data: bytes, *, named: str = "", said: tuple[tuple[str, str], ...] = ()) -> Decoded:
    """Return the text of these bytes, without a byte order mark.

    The encoding that the user names decides. Without one, in this order: a byte order mark; UTF-8 if the bytes are
    that, since text in another encoding hardly ever is; what ``said`` has, pairs of an encoding and who says so; a
    guess. What the bytes contradict is passed over.

    Raises:
        RefusedError: ``binary`` or ``encoding``.
    """
    if named:
        return Decoded(_decode_strictly(data, named, "the user").removeprefix("\ufeff"), named, "the user")
    mark = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), None)
    if mark is not None:
        return Decoded(_decode_strictly(data[len(mark[0]) :], mark[1], _BY_MARK), mark[1], _BY_MARK)
    for label, who in _claims(said):
        name = _encoding_labelled(label)
        text = _decode_as(data, name) if name else None
        if text is not None and "\x00" not in text:
            return Decoded(text, name, who)
    if is_binary(data[:_SAMPLE]):
        raise RefusedError("binary", "these bytes are no text; give text, HTML or JSON lines, or name the loader")
    return _guess(data)


def is_binary(head: bytes) -> bool:
    """Tell whether bytes look like something other than text in any encoding."""
    if head.startswith(tuple(mark for mark, _ in _MARKS)) or _wide_encoding(head):
        return False
    return b"\x00" in head or len(head) - len(head.translate(None, _CONTROL)) > _MUCH_CONTROL * len(head)


def head_text(head: bytes) -> str:
    """Return the beginning of an input as text for recognising it; bytes that do not decode are replaced."""
    mark = next(((mark, name) for mark, name in _MARKS if head.startswith(mark)), (b"", "utf-8"))
    wide = _wide_encoding(head) if not mark[0] else ""
    return head[len(mark[0]) :].decode(wide or mark[1], errors="replace")


def _decode_strictly(data: bytes, name: str, who: str) -> str:
    text = _decode_as(data, name)
    if text is None:
        raise RefusedError("encoding", f"{who} says {name}, and the bytes are not; convert it to UTF-8")
    return text


def _claims(said: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str]]:
    yield from ((label, who) for label, who in said if _encoding_labelled(label) in _IN_SEVEN_BITS)
    yield "utf-8", "the bytes themselves"
    yield from said


def _encoding_labelled(label: str) -> str:
    try:
        name = codecs.lookup(label.strip()).name
    except (LookupError, ValueError):
        return ""
    return "" if name in _NO_ENCODING_OF_PAGES else _public_name(_LABELS.get(name, name))


def _public_name(name: str) -> str:
    """The name that the world uses of an encoding that Python calls by its number."""
    return re.sub(r"^cp(125\d)$", r"windows-\1", name)


def _decode_as(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (LookupError, ValueError):  # base64 and its like are codecs too, but none of text
        return None


def _guess(data: bytes) -> Decoded:
    wide = _wide_encoding(data[:_SAMPLE])
    name = wide or ("windows-1252" if _is_windows_1252(data) else _charset_of(data))
    text = _decode_as(data, name) if name else None
    if text is None:
        raise RefusedError("encoding", "its encoding cannot be told; convert it to UTF-8, or name it with --encoding")
    return Decoded(text, name, "a guess")


def _wide_encoding(head: bytes) -> str:
    """UTF-16 without a mark: Latin text has a zero in every second byte, and in no other."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > len(head) // 5 and even == 0:
        return "utf-16-le"
    return "utf-16-be" if even > len(head) // 5 and odd == 0 else ""


def _is_windows_1252(data: bytes) -> bool:
    """English with a few typographic quotes: too little to guess by, and by far the usual case."""
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    return high <= _FEW * len(data) and len(_TYPOGRAPHY.findall(data)) == high


def _charset_of(data: bytes) -> str:
    from charset_normalizer import from_bytes  # little is guessed

    best = from_bytes(data[:_SAMPLE], cp_exclusion=_NEVER_GUESSED).best()
    return _public_name(best.encoding) if best is not None else ""
