"""JSON lines: one article a line, in the fields of :class:`ArticleRecord`."""

from __future__ import annotations

import json
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from io import BufferedReader
from typing import Any

import msgspec

from kg.model import Reject, Source
from loaders.article import Article, make_source
from loaders.characters import check_characters
from loaders.contract import OpenedInput, ReadOptions
from loaders.errors import RefusedError

_BEGINS_OBJECT = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"[^"]{1,80}"\s*:')
_SKIPPED_AT_ONCE = 2**20


class ArticleRecord(msgspec.Struct):
    """The fields of a record. Others are ignored. Only ``text`` must be there."""

    text: str
    id: str | int | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    licence: str | None = None
    published: str | None = None
    language: str | None = None
    dateline: str | None = None


_DECODER = msgspec.json.Decoder(ArticleRecord)


class JsonLinesLoader:
    """Reads JSON lines. Each line stands alone: one that is refused keeps its number and content, and the next is read.

    A byte order mark, CRLF and blank lines are tolerated. The text is the field's, character for character.
    """

    name = "jsonl"

    def recognises(self, head: bytes, name: str, /) -> bool:
        """Tell whether the first line is a JSON object, whole or cut; by the name where it is neither."""
        return bool(_BEGINS_OBJECT.match(head)) or name.endswith((".jsonl", ".ndjson"))

    def read(self, opened: OpenedInput, options: ReadOptions) -> Iterator[Source | Reject]:
        """Yield a source or a reject for each line that is not blank."""
        if opened.head().startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
            raise RefusedError("encoding", "JSON lines are UTF-8, and this is UTF-16; convert it to UTF-8")
        stem = opened.stem
        for number, line in lines_of(opened, options.record_limit):
            record = str(number)
            if line is None:
                detail = f"the line is longer than {options.record_limit:,} bytes"
                yield Reject(opened.where, record, "too-large", detail)
                continue
            try:
                yield make_source(article_of(line, stem, record, options.encoding), self.name, options)
            except RefusedError as error:
                content = line.decode("utf-8", errors="backslashreplace")
                yield error.reject(opened.where, record, content, self.name)


def lines_of(opened: OpenedInput, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield the number and bytes of every line that is not blank; ``None`` for one that is longer than the limit.

    Memory stays within the limit, however long a line is.
    """
    number = opened.first_line
    while line := opened.stream.readline(limit + 1):
        if len(line) > limit and not line.endswith(b"\n"):
            skip_line(opened.stream)
            yield number, None
        else:
            stripped = line.removeprefix(BOM_UTF8 if number == opened.first_line else b"").strip()
            if stripped:
                yield number, stripped
        number += 1


def article_of(line: bytes, stem: str, number: str, encoding: str) -> Article:
    """Return the article that one JSON object describes; stem and number are for a record without an id of its own.

    Raises:
        RefusedError: ``encoding``, ``bad-json``, ``bad-record`` or ``bad-characters``.
    """
    fields = msgspec.structs.asdict(decode_record(_as_utf8(line, encoding)))
    own_id = str(fields.pop("id") or "")
    texts = {name: value or "" for name, value in fields.items()}
    return Article(key=own_id or stem, number="" if own_id else number, **texts)


def decode_record(line: bytes) -> ArticleRecord:
    """Return the record of one JSON object in UTF-8.

    Raises:
        RefusedError: ``encoding``, ``bad-json`` or ``bad-record``, or ``bad-characters`` for an unpaired surrogate.
    """
    try:
        return _DECODER.decode(line)
    except msgspec.ValidationError as error:
        raise RefusedError("bad-record", f"{error}") from error
    except UnicodeDecodeError as error:
        raise RefusedError(
            "encoding", f"the line is not in UTF-8: {error}; convert it, or name its encoding"
        ) from error
    except (msgspec.DecodeError, RecursionError) as error:
        _check_surrogates(line)
        raise RefusedError("bad-json", f"{error}") from error


def record_of(source: Source) -> str:
    """Return a source as a line that this loader reads: the content of a reject for a source that others would read."""
    fields = {name: getattr(source, name) for name in ArticleRecord.__struct_fields__ if name != "id"}
    kept = {name: text for name, text in ({"id": source.key} | fields).items() if text}
    return msgspec.json.encode(kept).decode("utf-8")


def _as_utf8(line: bytes, encoding: str) -> bytes:
    try:
        return line.decode(encoding).encode("utf-8") if encoding else line
    except ValueError as error:
        raise RefusedError("encoding", f"the line is not in {encoding}: {error}") from error


def _check_surrogates(line: bytes) -> None:
    """The fast decoder calls an unpaired surrogate bad JSON; the standard library reads it, so that it can be named."""
    try:
        read: Any = json.loads(line)
    except (ValueError, RecursionError):
        return
    if isinstance(read, dict):
        check_characters(**{ascii(name): str(value) for name, value in read.items()})


def skip_line(stream: BufferedReader) -> None:
    """Go behind the end of a line."""
    while piece := stream.readline(_SKIPPED_AT_ONCE):
        if piece.endswith(b"\n"):
            return
