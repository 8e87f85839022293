"""WARC archives of the web (ISO 28500): each page that was answered with 200 is an article.

Requests, metadata and the archive's own records are bookkeeping and passed over; so are revisits, which say that a page
was the same as before. The time of the crawl is no date of publication.
"""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from io import BufferedReader
from itertools import count

import msgspec

from kg.model import Reject, Source
from loaders.contract import OpenedInput, ReadOptions
from loaders.errors import RefusedError
from loaders.http_answer import content_type, parse_answer
from loaders.parts import Part, read_part
from loaders.targets import name_of

_MARK = b"WARC/"
_LONGEST_LINE = 65_536
_MOST_HEADERS = 200
_HEADERS_OF_ANSWER = 65_536
_SKIPPED_AT_ONCE = 2**20
_OK = "200"


class _Record(msgspec.Struct, frozen=True):
    """A record of an archive; ``block`` is ``None`` where it is larger than the limit."""

    kind: str
    url: str
    headers: Message
    block: bytes | None


class WarcLoader:
    """Reads WARC files, compressed or not. After a damaged record it goes on with the next that it finds."""

    name = "warc"

    def recognises(self, head: bytes, _name: str, /) -> bool:
        """Tell whether it begins with a WARC record."""
        return head.startswith(_MARK)

    def read(self, opened: OpenedInput, options: ReadOptions) -> Iterator[Source | Reject]:
        """Yield a source or a reject for each page, and a reject for each damage."""
        for number in count(1):
            found, lost = _find_mark(opened.stream)
            if lost:
                detail = f"{lost:,} bytes before it belong to no record; the archive is damaged there"
                yield Reject(opened.where, f"record {number}", "unreadable", detail)
            if not found:
                return
            yield from self._page(number, opened, options)

    def _page(self, number: int, opened: OpenedInput, options: ReadOptions) -> Iterator[Source | Reject]:
        try:
            part = _part(_record(opened.stream, options.record_limit), options.record_limit)
        except RefusedError as error:
            yield error.reject(opened.where, f"record {number}")
            return
        if part is not None:
            yield from read_part(part, opened, options, self.name)


def _find_mark(stream: BufferedReader) -> tuple[bool, int]:
    """Go to the line after the next mark of a record; how many bytes that are not empty lines stood before it."""
    lost = 0
    while line := stream.readline(_LONGEST_LINE):
        if line.startswith(_MARK):
            return True, lost
        lost += len(line) if line.strip() else 0
    return False, lost


def _record(stream: BufferedReader, limit: int) -> _Record:
    headers = message_from_bytes(b"".join(_header_lines(stream)))
    kind, url = str(headers.get("WARC-Type", "")).strip(), str(headers.get("WARC-Target-URI", "")).strip().strip("<>")
    stated = str(headers.get("Content-Length", "")).strip()
    if not (stated.isascii() and stated.isdigit()):
        raise RefusedError("unreadable", "the record does not say how long it is")
    length = int(stated)
    is_kept = length <= limit + _HEADERS_OF_ANSWER
    block = stream.read(length) if is_kept else None
    if not is_kept:
        _skip(stream, length)
    elif block is not None and len(block) < length:
        raise RefusedError("unreadable", f"the archive breaks off inside {url or 'a record'}")
    return _Record(kind, url, headers, block)


def _header_lines(stream: BufferedReader) -> Iterator[bytes]:
    for _ in range(_MOST_HEADERS):
        line = stream.readline(_LONGEST_LINE)
        yield line
        if not line.strip():
            return


def _skip(stream: BufferedReader, length: int) -> None:
    while length > 0 and (piece := stream.read(min(length, _SKIPPED_AT_ONCE))):
        length -= len(piece)


def _part(record: _Record, limit: int) -> Part | None:
    """The page in a record; nothing where the record is bookkeeping."""
    if record.kind not in ("response", "resource", "conversion"):
        return None
    if record.block is None:
        raise RefusedError("too-large", f"{record.url} is larger than {limit:,} bytes")
    if record.kind == "response":
        answer = parse_answer(record.block, limit)
        if answer.status != _OK:
            raise RefusedError("http-error", f"{record.url}: the server had answered {answer.status}")
        return Part(record.url, name_of(record.url), answer.media_type, answer.body, record.url, answer.charset)
    kind, charset = content_type(record.headers)
    return Part(record.url, name_of(record.url), kind, record.block, record.url, charset)
