"""An HTTP answer as an archive keeps it: status line, headers, body (RFC 9112)."""

from __future__ import annotations

import io
import re
from email import message_from_bytes
from email.message import Message

import msgspec

from loaders.bounded import BoundedStream, Budget, buffered
from loaders.compressed import unpacked
from loaders.errors import RefusedError

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? (\d{3})")
_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
_CHUNK = re.compile(rb"([0-9a-fA-F]{1,8})[^\r\n]{0,100}\r\n")
_READ_HERE = frozenset({"", "identity", "gzip", "x-gzip"})


class HttpAnswer(msgspec.Struct, frozen=True):
    """What a server had sent, its body unpacked."""

    status: str
    media_type: str
    charset: str
    body: bytes


def parse_answer(block: bytes, limit: int) -> HttpAnswer:
    """Return the answer in this block; ``limit`` is the largest body, unpacked.

    Raises:
        RefusedError: ``unreadable`` or ``too-large``.
    """
    status = _STATUS.match(block)
    end = _END_OF_HEAD.search(block)
    if status is None or end is None:
        raise RefusedError("unreadable", "the record holds no whole HTTP answer")
    headers = message_from_bytes(block[block.find(b"\n") + 1 : end.end()])
    body = block[end.end() :]
    if "chunked" in (headers.get("Transfer-Encoding") or "").lower():
        body = _without_chunks(body)
    kind, charset = content_type(headers)
    return HttpAnswer(status[1].decode(), kind, charset, _without_coding(body, headers, limit))


def content_type(headers: Message) -> tuple[str, str]:
    """Return media type and charset of a Content-Type header; empty where there is none."""
    charset = headers.get_param("charset") if "Content-Type" in headers else ""
    return headers.get_content_type() if "Content-Type" in headers else "", charset if isinstance(charset, str) else ""


def _without_chunks(body: bytes) -> bytes:
    """Many crawlers put the chunks together and keep the header: then the body is as it should be."""
    pieces, place = [], 0
    while head := _CHUNK.match(body, place):
        size = int(head[1], 16)
        pieces.append(body[head.end() : head.end() + size])
        place = head.end() + size + 2
        if not size:
            return b"".join(pieces)
    return b"".join(pieces) if place >= len(body) > 0 else body


def _without_coding(body: bytes, headers: Message, limit: int) -> bytes:
    coding = (headers.get("Content-Encoding") or "").strip().lower()
    if coding not in _READ_HERE:
        raise RefusedError("unreadable", f"its body is packed with {coding[:20]!r}, which is not read")
    unpacked_body = unpacked(buffered(BoundedStream(io.BytesIO(body).read)), Budget(body.__len__)).read(limit + 1)
    if len(unpacked_body) > limit:
        raise RefusedError("too-large", f"larger than {limit:,} bytes")
    return unpacked_body
